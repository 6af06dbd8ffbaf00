// What has no end: standing commitments, what only starts, and which reading of a phrase is chased.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("Standing commitments and starts")
struct CommitmentTests {
    private func register(_ reading: Reading, armed: String) throws -> RehearsalRegister {
        RehearsalRegister(reading, armed: try london(armed), policy: try Sample.policy())
    }

    @Test("a standing commitment is asked after every year from arming, on a working day, and is never late")
    func standing() throws {
        var register = try register(Sample.ongoing, armed: "2022-05-08 10:00")
        register.status = .ongoing
        register.run(until: try london("2025-06-01"))
        #expect(
            register.said == [
                "2023-05-08 check-in to Ada", "2024-05-08 check-in 2 to Ada", "2025-05-08 check-in 3 to Ada",
            ])
        #expect(register.planned.allSatisfy { $0.kind == .checkIn })
    }

    @Test("a check-in that falls on a weekend goes on the Friday before")
    func weekend() throws {
        var register = try register(Sample.ongoing, armed: "2023-06-01 10:00")
        register.run(until: try london("2025-07-01"))
        #expect(register.said == ["2024-05-31 check-in to Ada", "2025-05-30 check-in 2 to Ada"])
    }

    @Test("years of downtime bring one check-in, and the next keeps to the grid, at least half a year away")
    func downtime() throws {
        for (woken, next) in [("2023-09-04", "2024-05-31"), ("2024-01-15", "2025-06-02")] {
            var register = try register(Sample.ongoing, armed: "2020-06-02 10:00")
            register.sleep(until: try london("\(woken) 10:00"))
            register.run(until: try london("2025-07-01"))
            #expect(Array(register.said.prefix(2)) == ["\(woken) check-in to Ada", "\(next) check-in 2 to Ada"])
            #expect(register.planned.map(\.plannedDay).prefix(2) == [try day("2023-06-02"), try day(next)])
        }
    }

    @Test("a pause does not pile up check-ins")
    func pause() throws {
        var register = try register(Sample.ongoing, armed: "2020-06-02 10:00")
        register.isPaused = true
        register.run(until: try london("2025-01-15 10:00"))
        #expect(register.planned.count == 1)
        register.isPaused = false
        register.run(until: try london("2026-07-01"))
        #expect(register.said == ["2025-01-15 check-in to Ada", "2026-06-02 check-in 2 to Ada"])
    }

    @Test("a start is told before and on its day, is never late, and is asked after every year from then on")
    func starts() throws {
        var register = try register(try Sample.starts("2024-04-01"), armed: "2024-01-02 10:00")
        register.run(until: try london("2025-05-01"))
        #expect(
            register.said == [
                "2024-03-01 month-before to Ada", "2024-03-21 week-before to Ada", "2024-03-28 due-day to Ada",
                "2025-04-01 check-in to Ada",
            ])
        #expect(register.planned.map(\.kind) == [.starts, .starts, .starts, .checkIn])
    }

    @Test("nobody is told of a start that had passed before arming: it is asked after a year later")
    func started() throws {
        var register = try register(try Sample.starts("2020-04-01"), armed: "2024-01-02 10:00")
        register.run(until: try london("2025-01-03"))
        #expect(register.said == ["2025-01-02 check-in to Ada"])
    }

    struct Choice: Sendable, CustomTestStringConvertible {
        let sentence: String
        let kinds: [Reading.Kind]
        let chased: Int?

        var testDescription: String { sentence }
    }

    static let choices = [
        Choice(sentence: "completed beside a date is history", kinds: [.completed, .due], chased: 1),
        Choice(sentence: "ongoing after a date is history", kinds: [.due, .ongoing], chased: 0),
        Choice(sentence: "completed and ongoing is a standing commitment", kinds: [.completed, .ongoing], chased: 1),
        Choice(sentence: "an end says more than a start", kinds: [.starts, .due], chased: 1),
        Choice(sentence: "a start says more than ongoing", kinds: [.ongoing, .starts], chased: 1),
        Choice(sentence: "of two dates the first is chased", kinds: [.due, .due], chased: 0),
        Choice(sentence: "a range is chased", kinds: [.range], chased: 0),
        Choice(sentence: "what is relative to a known day is chased", kinds: [.relative], chased: 0),
        Choice(sentence: "what recurs is chased", kinds: [.recurring], chased: 0),
        Choice(sentence: "completed alone is not chased", kinds: [.completed], chased: nil),
        Choice(sentence: "what no rule reads is not chased", kinds: [.unclear], chased: nil),
        Choice(sentence: "no date is not chased", kinds: [.none], chased: nil),
        Choice(sentence: "no reading is not chased", kinds: [], chased: nil),
    ]

    @Test("at most one reading of a phrase is chased", arguments: choices)
    func chosen(_ row: Choice) throws {
        let readings = try row.kinds.enumerated().map { index, kind in
            let dated = [.due, .range, .relative, .completed].contains(kind)
            return Reading(
                kind: kind, from: kind == .starts ? try day("2024-01-01") : nil,
                due: dated ? try day("2024-04-0\(index + 1)") : nil, rule: "reading \(index)")
        }
        #expect(Reading.chased(in: readings) == row.chased.map { readings[$0] })
    }

    @Test("a relative date without a known day is not chased")
    func relative() {
        let reading = Reading(kind: .relative, rule: "counts from the inspection", after: "inspection", period: "P6M")
        #expect(Reading.chased(in: [reading]) == nil)
    }
}
