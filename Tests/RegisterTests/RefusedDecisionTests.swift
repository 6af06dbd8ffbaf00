// Decisions that cannot stand, that stand together or not at all, and that are taken to another register.

import ActionPlans
import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct RefusedDecisionTests: GatesPlan {
    let register: Store

    init() throws { register = try .inMemory(at: instant(), identity: .fixed) }

    private func kinds() throws -> [DoubtKind] { try register.worklist().map(\.kind) }

    /// One statement beside two steps that nothing ties to it.
    private func unpaired(_ id: String) -> RecommendationEdition {
        var edition = edition(id, [.due("2026-04-30")])
        edition.actions = [
            ActionDraft(label: "a", text: DecisionTests.oil, owners: [], targetDates: [], pairing: .unclear),
            ActionDraft(label: nil, text: DecisionTests.paint, owners: [], targetDates: [], pairing: .unclear),
        ]
        edition.actions[0].targetDates = [StatementReference(n: 1, phrase: "2026-04-30")]
        return edition
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        let sentence: String
        let reference: String?
        let kind: DecisionKind
        let says: String
        var testDescription: String { sentence }
    }

    @Test(
        "a decision that cannot stand is refused with what to do, and changes nothing",
        arguments: [
            Refused(sentence: "a phrase without a day", reference: "gates/1.1", kind: .date("soon"), says: "--none"),
            Refused(
                sentence: "a step that is not there", reference: "gates/1.1", kind: .action("z"), says: "no single step"
            ),
            Refused(
                sentence: "a post that nobody knows", reference: "gates/1.1", kind: .owner(["Head of Wing"]),
                says: "did you mean"),
            Refused(sentence: "itself", reference: "gates/1.1", kind: .sameAs("gates/1.1"), says: "itself"),
            Refused(
                sentence: "a target with other owners", reference: "gates/1.1", kind: .sameAs("gates/2.1"),
                says: "Head of Wings"),
            Refused(sentence: "keeping what lives", reference: "gates/1.1", kind: .keep, says: "without --keep"),
            Refused(
                sentence: "a date for what is done", reference: "gates/3.1", kind: .date("May 2026"), says: "--reopen"),
            Refused(
                sentence: "nothing to dismiss", reference: "gates/2.1", kind: .dismiss, says: "nothing of gates/2.1"),
            Refused(sentence: "a date without a target", reference: nil, kind: .never, says: "name its reference"),
            Refused(sentence: "a target that is not there", reference: "gates/9.1", kind: .never, says: "gates/9.1"),
        ])
    func refused(_ row: Refused) throws {
        try adopt(
            "a",
            [
                recommendation("1", [edition("2026-01", [DecisionTests.soon])]),
                recommendation("2", [edition("2026-01", owners: ["Nurse"], [.due("2026-05-31")])]),
                recommendation("3", [edition("2026-01", [.completed()])]),
            ])
        let before = try register.ledger()
        let error = #expect(throws: RegisterError.self) { try decide(row.kind, of: row.reference) }
        #expect(error?.description.contains(row.says) == true, "\(error?.description ?? "")")
        #expect(try register.ledger() == before)
    }

    @Test("several decisions are all taken or none")
    func allOrNone() throws {
        try adopt("a", [recommendation("1", [edition("2026-01", [DecisionTests.soon])])])
        let good = Decision(plan: "gates", reference: "gates/1.1", kind: .never, by: "Ada", because: "x")
        let bad = Decision(plan: "gates", reference: "gates/1.2", kind: .never, by: "Ada", because: "x")
        #expect(throws: RegisterError.self) {
            try register.decide([good, bad], owners: [.wings], by: amy, at: instant())
        }
        #expect(try kinds() == [.dateUnclear])
        #expect(try register.owners().allSatisfy(\.isUnresolved))
        let preview = try register.previewDecisions([good], owners: [.wings], by: amy, at: instant())
        #expect(preview.decisions[0].changes == ["it is never chased"] && !preview.owners.isEmpty)
        #expect(try kinds() == [.dateUnclear], "a preview writes nothing")
    }

    @Test("the decisions of one register are taken to another, once")
    func exported() throws {
        let plan = [
            recommendation("1", [edition("2026-01", [DecisionTests.soon])]),
            recommendation("2", [edition("2026-01", owners: ["Head of Wings", "Nurse"], [.due("2026-04-30")])]),
            recommendation("3", [unpaired("2026-01")]),
            recommendation("4", [edition("2026-01", owners: [], [.due("2026-04-30")])]),
        ]
        try adopt("a", plan)
        try decide(.date("30 June 2026"))
        try decide(.owner(["Nurse"]), of: "gates/2.1")
        try decide(.action("2"), of: "gates/3.1")
        let row = try #require(try register.worklist().first { $0.reference == "gates/4.1" })
        try decide(.dismiss, of: "gates/4.1", doubt: .number(row.id))
        let decisions = try register.decisions(plan: "gates")
        #expect(decisions.map(\.kind.name) == ["date", "owner", "action", "dismiss"])

        let other = try Store.inMemory(at: instant())
        _ = try other.adopt(draft(plan), as: "gates", source: source("z"), by: amy, at: instant())
        #expect(try !other.decide(decisions, by: amy, at: instant(60)).isEmpty)
        #expect(try other.worklist().map(\.kind) == register.worklist().map(\.kind))
        #expect(try other.targets().map(\.due) == register.targets().map(\.due))
        #expect(try other.targets().map(\.owners) == register.targets().map(\.owners))
        let ledger = try other.ledger()
        #expect(try other.decide(decisions, by: amy, at: instant(120)).isEmpty)
        #expect(try other.ledger() == ledger)
        #expect(try other.verifyLedger() == .sound(rows: Int64(ledger.count)))
    }
}
