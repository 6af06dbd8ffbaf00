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
        let doubts = try register.worklist()
        let renewed = try register.adopt(plan, as: "real", source: source("other " + file), by: amy, at: instant(60))
        #expect(renewed.new + renewed.changed + renewed.superseded == 0)
        #expect(try register.targets() == rows)
        #expect(try register.worklist() == doubts)
    }

    @Test("the slips from the first edition to the second come out as a table, and no overtaken date is chased")
    func slips() throws {
        let url = try #require(directory).appendingPathComponent("youth-resettlement-2020.txt")
        let plan = try PlanReader.read(PlanText.read(String(contentsOf: url, encoding: .utf8)))
        let register = try Store.inMemory(at: instant())
        let whole = try register.adopt(plan, as: "real", source: source("whole"), by: amy, at: instant())
        try check(whole, plan, register)

        // The same in two imports, as it was published.
        var first = plan
        first.editions.removeAll { $0.id != "2020-01" }
        for place in first.recommendations.indices {
            first.recommendations[place].editions.removeAll { $0.edition != "2020-01" }
        }
        first.problems = []
        let other = try Store.inMemory(at: instant())
        _ = try other.adopt(first, as: "real", source: source("first"), by: amy, at: instant())
        _ = try other.arm("real", approved: Approval(messages: 99, until: .max), by: amy, at: instant())
        try check(other.adopt(plan, as: "real", source: source("both"), by: amy, at: instant()), plan, other)
    }

    private func check(_ adoption: Adoption, _ plan: PlanDraft, _ register: Store) throws {
        let january = plan.recommendations.flatMap(\.editions).filter { $0.edition == "2020-01" }.flatMap(\.targetDates)
        #expect(january.filter { $0.readings.contains { $0.kind == .due } }.count == 24)
        // Each statement of January is as it was, moved, completed, or on the worklist: none is lost.
        let slips = adoption.difference.slips
        #expect(!slips.isEmpty && slips.allSatisfy { $0.edition == "2020-12" && $0.before != nil })
        #expect(Set(slips.compactMap(\.reference)).count == slips.count)
        let doubted = Set(try register.worklist().filter { $0.kind == .superseded }.compactMap(\.reference))
        #expect(Set(slips.filter { $0.kind == .silent }.compactMap(\.reference)) == doubted)
        // The table of slips says the same afterwards.
        let table = try register.slips(plan: "real")
        let moved = slips.filter { $0.kind == .changedDate && $0.slip ?? 0 != 0 }.compactMap(\.reference)
        #expect(table.dated >= 24 && Set(moved).isSubset(of: table.rows.map(\.reference)))
        #expect(table.rows.allSatisfy { $0.days != 0 && ($0.present != nil || doubted.contains($0.reference)) })
        #expect(table.rows.filter { $0.sureness == .certain }.allSatisfy { $0.cause == "edition 2020-12" })
        for recommendation in plan.recommendations {
            guard let later = recommendation.editions.first(where: { $0.edition == "2020-12" }) else { continue }
            let left = Set(later.targetDates.flatMap(\.readings).compactMap(\.due))
            let chased = try register.targets().filter {
                $0.reference.hasPrefix("real/\(recommendation.referenceNumber).") && $0.status == .open
            }
            for target in chased where target.isLate(on: day("2021-01-01")) {
                #expect(
                    target.due.map(left.contains) == true, "\(target.reference) is late, and December says otherwise")
            }
        }
    }
}
