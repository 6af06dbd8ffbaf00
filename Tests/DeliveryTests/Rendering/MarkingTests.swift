// A protective marking is the first thing a reader sees, whatever templates say; a thin mail holds references alone.

import Reminders
import Testing

@testable import Delivery

@Suite("Markings and thin mails")
struct MarkingTests {
    private static let link = "https://cases.example/?ref={reference}"

    private static func marked(_ entries: [EntryFacts], isThin: Bool = false, kind: MessageKind = .reminders)
        -> MessageFacts
    {
        let facts = Fixtures.message(entries, kind: kind, paragraphs: entries.isEmpty ? ["One."] : [])
        return MessageFacts(
            id: facts.id, kind: kind, channel: facts.channel, mode: facts.mode, date: facts.date, day: facts.day,
            dateHeader: facts.dateHeader, plan: facts.plan, recipient: facts.recipient, intended: nil,
            sender: facts.sender, replyTo: facts.replyTo, domain: facts.domain, thread: facts.thread,
            subject: "SECRET & CLOSED: \(facts.subject)", entries: entries, paragraphs: facts.paragraphs,
            marking: "SECRET & CLOSED", isThin: isThin, link: link)
    }

    @Test("a thin mail names and counts once what is late and asked after before a review; a full one counts it once")
    func twice() throws {
        let entries = ["harbour-2024/3.1", "harbour-2024/4.1"].flatMap { reference in
            [ReminderKind.overdue, .review].map { Fixtures.entry($0, reference: reference) }
        }
        let thin = Renderer().mail(Self.marked(entries, isThin: true)).text
        #expect(thin.contains("Two targets") && thin.split(separator: "harbour-2024/4.1").count == 2)
        let full = Renderer().mail(Self.marked(entries, isThin: false)).text
        #expect(full.contains("Two targets") && full.split(separator: "harbour-2024/4.1").count == 3)
    }

    @Test("a full mail that tells of one target in several entries counts one")
    func once() {
        let mail = Renderer().mail(Self.marked([.overdue, .review].map { Fixtures.entry($0) }))
        for words in [mail.text, mail.html] {
            #expect(words.contains("A target of the plan") && words.contains("needs more than one thing"))
            #expect(!words.contains(" targets of the plan"))
        }
    }

    @Test("it begins every mail", arguments: [MessageKind.reminders, .receipt, .notice, .test], [false, true])
    func first(_ kind: MessageKind, _ isThin: Bool) {
        let entries = kind == .reminders ? [Fixtures.entry(.overdue)] : []
        let mail = Renderer().mail(Self.marked(entries, isThin: isThin, kind: kind))
        #expect(mail.fault == nil)
        #expect(mail.text.hasPrefix("SECRET & CLOSED\n"))
        #expect(mail.html.contains("SECRET &amp; CLOSED"))
        #expect(mail.subject.hasPrefix("SECRET & CLOSED: "))
    }

    @Test("a template that puts anything before it is not used", arguments: ["reminder.txt", "reminder.html"])
    func before(_ name: String) {
        let own = "<body><p>Hello</p>{{marking}} {{#entries}}{{reference}}{{/entries}}"
        let mail = Renderer(templates: TemplateSet(overrides: [name: own])).mail(
            Self.marked([Fixtures.entry(.overdue)]))
        #expect(mail.fault?.contains("does not say \"SECRET & CLOSED\"") == true)
        #expect(mail.text.hasPrefix("SECRET & CLOSED\n") && !mail.html.contains("Hello"))
    }

    @Test("a link leads to each target, in text and page")
    func links() {
        let mail = Renderer().mail(Self.marked([Fixtures.entry(.overdue)]))
        #expect(mail.text.contains("https://cases.example/?ref=harbour-2024%2F3.1"))
        #expect(mail.html.contains("href=\"https://cases.example/?ref=harbour-2024%2F3.1\""))
    }

    @Test("a thin mail is made by its own template, even where the stage has one of the administrator's")
    func thin() {
        let templates = TemplateSet(overrides: ["overdue.txt": "{{#entries}}{{reference}} {{owner}}{{/entries}}"])
        let mail = Renderer(templates: templates).mail(Self.marked([Fixtures.entry(.overdue)], isThin: true))
        #expect(mail.text.contains("  harbour-2024/3.1\n  https://cases.example/?ref=harbour-2024%2F3.1\n"))
        for words in ["tide tables", "Head of Navigation", "April"] { #expect(!mail.text.contains(words)) }
    }

    @Test("a webhook carries the marking, and of a thin plan no text, whatever its endpoint asked for")
    func webhook() {
        let body = { (facts: MessageFacts) in WebhookBody(facts: facts).json.description }
        let whole = body(Self.marked([Fixtures.entry(.overdue)]))
        #expect(whole.contains("\"marking\": \"SECRET & CLOSED\"") && whole.contains("tide tables"))
        let thin = body(Self.marked([Fixtures.entry(.overdue)], isThin: true))
        #expect(thin.contains("\"marking\": \"SECRET & CLOSED\"") && !thin.contains("tide tables"))
        #expect(thin.contains("\"link\": \"https://cases.example/?ref=harbour-2024%2F3.1\""))
    }
}
