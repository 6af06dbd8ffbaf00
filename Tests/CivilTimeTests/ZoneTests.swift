import CivilTime
import TestSupport
import Testing

@Suite("Zones")
struct ZoneTests {
    @Test(
        "a wall time in a gap takes the offset before it, one in an overlap is the first",
        arguments: [
            ("Europe/London", "2026-03-29", "00:59", "2026-03-29T00:59:00Z", "the minute before the gap"),
            ("Europe/London", "2026-03-29", "01:00", "2026-03-29T01:00:00Z", "the gap's first minute shows as 02:00"),
            ("Europe/London", "2026-03-29", "01:30", "2026-03-29T01:30:00Z", "inside the gap"),
            ("Europe/London", "2026-03-29", "02:00", "2026-03-29T01:00:00Z", "the minute after the gap"),
            ("Europe/London", "2026-10-25", "00:59", "2026-10-24T23:59:00Z", "before the overlap"),
            ("Europe/London", "2026-10-25", "01:00", "2026-10-25T00:00:00Z", "the first of two"),
            ("Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z", "the first of two"),
            ("Europe/London", "2026-10-25", "02:00", "2026-10-25T02:00:00Z", "only once again"),
            ("Europe/London", "2100-03-28", "01:30", "2100-03-28T01:30:00Z", "a gap far beyond the table"),
            ("Europe/London", "2100-07-01", "09:00", "2100-07-01T08:00:00Z", "a summer far beyond the table"),
            ("Europe/Dublin", "2026-03-29", "01:30", "2026-03-29T01:30:00Z", "where winter is the exception"),
            ("America/New_York", "2026-03-08", "02:30", "2026-03-08T07:30:00Z", "a gap at two o'clock"),
            ("America/New_York", "2026-11-01", "01:30", "2026-11-01T05:30:00Z", "the first of two"),
            ("Australia/Lord_Howe", "2026-10-04", "02:15", "2026-10-03T15:45:00Z", "a gap of half an hour"),
            ("Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z", "an overlap of half an hour"),
            ("Asia/Kathmandu", "2026-01-01", "00:00", "2025-12-31T18:15:00Z", "a quarter of an hour"),
            ("Pacific/Apia", "2011-12-30", "09:00", "2011-12-30T19:00:00Z", "a day that never was"),
        ])
    func wallTimes(identifier: String, day: String, time: String, instant: String, why: String) throws {
        let day = try #require(CivilDate(iso: day))
        let time = try #require(WallTime(time))
        #expect(try zone(identifier).instant(of: day, at: time).rfc3339 == instant, "\(why)")
    }

    @Test(
        "a day starts at the first instant that has its date",
        arguments: [
            ("Europe/London", "2026-03-29", "2026-03-29T00:00:00Z", "the clocks change later that night"),
            ("Europe/London", "2026-03-30", "2026-03-29T23:00:00Z", "summer time"),
            ("Europe/London", "2026-10-25", "2026-10-24T23:00:00Z", "the day of 25 hours"),
            ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", "midnight was skipped: the day began at 01:00"),
            ("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z", "midnight is skipped every spring"),
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", "midnight went back to 23:00 the day before"),
            ("America/Havana", "2024-11-03", "2024-11-03T04:00:00Z", "the first of two midnights"),
            ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z", "one minute of it before the clocks went back"),
            ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", "the day before the skipped one"),
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", "skipped: the start of the next"),
            ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", "the day after the skipped one"),
        ])
    func starts(identifier: String, day: String, instant: String, why: String) throws {
        let day = try #require(CivilDate(iso: day))
        #expect(try zone(identifier).startOfDay(day).rfc3339 == instant, "\(why)")
    }

    @Test("days follow one another without gap or overlap in every zone tried, and start with their own date")
    func daysTile() throws {
        for identifier in zdumpZones {
            let zone = try zone(identifier)
            for number in -4_000..<30_000 where number % 3 == 0 {
                let day = CivilDate(dayNumber: number)
                let start = zone.startOfDay(day)
                let skipped = start == zone.startOfDay(day.adding(days: 1))
                if !skipped && (zone.date(at: start) != day || zone.date(at: start.adding(milliseconds: -1)) >= day) {
                    Issue.record("\(identifier), \(day): starts \(start)")
                }
                if skipped && identifier != "Pacific/Apia" { Issue.record("\(identifier), \(day): skipped") }
            }
        }
    }

    @Test("an instant's wall time comes back to the instant, or to the first one that showed it")
    func wallTimesRoundTrip() throws {
        var chance = SplitMix64(seed: seed)
        for identifier in zdumpZones {
            let zone = try zone(identifier)
            for _ in 0..<400 {
                let instant = Instant(milliseconds: 60_000 * Int64.random(in: -50_000_000...70_000_000, using: &chance))
                let (date, time, second) = zone.civilToSecond(at: instant)
                guard second == 0 else { continue }  // mean time of a place, before zones
                let back = zone.instant(of: date, at: time)
                let repeated = zone.civil(at: back) == (date, time) && back < instant
                if back != instant && !repeated { Issue.record("seed \(seed): \(identifier) \(instant) -> \(back)") }
            }
        }
    }

    @Test(
        "mail dates are in the zone's time with its offset",
        arguments: [
            ("Europe/London", "2024-04-30T08:00:00Z", "Tue, 30 Apr 2024 09:00:00 +0100"),
            ("Europe/London", "2024-01-05T08:00:09Z", "Fri, 5 Jan 2024 08:00:09 +0000"),
            ("America/St_Johns", "2024-01-01T02:00:00Z", "Sun, 31 Dec 2023 22:30:00 -0330"),
            ("Asia/Kathmandu", "2024-04-30T08:00:00Z", "Tue, 30 Apr 2024 13:45:00 +0545"),
            ("Europe/London", "1840-01-01T00:00:00Z", "Tue, 31 Dec 1839 23:59:00 -0001"),
        ])
    func mailDates(identifier: String, instant: String, text: String) throws {
        #expect(try zone(identifier).rfc5322(try #require(Instant(rfc3339: instant))) == text)
    }

    @Test("UTC needs no file")
    func utc() throws {
        let instant = try #require(Instant(rfc3339: "2024-04-30T08:01:02Z"))
        let shown = Zone.utc.civilToSecond(at: instant)
        #expect(shown.date.description == "2024-04-30")
        #expect(shown.time.description == "08:01")
        #expect(shown.second == 2)
        #expect(Zone.utc.abbreviation(at: instant) == "UTC")
        #expect(Zone.utc.startOfDay(shown.date).rfc3339 == "2024-04-30T00:00:00Z")
    }

    @Test(
        "no instant and no day traps, however far", arguments: ["Europe/London", "America/Nuuk", "Australia/Lord_Howe"])
    func extremes(identifier: String) throws {
        let zone = try zone(identifier)
        for milliseconds in [Int64.min, .min + 1, -62_135_596_800_000, 253_402_300_799_999, .max - 1, .max] {
            let instant = Instant(milliseconds: milliseconds)
            #expect((CivilDate.min...CivilDate.max).contains(zone.date(at: instant)))
            #expect(!zone.rfc5322(instant).isEmpty)
        }
        for day in [CivilDate.min, .max] {
            #expect(abs(zone.startOfDay(day).seconds - Int64(day.dayNumber) * 86_400) < 86_400)
            #expect(abs(zone.instant(of: day, at: .midnight).seconds - Int64(day.dayNumber) * 86_400) < 86_400)
        }
    }

    @Test(
        "only well-formed identifiers may become paths",
        arguments: [
            ("Europe/London", true), ("UTC", true), ("Etc/GMT+1", true), ("America/Argentina/Buenos_Aires", true),
            ("America/Port-au-Prince", true), ("", false), ("/etc/passwd", false), ("../../etc/passwd", false),
            ("Europe//London", false), ("Europe/", false), ("Europe/London\0", false), ("Europe/Köln", false),
        ])
    func identifiers(identifier: String, wellFormed: Bool) {
        #expect(Zone.isWellFormed(identifier: identifier) == wellFormed)
    }
}
