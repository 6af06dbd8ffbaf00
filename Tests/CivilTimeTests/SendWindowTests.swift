import CivilTime
import Foundation
import TestSupport
import Testing

@Suite("Send windows")
struct SendWindowTests {
    private func calendar(_ identifier: String = "Europe/London") throws -> WorkingCalendar {
        WorkingCalendar(zone: try zone(identifier), division: .englandAndWales, holidays: try shippedHolidays())
    }

    private func window(_ opens: String, _ closes: String) throws -> SendWindow {
        let (opens, closes) = (try #require(WallTime(opens)), try #require(WallTime(closes)))
        return try #require(SendWindow(opens: opens, closes: closes))
    }

    @Test(
        "the next opening is now, later today, or on the next working day",
        arguments: [
            ("2024-04-30T06:00:00Z", "2024-04-30T07:30:00Z", "before it opens"),
            ("2024-04-30T07:30:00Z", "2024-04-30T07:30:00Z", "as it opens"),
            ("2024-04-30T11:17:23.456Z", "2024-04-30T11:17:23.456Z", "while it is open: at once"),
            ("2024-04-30T15:59:59.999Z", "2024-04-30T15:59:59.999Z", "the last millisecond"),
            ("2024-04-30T16:00:00Z", "2024-05-01T07:30:00Z", "as it closes"),
            ("2024-05-03T18:00:00Z", "2024-05-07T07:30:00Z", "a Friday evening before a bank holiday"),
            ("2024-05-05T10:00:00Z", "2024-05-07T07:30:00Z", "a Sunday"),
            ("2026-03-27T20:00:00Z", "2026-03-30T07:30:00Z", "into summer time: an hour earlier in UTC"),
            ("2026-10-23T20:00:00Z", "2026-10-26T08:30:00Z", "out of summer time"),
            ("2024-12-24T20:00:00Z", "2024-12-27T08:30:00Z", "over Christmas"),
        ])
    func openings(instant: String, opening: String, why: String) throws {
        let (calendar, window) = (try calendar(), try window("08:30", "17:00"))
        let instant = try #require(Instant(rfc3339: instant))
        #expect(calendar.nextOpening(of: window, onOrAfter: instant).rfc3339 == opening, "\(why)")
        #expect(calendar.contains(instant, in: window) == (instant.rfc3339 == opening), "\(why)")
    }

    @Test("a window that the clocks skip or repeat is never empty")
    func clockChanges() throws {
        // No division works on the Sundays of the clock changes, but a window can be asked for on any day.
        let calendar = try calendar()
        let (spring, autumn) = (try #require(CivilDate(iso: "2026-03-29")), try #require(CivilDate(iso: "2026-10-25")))
        for (opens, closes) in [("00:30", "01:30"), ("01:00", "02:00"), ("01:30", "02:15"), ("01:15", "01:16")] {
            let window = try window(opens, closes)
            for day in [spring, autumn] {
                #expect(
                    calendar.opening(of: window, on: day) < calendar.closing(of: window, on: day), "\(window) \(day)")
            }
        }
        let early = try window("01:00", "03:00")
        #expect(calendar.opening(of: early, on: spring).rfc3339 == "2026-03-29T01:00:00Z")
        #expect(calendar.closing(of: early, on: spring).rfc3339 == "2026-03-29T02:00:00Z")
        #expect(calendar.opening(of: early, on: autumn).rfc3339 == "2026-10-25T00:00:00Z")
        #expect(calendar.closing(of: early, on: autumn).rfc3339 == "2026-10-25T03:00:00Z")
    }

    @Test("a working day that the zone skipped has no window")
    func skippedDay() throws {
        let calendar = try calendar("Pacific/Apia")
        let thursdayEvening = try #require(Instant(rfc3339: "2011-12-30T08:00:00Z"))
        let opening = calendar.nextOpening(of: try window("08:30", "17:00"), onOrAfter: thursdayEvening)
        #expect(opening.rfc3339 == "2012-01-01T18:30:00Z", "Monday 2 January, as no holidays are known for 2012")
    }

    @Test("a window whose closing time the clocks skip keeps its length, into the next day if need be")
    func pastMidnight() throws {
        // Wednesday 3 April 2024: 23:30 is followed by 00:30 on Thursday.
        let zone = try Zone(identifier: "Test", tzif: TZifFile(footer: "AAA0BBB,M4.1.3/23:30,M10.1.3/23:30").bytes)
        let calendar = WorkingCalendar(zone: zone, division: .scotland, holidays: try shippedHolidays())
        let window = try window("23:00", "23:45")
        let (inside, closing) = ("2024-04-03T23:44:59Z", "2024-04-03T23:45:00Z")
        #expect(calendar.contains(try #require(Instant(rfc3339: inside)), in: window))
        let next = calendar.nextOpening(of: window, onOrAfter: try #require(Instant(rfc3339: closing)))
        #expect(next.rfc3339 == "2024-04-04T22:00:00Z")
    }

    @Test("the next opening is open, not before, and nothing between is open")
    func properties() throws {
        var chance = SplitMix64(seed: seed)
        for identifier in ["Europe/London", "Pacific/Apia", "America/Sao_Paulo", "Australia/Lord_Howe"] {
            let calendar = try calendar(identifier)
            for _ in 0..<60 {
                let opens = Int.random(in: 0...1430, using: &chance)
                let closes = Int.random(in: opens + 1...1439, using: &chance)
                let window = try #require(
                    SendWindow(opens: WallTime(minuteOfDay: opens), closes: WallTime(minuteOfDay: closes)))
                let instant = Instant(
                    milliseconds: Int64.random(in: 1_200_000_000_000...1_900_000_000_000, using: &chance))
                let opening = calendar.nextOpening(of: window, onOrAfter: instant)
                let gap = instant.milliseconds(until: opening)
                let between = instant.adding(milliseconds: Int64.random(in: 0...max(0, gap - 1), using: &chance))
                if opening < instant || !calendar.contains(opening, in: window) || gap > 7 * 86_400_000
                    || (gap > 0 && calendar.contains(between, in: window))
                {
                    Issue.record("seed \(seed): \(identifier), \(window), \(instant) -> \(opening)")
                }
            }
        }
    }

    @Test("where the calendar ends there is no further opening")
    func end() throws {
        #expect(
            try calendar().nextOpening(of: try window("08:30", "17:00"), onOrAfter: .distantFuture) == .distantFuture)
    }

    @Test("a window closes later than it opens", arguments: [("08:30", "08:30"), ("17:00", "08:30")])
    func refused(opens: String, closes: String) throws {
        let (first, second) = (try #require(WallTime(opens)), try #require(WallTime(closes)))
        #expect(SendWindow(opens: first, closes: second) == nil)
        #expect(throws: DecodingError.self) {
            let text = #"{"opens":"\#(opens)","closes":"\#(closes)"}"#
            return try JSONDecoder().decode(SendWindow.self, from: Data(text.utf8))
        }
    }

    @Test("in JSON a window is its two times")
    func codable() throws {
        let window = try window("08:30", "17:00")
        #expect(try JSONDecoder().decode(SendWindow.self, from: try JSONEncoder().encode(window)) == window)
        #expect(window.description == "08:30 to 17:00")
    }
}
