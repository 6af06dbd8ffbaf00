import Foundation
import Testing

@testable import CivilTime

/// Each for a reason: negative daylight time, half an hour, 45 minutes, changes that follow the moon, a skipped day,
/// changes on a Saturday evening, no changes at all, and so on.
let zdumpZones = [
    "Europe/London", "Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca",
    "Asia/Tehran", "Pacific/Apia", "America/Nuuk", "America/Sao_Paulo", "Pacific/Chatham", "Asia/Gaza",
    "Africa/El_Aaiun",
    "America/Santiago", "Antarctica/Troll", "Etc/UTC",
]

@Suite("Agreement with the system's zdump")
struct ZdumpTests {
    @Test(
        "each side of every change from 1850 to 2100 is as zdump says, and there are no others", arguments: zdumpZones)
    func changes(identifier: String) throws {
        try compare(try zone(identifier), with: try zdump(identifier, years: 1850..<2101), from: 1850, to: 2100)
    }

    @Test(
        "a rule alone, without a table, is as zdump reads it",
        arguments: [
            ("GMT0BST,M3.5.0/1,M10.5.0", "London"), ("IST-1GMT0,M10.5.0,M3.5.0/1", "Dublin: winter is the exception"),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "a negative hour, and names in brackets"),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "half an hour, in the south"),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", "hours beyond the day"),
            ("AAA5BBB,J60/0,J300", "days without 29 February"),
            ("AAA5BBB,59/0,300/2:30:15", "days with 29 February"), ("AAA5BBB4:30,J59,J60/23:59:59", "one day a year"),
            ("<+0330>-3:30<+0430>,J79/24,J263/24", "midnight at the day's end"), ("EST5", "no daylight time"),
            ("CCC-12:45DDD,M9.5.0/2:45,M4.1.0/3:45", "Chatham"), ("AAA3BBB,M12.5.0/1,M1.1.1/5", "across the new year"),
        ])
    func rules(rule: String, why: String) throws {
        let zone = try Zone(identifier: why, tzif: TZifFile(footer: rule).bytes)
        try compare(zone, with: try zdump(rule, years: 1990..<2038), from: 1990, to: 2037)
    }

    @Test("every zone of the system can be read, and those that count leap seconds are refused by name")
    func everyZone() throws {
        let files = try #require(FileManager.default.enumerator(atPath: zoneDirectory.path))
        var count = 0
        for case let path as String in files where Zone.isWellFormed(identifier: path) {
            let file = zoneDirectory.appendingPathComponent(path)
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isDirectory), !isDirectory.boolValue
            else { continue }
            let bytes = [UInt8](try Data(contentsOf: file))
            guard bytes.starts(with: "TZif".utf8) else { continue }
            count += 1
            if path.hasPrefix("right/") {
                let error = #expect(throws: ZoneError.self) { try Zone(identifier: path, tzif: bytes) }
                #expect(error?.place.contains("leap second") == true)
            } else {
                #expect(throws: Never.self) { try Zone(identifier: path, tzif: bytes) }
            }
        }
        #expect(count > 300)
    }

    /// Every line agrees, and every change of ours within the years stands in some line.
    private func compare(_ zone: Zone, with lines: [ZdumpLine], from first: Int, to last: Int) throws {
        for line in lines {
            let (date, time, second) = zone.civilToSecond(at: line.instant)
            let shown = "\(time):\(second < 10 ? "0" : "")\(second)"
            if zone.offset(at: line.instant) != line.offset || zone.abbreviation(at: line.instant) != line.abbreviation
                || date != line.localDate || shown != line.localTime
            {
                Issue.record("expected \(line.line), found \(date) \(shown) \(zone.abbreviation(at: line.instant))")
            }
        }
        let known = Set(lines.map(\.instant.seconds))
        let start = try #require(CivilDate(year: first, month: 1, day: 1))
        let end = try #require(CivilDate(year: last, month: 12, day: 31))
        let ours = zone.changes(after: Int64(start.dayNumber) * 86_400, upTo: Int64(end.dayNumber) * 86_400)
        let unknown = ours.filter { zone.type(at: $0) != zone.type(at: $0 - 1) && !known.contains($0) }
        #expect(unknown == [])
        #expect(ours.count <= lines.count + 40)
    }
}
