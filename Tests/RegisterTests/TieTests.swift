// Owners whom no word ties to a target for certain: who is likely, and that a person's word makes them certain.

import ActionPlans
import Reminders
import Testing

@testable import Register

@Suite struct TieTests {
    /// One statement of a recommendation with two owners, and a step that may mean it.
    private func edition(
        owners: [String] = ["Head of Wings", "Head of Walls"], step: [String], statement: [String] = []
    ) -> RecommendationEdition {
        RecommendationEdition(
            edition: "2026-01", owners: owners,
            targetDates: [
                TargetStatement(n: 1, line: 10, phrase: "2026-04-30", owners: statement, readings: [due("2026-04-30")])
            ],
            actions: [
                ActionDraft(
                    label: nil, text: "Oil the hinges", owners: step,
                    targetDates: [StatementReference(n: 1, phrase: "2026-04-30")], pairing: .likely)
            ])
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let sentence: String
        var owners = ["Head of Wings", "Head of Walls"]
        var step: [String] = []
        var statement: [String] = []
        let likely: [String]
        let isCertain: Bool

        var testDescription: String { sentence }
    }

    static let rows = [
        Row(
            sentence: "whom a step names that may mean it is likely", step: ["Head of Walls"],
            likely: ["Head of Walls"], isCertain: false),
        Row(sentence: "where no step names anybody nobody is", likely: [], isCertain: false),
        Row(
            sentence: "the only owner of a recommendation is certain", owners: ["Head of Wings"],
            step: ["Head of Walls"], likely: [], isCertain: true),
        Row(
            sentence: "an owner printed with the date is certain", step: ["Head of Walls"],
            statement: ["Head of Wings"], likely: [], isCertain: true),
    ]

    @Test("who a target's owner is", arguments: rows)
    func likely(_ row: Row) {
        let printed = edition(owners: row.owners, step: row.step, statement: row.statement)
        let target = PrintedTarget(printed.targetDates[0], in: printed)
        #expect(target.likelyOwners == row.likely && target.isOwnerCertain == row.isCertain)
    }

    @Test("a likely tie waits on the list of ties, and a person's word takes it off")
    func released() throws {
        let bench = try Bench()
        _ = try bench.register.adopt(
            draft([recommendation("1", [edition(step: ["Head of Walls"])])]), as: "gates", source: source("a"), by: amy,
            at: instant())
        let tie = try #require(try bench.register.looseTies(plan: "gates").first)
        #expect(tie.likely == ["Head of Walls"] && tie.others == ["Head of Wings"] && !tie.isArmed)
        let decision = Decision(
            plan: "gates", reference: tie.reference, doubt: nil, kind: .owner(tie.likely), by: "Ada", because: "agreed")
        _ = try bench.register.decide([decision], by: amy, at: instant(60))
        #expect(try bench.register.looseTies(plan: "gates").isEmpty)
        let certain = try bench.facts().owners.filter(\.isCertain).map(\.post)
        #expect(certain == ["Head of Walls"])
    }
}
