import CivilTime
import TestSupport
import Testing

@Suite("Working days")
struct WorkingCalendarTests {
    private func calendar(_ division: Division = .englandAndWales) throws -> WorkingCalendar {
        WorkingCalendar(zone: try zone("Europe/London"), division: division, holidays: try shippedHolidays())
    }

    private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(iso: text)) }

    @Test(
        "weekends and the division's own holidays are not working days",
        arguments: [
            ("2024-04-30", Division.englandAndWales, true, "an ordinary Tuesday"),
            ("2024-05-04", .englandAndWales, false, "a Saturday"), ("2024-05-05", .scotland, false, "a Sunday"),
            ("2024-04-01", .englandAndWales, false, "Easter Monday"), ("2024-04-01", .scotland, true, "not kept there"),
            ("2022-09-19", .northernIreland, false, "announced nine days before"),
            ("2026-06-15", .scotland, false, "the World Cup"),
            ("2026-06-15", .englandAndWales, true, "only in Scotland"),
            ("2025-07-14", .northernIreland, false, "a substitute day"),
            ("2040-12-25", .scotland, true, "not known yet"),
        ])
    func working(text: String, division: Division, isWorking: Bool, why: String) throws {
        #expect(try calendar(division).isWorking(try day(text)) == isWorking, "\(why)")
    }

    @Test(
        "working days are counted after the day, or before it",
        arguments: [
            ("2024-04-30", 1, "2024-05-01", "the next day"),
            ("2024-05-03", 1, "2024-05-07", "over the May bank holiday"),
            ("2024-05-04", 1, "2024-05-07", "from a Saturday"),
            ("2024-05-04", -1, "2024-05-03", "back from a Saturday"),
            ("2024-05-07", -1, "2024-05-03", "back over the holiday"), ("2024-05-07", -5, "2024-04-29", "back a week"),
            ("2024-12-24", 3, "2024-12-31", "over Christmas"), ("2024-04-30", 0, "2024-04-30", "0 on a working day"),
            ("2024-05-04", 0, "2024-05-07", "0 on a Saturday rolls on"),
            ("2024-05-06", 0, "2024-05-07", "on a holiday too"),
            ("2024-04-30", 10, "2024-05-15", "two weeks and a holiday"), ("2024-04-30", .max, "9999-12-31", "the end"),
            ("2024-04-30", .min, "0001-01-01", "the beginning"),
        ])
    func adding(from: String, count: Int, to: String, why: String) throws {
        #expect(try calendar().adding(workingDays: count, to: try day(from)).description == to, "\(why)")
    }

    @Test("a day that is none rolls to the one before or after")
    func rolls() throws {
        let calendar = try calendar()
        let (saturday, holiday) = (try day("2024-05-04"), try day("2024-05-06"))
        #expect(calendar.next(onOrAfter: saturday).description == "2024-05-07")
        #expect(calendar.previous(onOrBefore: holiday).description == "2024-05-03")
        #expect(calendar.next(onOrAfter: .max).description == "9999-12-31")
        #expect(calendar.previous(onOrBefore: .min).description == "0001-01-01")
        #expect(calendar.workingDays(from: try day("2024-05-03"), to: try day("2024-05-07")) == 1)
        #expect(calendar.workingDays(from: try day("2024-05-07"), to: try day("2024-05-03")) == -1)
        #expect(calendar.workingDays(from: saturday, to: saturday) == 0)
        #expect(calendar.workingDays(from: .min, to: .max) > 2_600_000)
    }

    @Test("counting in one step agrees with walking day by day")
    func walking() throws {
        let calendar = try calendar(.northernIreland)
        var chance = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let start = CivilDate(dayNumber: Int.random(in: 17_800...21_600, using: &chance))
            let count = Int.random(in: -60...60, using: &chance)
            var (walked, left) = (start, abs(count))
            while left > 0 {
                walked = walked.adding(days: count.signum())
                if calendar.isWorking(walked) { left -= 1 }
            }
            if count == 0 { while !calendar.isWorking(walked) { walked = walked.adding(days: 1) } }
            let jumped = calendar.adding(workingDays: count, to: start)
            let back = calendar.workingDays(from: start, to: jumped)
            if jumped != walked || (count != 0 && back != count) {
                Issue.record(
                    "seed \(seed): \(start) and \(count): walked to \(walked), jumped to \(jumped), counts \(back)")
            }
        }
    }
}
