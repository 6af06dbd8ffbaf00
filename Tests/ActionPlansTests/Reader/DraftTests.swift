// What the draft prints: JSON by the contract, key by key, and the summary that a person reads.

import CivilTime
import Testing

@testable import ActionPlans

@Suite("The draft in print")
struct DraftTests {
    @Test("JSON has the keys of the contract in their order")
    func json() throws {
        let reading = Reading(
            kind: .due, from: CivilDate(iso: "2020-03-01"), due: CivilDate(iso: "2020-03-31"), precision: .month,
            rule: "a month is due on its last day")
        let draft = PlanDraft(
            title: "A \"plan\"", published: CivilDate(iso: "2020-01-08"),
            editions: [
                EditionDraft(
                    id: "2020-01", label: "Action Plan (January 2020)", kind: .original,
                    date: CivilDate(iso: "2020-01-08"))
            ],
            recommendations: [
                RecommendationDraft(
                    section: .additional, number: "3", directedAt: nil, text: "Plant trees.", response: .partlyAgreed,
                    responseAsPrinted: "Partly Agreed", line: 25,
                    editions: [
                        RecommendationEdition(
                            edition: "2020-01", owners: ["Head Gardener"],
                            targetDates: [
                                TargetStatement(
                                    n: 1, line: 26, phrase: "March 2020", owners: ["Head Gardener"], readings: [reading]
                                )
                            ],
                            actions: [
                                ActionDraft(
                                    label: "a", text: "We will.", owners: [],
                                    targetDates: [StatementReference(n: 1, phrase: "March 2020")], pairing: .certain)
                            ])
                    ])
            ],
            problems: [ReadingProblem(severity: .warning, line: nil, where: "the plan", message: "odd")])
        let expected =
            #"{"plan": {"title": "A \"plan\"", "published": "2020-01-08"}, "#
            + #""editions": [{"edition": "2020-01", "label": "Action Plan (January 2020)", "kind": "original", "#
            + #""date": "2020-01-08"}], "recommendations": [{"section": "additional", "number": "3", "directed_at": null, "#
            + #""text": "Plant trees.", "response": "partly_agreed", "editions": [{"edition": "2020-01", "#
            + #""owners": ["Head Gardener"], "target_dates": [{"n": 1, "line": 26, "phrase": "March 2020", "#
            + #""owners": ["Head Gardener"], "readings": [{"kind": "due", "from": "2020-03-01", "due": "2020-03-31", "#
            + #""precision": "month", "rule": "a month is due on its last day", "milestone": null}]}], "#
            + #""actions": [{"label": "a", "text": "We will.", "owners": [], "#
            + #""target_dates": [{"n": 1, "phrase": "March 2020"}], "pairing": "certain"}]}]}], "#
            + #""problems": [{"severity": "warning", "line": null, "where": "the plan", "message": "odd"}]}"#
        #expect(draft.json.description == expected)
        #expect(draft.recommendations[0].reference(ofStatement: 1) == "a3.1")
    }

    @Test("the summary counts what was found and keeps to eighty columns")
    func summary() throws {
        let plan = try PlanReader.read(PlanText.read(FerryPlan.text))
        let lines = plan.summary
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines[0] == "A review of the island ferries")
        #expect(lines.contains("Recommendations: 3 main, 2 additional"))
        #expect(lines.contains("    3  agreed"))
        #expect(lines.contains("    1  partly agreed"))
        #expect(lines.contains("Target dates of 2023-05: 9"))
        #expect(lines.contains("Worklist: 2"))
        #expect(lines.contains { $0.hasPrefix("  line 29, recommendation 3: ") })
    }

    @Test("a word longer than a line is cut, not lost")
    func longWord() {
        let draft = PlanDraft(
            title: String(repeating: "x", count: 300), published: nil, editions: [], recommendations: [], problems: [])
        #expect(draft.summary.allSatisfy { $0.count <= 80 })
        #expect(draft.summary.joined().count { $0 == "x" } == 300)
    }
}
