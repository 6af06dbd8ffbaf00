// Settling doubts: what each decision changes, that it survives the next import, and that it does only what it says.

import ActionPlans
import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct DecisionTests: GatesPlan {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    private func facts(_ reference: String = "gates/1.1") throws -> TargetFacts {
        try register.facts(reference: reference, mode: .live) { _ in .min }
    }

    private func kinds() throws -> [DoubtKind] { try register.worklist().map(\.kind) }

    static let unclear = Reading(kind: .unclear, rule: "r", why: "no month is named")
    static let soon = Said(phrase: "soon", readings: [unclear])
    static let oil = "Oil the hinges of the north gate"
    static let paint = "Paint the south gate in the agreed colour"

    /// One statement beside two steps that nothing ties to it.
    private func unpaired(_ id: String) -> RecommendationEdition {
        var edition = edition(id, [.due("2026-04-30")])
        edition.actions = [
            ActionDraft(label: "a", text: Self.oil, owners: [], targetDates: [], pairing: .unclear),
            ActionDraft(label: nil, text: Self.paint, owners: [], targetDates: [], pairing: .unclear),
        ]
        edition.actions[0].targetDates = [StatementReference(n: 1, phrase: "2026-04-30")]
        return edition
    }

    @Test("a date that could not be read is settled by a phrase: a correction that starts over and is no extension")
    func date() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [Self.soon])])])
        #expect(try kinds() == [.dateUnclear])
        let effect = try decide(.date("end of June 2026"))
        #expect(
            effect.changes == [
                "the date was \u{201C}soon\u{201D}, and is now \u{201C}end of June 2026\u{201D} (2026-06-30)"
            ])
        #expect(effect.settled.count == 1)
        #expect(try kinds() == [])
        let date = try facts().date
        #expect(date.revision == 2 && date.extensions == 0)
        #expect(date.firstDue == day("2026-06-30"), "what was misread at first was never the first date")
        #expect(date.reading?.due == day("2026-06-30"))
        let revisions = try register.target("gates/1.1", mode: .live) { _ in .min }.revisions
        #expect(revisions.map(\.cause) == [.printed, .corrected])
        #expect(try register.targets(TargetFilter(waitingOnly: true)).count == 1)
    }

    @Test("a date of an armed target stays armed, is checked at once, and drops what was about to leave")
    func armed() throws {
        let bench = try Bench.waiting()
        let decision = Decision(
            plan: "gates", reference: "gates/1.1", kind: .date("30 June 2026"), by: "Ada", because: "misread")
        let effect = try bench.register.decide([decision], by: amy, at: instant(90))
        #expect(effect.decisions.map(\.stopped) == [["lead"]])
        #expect(try bench.states == [.void])
        let target = try bench.register.targets()[0]
        #expect(target.armedAt != nil && target.nextCheck == instant(90))
    }

    struct Survivor: CustomTestStringConvertible, Sendable {
        let sentence: String
        let said: Said
        var owners: [String] = ["Head of Wings"]
        let decision: DecisionKind
        let opened: [DoubtKind]
        var testDescription: String { sentence }
    }

    @Test(
        "a decision stands while the document prints the same, and no doubt is raised twice",
        arguments: [
            Survivor(
                sentence: "a date", said: soon, decision: .date("30 June 2026"), opened: [.dateUnclear]),
            Survivor(sentence: "never to be chased", said: soon, decision: .never, opened: [.dateUnclear]),
            Survivor(
                sentence: "an owner", said: .due("2026-04-30"), owners: ["Head of Wings", "Nurse"],
                decision: .owner(["Nurse"]), opened: [.ownerUnclear]),
            Survivor(
                sentence: "both owners", said: .due("2026-04-30"), owners: ["Head of Wings", "Nurse"],
                decision: .owner(["Head of Wings", "Nurse"]), opened: [.ownerUnclear]),
            Survivor(sentence: "nothing at all", said: soon, decision: .dismiss, opened: [.dateUnclear]),
        ])
    func survives(_ row: Survivor) throws {
        func printed(_ id: String) -> [RecommendationDraft] {
            [recommendation("1", [edition(id, owners: row.owners, [row.said])])]
        }
        try adopt("a", printed("2026-01"))
        #expect(try kinds() == row.opened)
        try decide(row.decision)
        let before = (try facts().date, try facts().owners.map { "\($0.post) \($0.isCertain)" })
        #expect(try kinds() == [])
        for (name, id) in [("b", "2026-01"), ("c", "2026-06")] {
            let adoption = try adopt(name, printed(id), at: 120)
            #expect(adoption.kept == 1 && adoption.changed == 0 && adoption.difference.changes == [])
            #expect(try kinds() == [])
            #expect(try facts().date == before.0)
            #expect(try facts().owners.map { "\($0.post) \($0.isCertain)" } == before.1)
        }
    }

    @Test("a decision about a date ends when another date is printed")
    func overtaken() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [Self.soon])])])
        try decide(.date("30 June 2026"))
        let adoption = try adopt("b", [recommendation("1", [edition("2026-06", [.due("2026-09-30")])])])
        #expect(adoption.changed == 1)
        #expect(try facts().date.reading?.due == day("2026-09-30"))
        #expect(try facts().date.extensions == 1)
        let change = try #require(adoption.difference.changes.first)
        #expect(change.kind == .changedDate && change.before == "soon" && change.after == "2026-09-30")
        #expect(change.dueBefore == day("2026-06-30"))
    }

    @Test("a target that is never chased waits for nothing, and a later date takes it up again")
    func never() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])])
        try decide(.never)
        #expect(try register.targets(TargetFilter(waitingOnly: true)) == [])
        #expect(try facts().date.reading == nil && facts().date.phrase == "2026-04-30")
        try decide(.date("30 June 2026"), at: 120)
        #expect(try register.targets(TargetFilter(waitingOnly: true)).count == 1)
    }

    @Test("an owner who is taken away gets nothing more")
    func owner() throws {
        let bench = try Bench.waiting()
        _ = try bench.register.adopt(
            draft([recommendation("2", [edition("2026-01", owners: ["Nurse"], [.due("2026-04-30")])])]), as: "other",
            source: source("n"), by: amy, at: instant())
        let decision = Decision(
            plan: "gates", reference: "gates/1.1", kind: .owner(["nurse."]), by: "Ada", because: "asked")
        let effect = try bench.register.decide([decision], by: amy, at: instant(90)).decisions[0]
        #expect(effect.changes == ["Nurse answers for it; before: Head of Wings"])
        #expect(effect.stopped == ["lead"])
        #expect(try bench.facts().owners.map(\.post) == ["Nurse"])
    }

    @Test("a step is chosen by its label or its number, and is then certain", arguments: ["a", "1"])
    func step(_ label: String) throws {
        try adopt("a", [recommendation("1", [unpaired("2026-01")])])
        #expect(try kinds() == [.pairingUnclear])
        #expect(try facts().action == nil)
        try decide(.action(label))
        #expect(try facts().action == Self.oil)
        #expect(try kinds() == [])
        try adopt("b", [recommendation("1", [unpaired("2026-06")])])
        #expect(try facts().action == Self.oil)
        #expect(try kinds() == [])
    }

    @Test("the reader's own words about a decided date or step are no new doubt")
    func readersWords() throws {
        var odd = unpaired("2026-01")
        odd.targetDates[0].phrase = "soon"
        odd.targetDates[0].readings = [due("2026-04-30")]
        let plan = [recommendation("1", [edition("2026-01", [Self.soon])]), recommendation("2", [odd])]
        let problems = [
            ReadingProblem(
                severity: .warning, line: 10, where: "recommendation 1", message: "target date \"soon\" is unreadable"),
            ReadingProblem(
                severity: .warning, line: 10, where: "recommendation 2", message: "\"soon\" stands beside 2 actions"),
        ]
        func adopt(_ name: String) throws -> Adoption {
            try register.adopt(
                draft(plan, problems: problems), as: "gates", source: source(name), by: amy, at: instant())
        }
        #expect(
            try adopt("a").worklist.map { "\($0.reference ?? "-") \($0.kind.rawValue)" }.sorted() == [
                "gates/1.1 date_unclear", "gates/2.1 pairing_unclear",
            ])
        try decide(.date("30 June 2026"))
        try decide(.action("2"), of: "gates/2.1")
        #expect(try adopt("b").worklist == [])
    }

    @Test("one deliverable under two recommendations is asked about, and then chased once")
    func oneDeliverable() throws {
        let said = Said.due("2026-04-30", action: Self.oil)
        try adopt(
            "a", [recommendation("1", [edition("2026-01", [said])]), recommendation("2", [edition("2026-01", [said])])])
        let row = try #require(try register.worklist().first)
        #expect(row.kind == .oneDeliverable && row.reference == "gates/2.1" && row.like == "gates/1.1")
        try decide(.sameAs("gates/1.1"), of: "gates/2.1")
        #expect(try kinds() == [])
        #expect(try register.targets(TargetFilter(waitingOnly: true)).map(\.reference) == ["gates/1.1"])
        let chased = try #require(try register.targets(TargetFilter(waitingOnly: true)).first)
        let facts = try register.facts(of: chased.id, mode: .live) { _ in day("2026-03-01") }
        #expect(facts?.oneWith == ["gates/2.1"], "messages name them both")
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        let answer = try register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: day("2026-03-01"), because: "oiled",
                ownerPost: nil), administrator: administrator.id, by: amy, at: instant(120))
        #expect(try register.targets().map(\.status) == [.completed, .completed])
        _ = try register.amend(answer.id, because: "wrong gate", by: amy, at: instant(180))
        #expect(try register.targets().map(\.status) == [.open, .open])
    }

    @Test(
        "an answer or a hold that quotes either reference of one deliverable is for both",
        arguments: ["gates/1.1", "gates/2.1"])
    func oneAnswer(_ reference: String) throws {
        let said = Said.due("2026-04-30", action: Self.oil)
        try adopt(
            "a", [recommendation("1", [edition("2026-01", [said])]), recommendation("2", [edition("2026-01", [said])])])
        try decide(.sameAs("gates/1.1"), of: "gates/2.1")
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        func answer(_ kind: AnswerKind) throws -> [AnswerEffect] {
            try register.answer(
                AnswerEntry(
                    references: [reference, "gates/1.1"], kind: kind, by: "Hal", on: day("2026-03-01"),
                    because: "oiled",
                    ownerPost: nil), administrator: administrator.id, by: amy, at: instant(120)
            ).effects
        }
        let hold = try register.placeHold(
            HoldEntry(subject: .target(reference), until: day("2026-03-20"), because: "election", by: "Ada"),
            on: day("2026-03-01"), by: amy, at: instant(60)
        ).hold
        #expect(hold.subject == .target("gates/1.1"), "it is held under the reference that is chased")
        let moved = try answer(.newDate(phrase: "June 2026", readings: [due("2026-06-30")]))
        #expect(moved.map(\.references) == ["gates/1.1, gates/2.1"])
        #expect(moved.map(\.dueAfter) == [day("2026-06-30")])
        #expect(try answer(.done).map(\.statusAfter) == [.completed])
        #expect(try register.targets().map(\.status) == [.completed, .completed])
        let subjects = try register.deliveries().compactMap(\.subject)
        #expect(subjects.allSatisfy { $0.contains("(gates/1.1, gates/2.1)") })
    }

    @Test("what a new edition is silent about lives on when a person says so, and waits for arm")
    func keep() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30"), .due("2026-05-31")])])])
        _ = try register.arm("gates", approved: Approval(messages: 9, until: .max), by: amy, at: instant())
        let later = [recommendation("1", [edition("2026-06", [.due("2026-05-31")])])]
        try adopt("b", later)
        #expect(try kinds() == [.superseded])
        #expect(try register.targets().map(\.reference) == ["gates/1.2"])
        try decide(.keep)
        #expect(try kinds() == [])
        #expect(try register.targets(TargetFilter(waitingOnly: true)).map(\.reference) == ["gates/1.1"])
        try adopt("c", later, at: 120)
        #expect(
            try register.targets().map(\.reference) == ["gates/1.1", "gates/1.2"],
            "the same edition is as silent as before")
        let next = try adopt("d", [recommendation("1", [edition("2026-09", [.due("2026-05-31")])])], at: 180)
        #expect(next.superseded == 1)
        #expect(try kinds() == [.superseded], "a later edition's silence is a new doubt")
    }

    @Test("two posts that are nearly the same are one when a person says so")
    func onePost() throws {
        try adopt(
            "a",
            [
                recommendation("1", [edition("2026-01", owners: ["Head of Policy, North"], [.due("2026-04-30")])]),
                recommendation("2", [edition("2026-01", owners: ["Head of Policy North"], [.due("2026-05-31")])]),
            ])
        let row = try #require(try register.worklist().first)
        #expect(row.kind == .nearOwner && row.posts == ["Head of Policy, North", "Head of Policy North"])
        try decide(.onePost(spelling: "Head of Policy North", post: "Head of Policy, North"), of: nil)
        #expect(try kinds() == [])
        #expect(try register.owners().map(\.entry.post) == ["Head of Policy, North"])
        #expect(try facts("gates/2.1").owners.map(\.post) == ["Head of Policy, North"])
    }

    @Test(
        "posts that are near each other, and posts that are not",
        arguments: [
            ("Head of Policy, North", "Head of Policy North", true),
            ("Head of Wing Safety", "Head of Wings Safety", true),
            ("Director of Region 1", "Director of Region 2", false),
            ("Deputy Director, Health", "Director, Health", false),
            ("Nurse", "Purse", false), ("The Director of Health and Care", "Director, Health & Care", true),
        ])
    func near(_ a: String, _ b: String, _ expected: Bool) {
        #expect(PostLikeness(a).isNear(PostLikeness(b)) == expected)
        #expect(!expected || !Set(PostLikeness(a).keys).isDisjoint(with: PostLikeness(b).keys))
    }

    @Test("one doubt can be dismissed by its number, and another of the same target stays")
    func dismissOne() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", owners: [], [Self.soon])])])
        let rows = try register.worklist()
        #expect(rows.map(\.kind) == [.dateUnclear, .noOwner])
        try decide(.dismiss, doubt: .number(rows[1].id))
        #expect(try kinds() == [.dateUnclear])
    }

    @Test("a doubt about the plan as a whole is dismissed by its number")
    func dismissOfPlan() throws {
        let problem = ReadingProblem(severity: .warning, line: 3, where: "recommendation 9", message: "is missing")
        _ = try register.adopt(
            draft([], problems: [problem]), as: "gates", source: source("a"), by: amy, at: instant())
        let row = try #require(try register.worklist().first)
        #expect(throws: RegisterError.self) { try decide(.dismiss, of: nil) }
        try decide(.dismiss, of: nil, doubt: .number(row.id))
        #expect(try register.worklist() == [])
        _ = try register.adopt(
            draft([], problems: [problem]), as: "gates", source: source("b"), by: amy, at: instant(60))
        #expect(try register.worklist() == [])
    }
}
