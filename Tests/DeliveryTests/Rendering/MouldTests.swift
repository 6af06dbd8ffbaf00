import Delivery
import Reminders
import TestSupport
import Testing

@Suite("Mails of one shape come out of one mould")
struct MouldTests {
    /// A template that does more to a text than print it keeps all of its set from being moulded.
    private static let unmoulded = TemplateSet(overrides: ["stage-never.txt": "{{uppercased(name)}} {{replyTo}}"])

    @Test("a mail out of a mould is, octet by octet, the one that mustache would have made")
    func same() {
        var random = SplitMix64(seed: 11)
        let (moulded, direct) = (Renderer(), Renderer(templates: Self.unmoulded))
        #expect(Self.unmoulded.faults == [:])
        for round in 0..<40 {
            for facts in Self.samples(&random) {
                let (ours, theirs) = (moulded.mail(facts), direct.mail(facts))
                #expect(ours == theirs, "seed 11, round \(round): \(facts.kind) \(facts.entries.map(\.kind))")
            }
        }
    }

    @Test("what a template of the administrator does to a text is done to each mail's own")
    func transforms() {
        let templates = TemplateSet(overrides: [
            "reminder.txt": "{{> head.txt}}{{#entries}}{{uppercased(reference)}} {{reference}}{{/entries}}"
        ])
        for reference in ["harbour-2024/3.1", "harbour-2024/4.1"] {
            let mail = Renderer(templates: templates).mail(
                Fixtures.message([Fixtures.entry(.due, reference: reference)]))
            #expect(mail.text.contains("\(reference.uppercased()) \(reference)"))
            #expect(mail.fault == nil)
        }
    }

    @Test("a text that holds the characters of our marks cannot take another text's place")
    func marks() {
        let mark = "\u{10F0D0}0\u{10F0D2}"
        let mail = Renderer().mail(Fixtures.message([Fixtures.entry(.due, text: "before \(mark) after", action: mark)]))
        #expect(mail.text.contains("before 0 after"))
        #expect(!(mail.text + mail.html).unicodeScalars.contains { (0x10F0D0...0x10F0D2).contains($0.value) })
    }

    /// One of each kind of mail, with texts of any characters.
    private static func samples(_ random: inout SplitMix64) -> [MessageFacts] {
        func text() -> String { random.text(upTo: 12) }
        func maybe() -> String? { Bool.random(using: &random) ? text() : nil }
        let kinds: [ReminderKind] = [.lead, .due, .overdue, .escalated, .starts, .checkIn, .letter]
        let entries = (0..<Int.random(in: 1...3, using: &random)).map { number in
            Fixtures.entry(
                kinds.randomElement(using: &random) ?? .due, reference: "harbour-2024/\(number).1",
                recommendation: text(), text: text(), action: maybe(), milestone: maybe(), phrase: text(),
                owner: maybe(), joint: Bool.random(using: &random) ? [text(), text()] : [],
                next: Bool.random(using: &random) ? Fixtures.deputyNext : nil)
        }
        let reader = Party(person: nil, name: text(), address: "a@port.example")
        return [
            Fixtures.message(entries, recipient: reader, subject: text()),
            Fixtures.message(entries, intended: reader, sender: text(), subject: text(), isThin: true),
            Fixtures.message([], kind: .notice, recipient: reader, subject: text(), paragraphs: [text(), text(), ""]),
            Fixtures.message([], kind: .test, subject: text()), Fixtures.introduction(), Fixtures.letter,
            Fixtures.escalation, Fixtures.correction(),
        ]
    }
}
