import CivilTime
import Delivery
import Reminders
import Testing

@Suite("What a mail says")
struct WordsTests {
    private let renderer = Renderer()

    struct Says: Sendable, CustomTestStringConvertible {
        let why: String
        let facts: MessageFacts
        let says: [String]
        let doesNotSay: [String]
        var testDescription: String { why }

        init(_ why: String, _ facts: MessageFacts, says: [String], not doesNotSay: [String] = []) {
            (self.why, self.facts, self.says, self.doesNotSay) = (why, facts, says, doesNotSay)
        }
    }

    static let cases: [Says] = [
        Says(
            "an introduction says why we write, what is theirs by post, what is late, what comes first and how to say no",
            Fixtures.introduction(),
            says: [
                "We follow the target dates of the plan", "this is the first", "AS Head of Navigation",
                "AS Chief Pilot",
                "harbour-2024/3.1: 12 working days late", "harbour-2024/4.1: due on 24 May 2024", "Slipway surveyed",
                "harbour-2024/5.1: not tied to a day", "Reminders:     from Thursday 23 May 2024",
                "April 2024, read as 30 April 2024 (a month is due on its last day)",
                "it goes to Iain Muir, as deputy, and then to Dr Ailsa Crane, as manager, once the administrator",
                "asked after on Thursday 23 May 2024 at the earliest", "not mine, and whose it is",
                "answers@port.example",
                "WHAT NEEDS AN ANSWER NOW", "This is due on Friday 24 May 2024.",
            ], not: ["no answer to"]),
        Says(
            "a thin introduction holds references, and says how to answer",
            Fixtures.introduction(isThin: true),
            says: ["take them to be yours", "harbour-2024/3.1", "harbour-2024/5.1", "not mine"],
            not: ["Navigation", "April", "Muir"]),
        Says(
            "a lead asks whether it will be done",
            Fixtures.message([Fixtures.entry(.lead, due: "2024-05-31", late: 0)]),
            says: ["due on Friday 31 May 2024", "whether it will be done by then"], not: ["late", "no answer"]),
        Says(
            "on the day it is due today", Fixtures.message([Fixtures.entry(.due, due: "2024-05-17", late: 0)]),
            says: ["due today, Friday 17 May 2024", "whether it is done"]),
        Says(
            "before a weekend the day is named", Fixtures.message([Fixtures.entry(.due, due: "2024-05-19", late: 0)]),
            says: ["due on Sunday 19 May 2024"], not: ["today"]),
        Says(
            "an overdue one says since when, how it was read, and what comes next",
            Fixtures.message([Fixtures.entry(.overdue, next: Fixtures.deputyNext)]),
            says: [
                "was due on Tuesday 30 April 2024", "since 1 May 2024, 12 working days",
                "April 2024, read as 30 April 2024 (a month is due on its last day)", "harbour-2024/3.1",
                "Friday 24 May 2024 to Iain Muir, as deputy",
            ]),
        Says(
            "one working day is singular", Fixtures.message([Fixtures.entry(.overdue, late: 1)]),
            says: ["1 working day\n"]),
        Says(
            "a date printed as a day is not explained",
            Fixtures.message([Fixtures.entry(.overdue, phrase: "30 April 2024")]),
            says: ["30 April 2024\n"], not: ["read as"]),
        Says(
            "a moved date names the first and the count",
            Fixtures.message([Fixtures.entry(.overdue, firstDue: "2023-10-31", extensions: 2)]),
            says: ["31 October 2023; this is the third date"]),
        Says(
            "a deputy reads why it comes to them, and of no fault", Fixtures.escalation,
            says: ["as the deputy of that post", "The work may well be done", "Dr Ailsa Crane, as manager"],
            not: ["failed", "ignored"]),
        Says(
            "the reader is told of the next letter to themself",
            Fixtures.message([
                Fixtures.entry(
                    .overdue, next: NextStep(role: .holder, name: "Morag Tennant", day: Fixtures.civil("2024-05-24")))
            ]),
            says: ["we write to you again on Friday 24 May 2024"], not: ["to Morag Tennant"]),
        Says(
            "a rung without anybody goes to the administrator",
            Fixtures.message([
                Fixtures.entry(
                    .overdue, next: NextStep(role: .manager, name: nil, day: Fixtures.civil("2024-05-24")))
            ]),
            says: ["to the administrator, since nobody is known as manager"]),
        Says(
            "who acts for somebody away is told for whom, and not why",
            Fixtures.message([
                Fixtures.entry(.overdue, standIn: .acting, insteadOf: "Morag Tennant", actsAs: .deputy)
            ]),
            says: ["You receive this as deputy of", "for Morag Tennant"], not: ["away", "absent", "administrator"]),
        Says(
            "who is told for a post without a holder reads that it has none",
            Fixtures.message([Fixtures.entry(.overdue, standIn: .noPerson, actsAs: .manager)]),
            says: ["You receive this as manager", "has no holder at present"], not: ["administrator"]),
        Says(
            "a doer's copy asks nothing",
            Fixtures.message([Fixtures.entry(.overdue, copy: .doer)]),
            says: ["This is a copy", "you do the work for it"], not: ["HOW TO ANSWER"]),
        Says(
            "a joint owner's copy says who leads",
            Fixtures.message([Fixtures.entry(.lead, due: "2024-05-31", late: 0, copy: .joint)]),
            says: ["This is a copy", "leads, and is asked to answer"], not: ["HOW TO ANSWER"]),
        Says(
            "a start asks whether it has begun",
            Fixtures.message([
                Fixtures.entry(.starts, phrase: "October 2024 to March 2025", due: "2024-10-01", late: 0)
            ]),
            says: ["Work on this starts on Tuesday 1 October 2024", "has begun", "October 2024 to March 2025"],
            not: ["read as"]),
        Says(
            "a check-in asks for evidence and offers no new date",
            Fixtures.message([Fixtures.entry(.checkIn, phrase: "Ongoing", due: nil, rule: nil, late: 0)]),
            says: ["still being done, and what shows it", "no longer done, and why", "not mine"],
            not: ["a new date", "on track"]),
        Says(
            "a letter lists all of it, and says that it is the first", Fixtures.letter,
            says: [
                "Five of them, in your name, had passed", "this is the first", "1. harbour-2024/1.1: 325 working days",
                "5. harbour-2024/a1.1", "Additional recommendation 1", "One reply can answer them all",
            ]),
        Says(
            "a letter about one target is in the singular", Fixtures.message([Fixtures.entry(.letter)]),
            says: ["One of them, in your name, had passed", "where it stands", "no answer to it"], not: ["each of them"]
        ),
        Says(
            "joint owners are named, and nothing of how they stand",
            Fixtures.message([Fixtures.entry(.overdue, joint: ["Chief Pilot", "Berth Office"])]),
            says: ["Jointly with:  Chief Pilot; Berth Office"]),
        Says(
            "a missing person is said first of all", Fixtures.standIn,
            says: [
                "Dear Plans Desk, You receive this in place of", "nobody is recorded", "duewatch owners --unresolved",
            ]),
        Says(
            "a person without an address is another reason",
            Fixtures.message([Fixtures.entry(.overdue, standIn: .noAddress)]), says: ["no address is recorded"]),
        Says(
            "an owner whom the plan leaves open is a third",
            Fixtures.message([Fixtures.entry(.overdue, owner: nil, standIn: .ownerUnclear)]),
            says: ["does not say for certain who answers"], not: ["Owner:"]),
        Says(
            "unlike reasons are told at each entry",
            Fixtures.message([
                Fixtures.entry(.overdue, standIn: .noPerson),
                Fixtures.entry(.overdue, reference: "harbour-2024/9.1", standIn: .noAddress),
            ]),
            says: ["each entry says why", "nobody is recorded there", "no address is recorded"]),
        Says(
            "a receipt repeats what was recorded and how to object", Fixtures.receipt,
            says: ["We have recorded that harbour-2024/3.1", "If this is not what you said"], not: ["HOW TO ANSWER"]),
        Says(
            "a notice says its paragraphs",
            Fixtures.message([], kind: .notice, paragraphs: ["A relay refused an address for good."]),
            says: ["A relay refused an address for good."], not: ["HOW TO ANSWER"]),
        Says(
            "a test asks for nothing", Fixtures.message([], kind: .test, paragraphs: ["Sent at your request."]),
            says: ["Nothing is asked of you", "Sent at your request."]),
    ]

    @Test("an introduction names a post once, whatever its targets climb to")
    func postsOnce() {
        func introduced(_ reference: String, _ post: String, _ ladder: [IntroductionEntry.Rung]) -> EntryFacts {
            Fixtures.entry(
                .introduction, reference: reference, owner: post,
                introduction: IntroductionEntry(firstReminder: nil, climbsTo: ladder, lateFrom: nil))
        }
        let ladder = [IntroductionEntry.Rung(role: .deputy, name: "Iain Muir", needsRelease: false)]
        let facts = Fixtures.message([
            introduced("harbour-2024/1.1", "Harbour Master", ladder), introduced("harbour-2024/2.1", "Pilot", ladder),
            introduced("harbour-2024/3.1", "Harbour Master", []),
        ])
        let headings = Renderer().mail(facts).text.split(separator: "\n")
            .filter { $0.hasPrefix("AS ") || $0.hasPrefix("harbour-2024/") }.map { $0.prefix { $0 != ":" } }
        #expect(
            headings == ["AS Harbour Master", "harbour-2024/1.1", "harbour-2024/3.1", "AS Pilot", "harbour-2024/2.1"])
    }

    @Test("the plain text says what is so, and nothing else", arguments: cases)
    func says(_ row: Says) {
        let mail = renderer.mail(row.facts)
        let text = mail.text
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for phrase in row.says {
            #expect(text.contains(phrase) || flat.contains(phrase), "expected \"\(phrase)\" in:\n\(text)")
        }
        for phrase in row.doesNotSay { #expect(!flat.contains(phrase), "did not expect \"\(phrase)\" in:\n\(text)") }
        #expect(mail.fault == nil)
    }

    @Test("HTML and plain text tell the same facts", arguments: cases)
    func sameInHTML(_ row: Says) {
        let html = Self.visible(renderer.mail(row.facts).html)
        let text = renderer.mail(row.facts).text
        for entry in row.facts.entries {
            #expect(html.contains(entry.reference) && text.contains(entry.reference))
            if !row.facts.isThin { #expect(html.contains(entry.phrase)) }
        }
        for line in row.facts.paragraphs { #expect(html.contains(line)) }
        #expect(html.contains("answers@port.example") == text.contains("answers@port.example"))
    }

    @Test("a thin introduction counts and names a target once, although a lead comes with it")
    func thinIntroduction() {
        let mail = renderer.mail(Fixtures.introduction(isThin: true))
        #expect(mail.text.contains("Three targets of the plan harbour-2024 are followed"))
        #expect(mail.text.split(separator: "harbour-2024/4.1").count == 2)
    }

    @Test("a rehearsal says in its first line whom it is for, on one line however long")
    func rehearsal() {
        let far = Party(
            person: PersonID(9), name: "Margaret Featherstonehaugh-Cholmondeley of the Outer Isles",
            address: "margaret.featherstonehaugh-cholmondeley@outer-isles.port.example")
        let mail = renderer.mail(Fixtures.message([Fixtures.entry(.lead)], intended: far))
        let wanted = "REHEARSAL: in live mode this would go to \(far.name) <\(far.address ?? "")>"
        #expect(mail.text.split(separator: "\n").first.map(String.init) == wanted)
        #expect(mail.text.contains("Dear \(far.name)"))
        #expect(Self.visible(mail.html).contains("REHEARSAL: in live mode this would go to \(far.name)"))
    }

    @Test("no line of the plain text is longer than 72 characters", arguments: cases)
    func isNarrow(_ row: Says) {
        for line in renderer.mail(row.facts).text.split(separator: "\n") { #expect(line.count <= 72, "\(line)") }
    }

    @Test("the same facts give the same words")
    func repeats() {
        #expect(renderer.mail(Fixtures.letter) == Renderer().mail(Fixtures.letter))
    }

    /// The words of a page without its tags.
    static func visible(_ html: String) -> String {
        var text = ""
        var isTag = false
        for character in html {
            if character == "<" { isTag = true }
            if !isTag { text.append(character) }
            if character == ">" { isTag = false }
        }
        for (entity, mark) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            text = text.split(separator: entity, omittingEmptySubsequences: false).joined(separator: mark)
        }
        return text
    }
}
