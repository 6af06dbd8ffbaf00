// The two published plans that lie beside the checkout, where they do. The project holds none of their text.

import ActionPlans
import CivilTime
import Foundation
import Reminders
import Testing

@testable import Register

private let directory: URL? = {
    var place = URL(fileURLWithPath: #filePath)
    for _ in 0..<8 {
        place.deleteLastPathComponent()
        let plans = place.appendingPathComponent("../shared/plans").standardizedFileURL
        if FileManager.default.fileExists(atPath: plans.path) { return plans }
    }
    return nil
}()

@Suite("The published plans in the register", .enabled(if: directory != nil))
struct RealPlanTests {
    @Test(
        "every printed date is a target or history, and every open one is chased or stands on the worklist",
        arguments: [("youth-remand-2024.txt", 22), ("youth-resettlement-2020.txt", 16)])
    func adopted(_ file: String, recommendations: Int) throws {
        let url = try #require(directory).appendingPathComponent(file)
        let plan = try PlanReader.read(PlanText.read(String(contentsOf: url, encoding: .utf8)))
        let register = try Store.inMemory(at: instant())
        let adoption = try register.adopt(plan, as: "real", source: source(file), by: amy, at: instant())
        #expect(try register.plan(named: "real").recommendations == recommendations)

        let current = plan.recommendations.compactMap(\.editions.last)
        let printed = current.map(\.targetDates.count).reduce(0, +)
        let targets = try register.targets()
        #expect(targets.filter { !$0.phrase.isEmpty }.count == printed)
        let earlier = plan.recommendations.flatMap { $0.editions.dropLast() }.map(\.targetDates.count).reduce(0, +)
        let revised = targets.map { $0.revision - 1 }.reduce(0, +)
        #expect(adoption.superseded + revised <= earlier, "an earlier date that did not change needs no revision")

        let doubted = Set(adoption.worklist.compactMap(\.reference))
        for target in targets where target.status == .open && target.kind == nil {
            #expect(doubted.contains(target.reference), "\(target.reference) is neither chased nor on the worklist")
        }
        let waiting = try register.targets(TargetFilter(waitingOnly: true))
        #expect(waiting.count == adoption.waiting && waiting.allSatisfy { $0.kind != nil })
        #expect(try register.earliestCheck() == nil)
        let again = try register.adopt(plan, as: "real", source: source(file), by: amy, at: instant(60))
        #expect(again.outcome == .unchanged)

        // The same plan from a file that differs in a byte is the same plan.
        let rows = try register.targets()
        let renewed = try register.adopt(plan, as: "real", source: source("other " + file), by: amy, at: instant(60))
        #expect(renewed.new + renewed.changed + renewed.superseded == 0)
        #expect(try register.targets() == rows)
    }
}
