// Taking decisions back: what stood before stands again, the doubt is open again, and the register keeps who did it.

import ActionPlans
import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct UndoTests: GatesPlan {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    static let soon = DecisionTests.soon
    static let oil = DecisionTests.oil
    static let paint = DecisionTests.paint

    @discardableResult
    private func undo(_ number: Int64) throws -> DecisionEffect {
        let shown = try register.previewUndoing(
            number, by: "Bea", because: "wrong annex", author: amy, at: instant(120))
        let done = try register.undo(number, by: "Bea", because: "wrong annex", author: amy, at: instant(120))
        #expect(shown == done, "what is shown is what is done")
        return done
    }

    /// Everything about the targets that a decision can change, and the open doubts.
    private func state() throws -> [String] {
        let targets = try register.targets().map { target in
            let facts = try register.facts(reference: target.reference, mode: .live) { _ in .min }
            let owners = facts.owners.map { $0.post + ($0.isCertain ? "" : "?") }.joined(separator: " ")
            return "\(target.reference) \(target.phrase) \(facts.date.reading?.due?.description ?? "-") "
                + "\(target.status.rawValue) [\(owners)] \(facts.action ?? "-") \(target.armedAt == nil ? "" : "armed")"
        }
        return targets + (try register.worklist().map { "\($0.reference ?? "-") \($0.kind.rawValue): \($0.text)" })
    }

    struct Taken: CustomTestStringConvertible, Sendable {
        let sentence: String
        let recommendations: [RecommendationDraft]
        let decision: DecisionKind
        var reference: String? = "gates/1.1"
        var testDescription: String { sentence }
    }

    private static func unpaired() -> RecommendationEdition {
        var edition = edition("2026-01", [.due("2026-04-30")])
        edition.actions = [oil, paint].map {
            ActionDraft(label: nil, text: $0, owners: [], targetDates: [], pairing: .unclear)
        }
        edition.actions[0].targetDates = [StatementReference(n: 1, phrase: "2026-04-30")]
        return edition
    }

    static let twice = ["1", "2"].map {
        recommendation($0, [edition("2026-01", [.due("2026-04-30", action: oil)])])
    }

    @Test(
        "a decision that is taken back leaves everything as it was, with its doubts",
        arguments: [
            Taken(
                sentence: "a date", recommendations: [recommendation("1", [edition("2026-01", [soon])])],
                decision: .date("30 June 2026")),
            Taken(
                sentence: "never to be chased",
                recommendations: [recommendation("1", [edition("2026-01", [.due("2026-04-30")])])], decision: .never),
            Taken(
                sentence: "one of two owners",
                recommendations: [
                    recommendation("1", [edition("2026-01", owners: ["Head of Wings", "Nurse"], [.due("2026-04-30")])])
                ], decision: .owner(["Nurse"])),
            Taken(
                sentence: "both owners",
                recommendations: [
                    recommendation("1", [edition("2026-01", owners: ["Head of Wings", "Nurse"], [.due("2026-04-30")])])
                ], decision: .owner(["Nurse", "Head of Wings"])),
            Taken(
                sentence: "a step", recommendations: [recommendation("1", [unpaired()])], decision: .action("2")),
            Taken(
                sentence: "one deliverable with another", recommendations: twice, decision: .sameAs("gates/1.1"),
                reference: "gates/2.1"),
            Taken(
                sentence: "nothing has to change",
                recommendations: [recommendation("1", [edition("2026-01", [soon])])], decision: .dismiss),
            Taken(
                sentence: "two spellings of one post",
                recommendations: [
                    recommendation("1", [edition("2026-01", owners: ["Head of Policy, North"], [.due("2026-04-30")])]),
                    recommendation("2", [edition("2026-01", owners: ["Head of Policy North"], [.due("2026-05-31")])]),
                ], decision: .onePost(spelling: "Head of Policy North", post: "Head of Policy, North"), reference: nil),
        ])
    func restored(_ row: Taken) throws {
        try adopt("a", row.recommendations)
        let before = try state()
        let settled = try decide(row.decision, of: row.reference).settled
        #expect(try state() != before)
        let effect = try undo(1)
        #expect(effect.reopened == settled)
        #expect(try state() == before)
        #expect(try register.decisions(plan: "gates") == [], "an export leaves it out")
        let recorded = try #require(try register.recordedDecisions(plan: "gates").first)
        #expect(recorded.undone?.by == "Bea" && recorded.undone?.because == "wrong annex")
        #expect(recorded.decision.by == "Ada", "who took it stays on record")
        #expect(throws: RegisterError.self) { try undo(1) }
        // The next import asks again, and takes nothing for decided.
        try adopt("b", row.recommendations)
        #expect(try state() == before)
        // What was taken back can be decided again.
        #expect(try decide(row.decision, of: row.reference).isKnown == false)
    }

    @Test("what was kept alive is superseded again, and is no longer armed")
    func keep() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [.due("2026-04-30"), .due("2026-05-31")])])])
        try adopt("b", [recommendation("1", [edition("2026-06", [.due("2026-05-31")])])])
        try decide(.keep)
        _ = try register.arm("gates", approved: Approval(messages: 9, until: .max), by: amy, at: instant(90))
        #expect(try undo(1).reopened.count == 1)
        #expect(try register.targets().map(\.reference) == ["gates/1.2"])
        #expect(try register.worklist().map(\.kind) == [.superseded])
    }

    @Test("what was one deliverable with a target that is done is open again by itself")
    func follower() throws {
        try adopt("a", Self.twice)
        try decide(.sameAs("gates/1.1"), of: "gates/2.1")
        let administrator = try register.ensurePerson(name: "Ada", email: "ada@example.org", at: instant())
        _ = try register.answer(
            AnswerEntry(
                references: ["gates/1.1"], kind: .done, by: "Hal", on: day("2026-03-01"), because: "oiled",
                ownerPost: nil), administrator: administrator.id, by: amy, at: instant(90))
        try undo(1)
        #expect(try register.targets().map(\.status) == [.completed, .open])
    }

    @Test("of two decisions about one matter the later goes first, and then the earlier stands")
    func order() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [Self.soon])])])
        let before = try state()
        try decide(.date("30 June 2026"))
        let between = try state()
        try decide(.date("31 July 2026"))
        #expect(throws: RegisterError.self) { try undo(1) }
        try undo(2)
        #expect(try state() == between)
        #expect(try decide(.date("30 June 2026")).isKnown, "the earlier one is in force")
        try adopt("b", [recommendation("1", [edition("2026-01", [Self.soon])])])
        #expect(try state() == between, "and survives an import")
        try undo(1)
        #expect(try state() == before)
    }

    @Test("a decision that an edition or an answer has overtaken stays, with the reason")
    func overtaken() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [Self.soon])])])
        try decide(.date("30 June 2026"))
        try adopt("b", [recommendation("1", [edition("2026-06", [.due("2026-09-30")])])])
        let before = try state()
        #expect(throws: RegisterError.self) { try undo(1) }
        #expect(try state() == before)
        #expect(try register.recordedDecisions().first?.undone == nil)
        #expect(throws: RegisterError.self) { try undo(99) }
    }

    @Test("a date that is taken back drops what was about to leave, and stays armed")
    func armed() throws {
        let bench = try Bench.waiting()
        let decision = Decision(
            plan: "gates", reference: "gates/1.1", kind: .date("30 April 2027"), by: "Ada", because: "misread")
        try bench.register.decide([decision], by: amy, at: instant(90))
        try bench.settleChecks(at: instant(90))
        try bench.record([bench.reminder(bench.facts(), stage: "lead")])
        let effect = try bench.register.undo(1, by: "Bea", because: "it was right", author: amy, at: instant(120))
        #expect(effect.stopped == ["lead"])
        let target = try bench.register.targets()[0]
        #expect(target.due == day("2026-04-30") && target.armedAt != nil && target.nextCheck == instant(120))
        #expect(try bench.facts().date.extensions == 0)
    }
}
