import CivilTime
import Foundation
import TestSupport
import Testing

@Suite("Instants and wall times")
struct InstantTests {
    @Test(
        "an instant is written in UTC, with milliseconds only where there are some",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00Z"), (1_714_464_000_000, "2024-04-30T08:00:00Z"),
            (1_714_464_000_001, "2024-04-30T08:00:00.001Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
        ])
    func written(milliseconds: Int64, text: String) {
        #expect(Instant(milliseconds: milliseconds).rfc3339 == text)
        #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
    }

    @Test(
        "offsets, fractions, small letters and leap seconds are read",
        arguments: [
            ("2024-04-30T09:00:00+01:00", "2024-04-30T08:00:00Z"),
            ("2024-04-30T03:30:00-04:30", "2024-04-30T08:00:00Z"),
            ("2024-04-30T08:00:00-00:00", "2024-04-30T08:00:00Z"), ("2024-04-30t08:00:00z", "2024-04-30T08:00:00Z"),
            ("2024-04-30T08:00:00.5Z", "2024-04-30T08:00:00.500Z"),
            ("2024-04-30T08:00:00.1239999Z", "2024-04-30T08:00:00.123Z"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), ("2024-01-01T00:30:00+01:00", "2023-12-31T23:30:00Z"),
        ])
    func read(text: String, same: String) { #expect(Instant(rfc3339: text)?.rfc3339 == same) }

    @Test(
        "what is no RFC 3339 date-time is refused",
        arguments: [
            "", "2024-04-30", "2024-04-30T08:00:00", "2024-04-30T08:00Z", "2024-04-30 08:00:00Z",
            "2024-04-30T24:00:00Z",
            "2024-04-30T08:60:00Z", "2024-04-30T08:00:61Z", "2024-02-30T08:00:00Z", "2024-04-30T08:00:00.Z",
            "2024-04-30T08:00:00+0100", "2024-04-30T08:00:00+24:00", "2024-04-30T08:00:00+01:60",
            "2024-04-30T08:00:00Z ",
            "2024-04-30T08:00:00ZZ", "2024-04-30T08:00:00,5Z",
        ])
    func refused(text: String) { #expect(Instant(rfc3339: text) == nil) }

    @Test("arithmetic stops at the ends instead of trapping")
    func saturating() {
        let (first, last) = (Instant(milliseconds: .min), Instant(milliseconds: .max))
        #expect(last.adding(milliseconds: 1) == last)
        #expect(first.adding(milliseconds: -1) == first)
        #expect(Instant(milliseconds: 0).adding(seconds: .max) == last)
        #expect(Instant(milliseconds: 0).adding(seconds: .min) == first)
        #expect(first.milliseconds(until: last) == .max)
        #expect(last.milliseconds(until: first) == .min)
        #expect(Instant(milliseconds: 1000).adding(seconds: 2) == Instant(milliseconds: 3000))
        #expect(Instant(milliseconds: 1000).milliseconds(until: Instant(milliseconds: 400)) == -600)
        #expect(first.rfc3339 == Instant.distantPast.rfc3339)
        #expect(last.rfc3339 == Instant.distantFuture.rfc3339)
        #expect(Instant(milliseconds: -1).seconds == -1)
    }

    @Test("any instant of the calendar reads back as it was written")
    func roundTrip() {
        var chance = SplitMix64(seed: seed)
        let bounds = Instant.distantPast.milliseconds...Instant.distantFuture.milliseconds
        for _ in 0..<5_000 {
            let instant = Instant(milliseconds: Int64.random(in: bounds, using: &chance))
            if Instant(rfc3339: instant.rfc3339) != instant { Issue.record("seed \(seed): \(instant.milliseconds)") }
        }
    }

    @Test("in JSON an instant is its milliseconds and a wall time its text")
    func codable() throws {
        struct Both: Codable, Equatable {
            let instant: Instant
            let time: WallTime
        }
        let text = #"{"instant":1714464000000,"time":"08:30"}"#
        let both = try JSONDecoder().decode(Both.self, from: Data(text.utf8))
        #expect(both == Both(instant: Instant(milliseconds: 1_714_464_000_000), time: WallTime(minuteOfDay: 510)))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(both), as: UTF8.self) == text)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([WallTime].self, from: Data(#"["8:30"]"#.utf8))
        }
    }

    @Test("a wall time is two digits, a colon and two digits", arguments: ["00:00", "08:30", "23:59"])
    func wallTime(text: String) { #expect(WallTime(text)?.description == text) }

    @Test(
        "other texts are no wall time",
        arguments: ["24:00", "08:60", "8:30", "0830", "08:30:00", " 08:30", "-1:00", ""])
    func noWallTime(text: String) { #expect(WallTime(text) == nil) }

    @Test("wall times are ordered by the clock, and minutes outside the day give its ends")
    func order() throws {
        let (early, late) = (try #require(WallTime(hour: 8, minute: 59)), try #require(WallTime(hour: 9, minute: 0)))
        #expect(early < late)
        #expect(WallTime(hour: 24, minute: 0) == nil)
        #expect(WallTime(minuteOfDay: -5) == .midnight)
        #expect(WallTime(minuteOfDay: 5000).description == "23:59")
    }
}
