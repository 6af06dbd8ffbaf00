// The two published plans that lie beside the checkout, where they do: facts read from them by hand. The project holds
// none of their text.

import CivilTime
import Foundation
import Testing

@testable import ActionPlans

enum RealPlans {
    static let directory: URL? = {
        var place = URL(fileURLWithPath: #filePath)
        for _ in 0..<8 {
            place.deleteLastPathComponent()
            let plans = place.appendingPathComponent("../shared/plans").standardizedFileURL
            if FileManager.default.fileExists(atPath: plans.appendingPathComponent("youth-remand-2024.txt").path) {
                return plans
            }
        }
        return nil
    }()

    static func read(_ name: String) throws -> PlanDraft {
        let file = try #require(directory).appendingPathComponent(name)
        return try PlanReader.read(PlanText.read(String(contentsOf: file, encoding: .utf8)))
    }
}

@Suite("The published plans", .enabled(if: RealPlans.directory != nil))
struct RealPlanTests {
    private func days(_ statement: TargetStatement) -> [String] {
        statement.readings.map { reading in
            let days = [reading.from, reading.due].map { $0?.description ?? "" }.joined(separator: " ")
            return "\(reading.kind.rawValue) \(reading.kind == .completed ? reading.on ?? "" : days)"
        }
    }

    @Test("the first plan has 22 recommendations, in order, with their responses")
    func firstPlan() throws {
        let plan = try RealPlans.read("youth-remand-2024.txt")
        #expect(plan.recommendations.map(\.number) == (1...22).map(String.init))
        #expect(plan.published?.description == "2024-02-19")
        #expect(plan.editions.map(\.id) == ["2024-02"])
        let partly = plan.recommendations.filter { $0.response == .partiallyAccepted }.map(\.number)
        #expect(partly == ["1", "4", "16", "22"])
        #expect(plan.recommendations.count { $0.response == .accepted } == 18)
        #expect(plan.recommendations[2].directedAt == "The Youth Custody Service")
        #expect(plan.recommendations[11].directedAt == "YJS management boards")
        let counts = plan.recommendations.map { $0.editions[0].targetDates.count }
        #expect(counts == [2, 5, 6, 3, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 2, 1, 3, 1, 3, 1, 3, 1])
        let owners = plan.recommendations.map { $0.editions[0].owners.count }
        #expect(owners == [2, 2, 2, 1, 2, 1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1, 2, 2, 2, 1])
    }

    @Test("its recommendation 6 reads as a careful person reads it")
    func sixth() throws {
        let sixth = try RealPlans.read("youth-remand-2024.txt").recommendations[5]
        #expect(sixth.response == .accepted)
        let edition = sixth.editions[0]
        #expect(edition.owners == ["Deputy Director, Youth Justice Policy Unit, Ministry of Justice"])
        #expect(edition.targetDates.map(\.phrase) == ["April 2024.", "October 2023 to March 2025."])
        #expect(edition.targetDates.map(days) == [["due 2024-04-01 2024-04-30"], ["range 2023-10-01 2025-03-31"]])
        #expect(edition.actions.map { $0.targetDates.map(\.n) } == [[1], [2]])
        #expect(edition.actions.map(\.pairing) == [.certain, .likely])
    }

    @Test("an owner over a page break is one owner there, and five bullets keep their five dates")
    func pageBreaks() throws {
        let plan = try RealPlans.read("youth-remand-2024.txt")
        #expect(
            plan.recommendations[3].editions[0].owners == [
                "Deputy Director, Business Delivery & Improvement, Youth Custody Service"
            ])
        let bullets = plan.recommendations[1].editions[0].actions.filter { $0.label?.hasPrefix("bullet") == true }
        #expect(bullets.map { $0.targetDates.map(\.n) } == [[1], [2], [3], [4], [5]])
    }

    @Test("the second plan has 9 main and 7 additional recommendations in two editions")
    func secondPlan() throws {
        let plan = try RealPlans.read("youth-resettlement-2020.txt")
        #expect(
            plan.recommendations.map(\.referenceNumber) == (1...9).map(String.init) + [
                "a1", "a2", "a3", "a5", "a6", "a7", "a8",
            ])
        #expect(plan.editions.map(\.id) == ["2020-01", "2020-12"])
        #expect(plan.editions.map { $0.date?.description } == ["2020-01-08", "2020-12-07"])
        let partly = plan.recommendations.filter { $0.response == .partlyAgreed }.map(\.referenceNumber)
        #expect(partly == ["1", "6", "9", "a1", "a2"])
        #expect(plan.recommendations.count { $0.response == .agreed } == 11)
        let january = plan.recommendations.map { $0.editions[0].targetDates.count }
        let december = plan.recommendations.map { $0.editions[1].targetDates.count }
        #expect(january == [2, 4, 1, 2, 4, 1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1])
        #expect(december == [2, 4, 3, 2, 3, 3, 3, 2, 2, 2, 2, 1, 3, 1, 1, 1])
        let due = plan.recommendations.flatMap { $0.editions[0].targetDates }.filter {
            $0.readings.contains { $0.kind == .due }
        }
        #expect(due.count == 24)
    }

    @Test("its recommendation 3 keeps one owner and every kind of date")
    func third() throws {
        let third = try RealPlans.read("youth-resettlement-2020.txt").recommendations[2]
        let owner = "YJB Priority Lead for Resettlement and YJB Senior Information Analyst"
        #expect(third.response == .agreed)
        #expect(third.editions.map(\.owners) == [[owner], [owner]])
        #expect(third.editions[0].targetDates.map(\.phrase) == ["April 2020"])
        #expect(
            third.editions[1].targetDates.map(\.phrase) == [
                "Completed", "Completed and quarterly", "Commencing April 2021",
            ])
        #expect(
            third.editions[1].targetDates.map { $0.readings.map(\.kind) } == [
                [.completed], [.completed, .recurring], [.starts],
            ])
        #expect(third.editions[1].actions.map(\.pairing) == [.certain, .certain, .certain])
    }

    @Test("headings give whole bodies, and a tail is not taken for one")
    func directedAt() throws {
        let plan = try RealPlans.read("youth-resettlement-2020.txt")
        #expect(plan.recommendations[8].directedAt == "The National Probation Service and the Youth Justice Board")
        #expect(
            plan.recommendations[12].directedAt
                == "The Youth Justice Board and Her Majesty's Prison and Probation Service")
        #expect(plan.recommendations[15].directedAt == "YOTs")
        #expect(plan.recommendations.allSatisfy { $0.text.hasSuffix(".") })
    }

    @Test("all kinds of statement of both plans are read, and none is unclear")
    func kinds() throws {
        let plans = try ["youth-remand-2024.txt", "youth-resettlement-2020.txt"].map(RealPlans.read)
        let kinds = Set(
            plans.flatMap(\.recommendations).flatMap(\.editions).flatMap(\.targetDates).flatMap(\.readings).map(\.kind))
        #expect(kinds == [.due, .range, .starts, .completed, .ongoing, .recurring])
    }
}
