// The plan of the demonstration, which newcomers read first: it must import with the doubts it was written to show.

import Foundation
import Testing

@testable import ActionPlans

@Suite("The plan of the demonstration")
struct DemoPlanTests {
    let plan: PlanDraft

    init() throws {
        var root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        for _ in 0..<4 { root.deleteLastPathComponent() }
        let file = root.appendingPathComponent("Sources/Simulation/Demo/demo-plan.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        plan = try PlanReader.read(PlanText.read(text))
    }

    @Test("it has twelve recommendations, every kind of response, and a date of each kind that people meet")
    func contents() {
        #expect(plan.recommendations.map(\.number) == (1...12).map(String.init))
        #expect(Set(plan.recommendations.map(\.response)) == [.agreed, .partlyAgreed, .notAgreed])
        let statements = plan.recommendations.flatMap(\.editions).flatMap(\.targetDates)
        #expect(Set(statements.flatMap(\.readings).map(\.kind)) == [.due, .range, .completed, .ongoing, .unclear])
        #expect(statements.contains { $0.owners.count == 2 })
        let days = statements.flatMap(\.readings).compactMap(\.due).sorted()
        #expect(days.first?.description == "2026-03-31")
        #expect(days.last?.description == "2027-06-30")
    }

    @Test("exactly two doubts stand on its worklist: a date beside two actions, and one that waits for money")
    func doubts() {
        #expect(plan.problems.map(\.where) == ["recommendation 7", "recommendation 10"])
        #expect(plan.problems.allSatisfy { $0.severity == .warning && $0.line != nil })
    }
}
