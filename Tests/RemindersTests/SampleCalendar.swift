// London, its bank holidays of two years, and days and instants written short.

import CivilTime
import Foundation

struct NoSuchDay: Error, CustomStringConvertible {
    let text: String

    var description: String { "no such day or time: \(text)" }
}

enum SampleCalendar {
    static let bankHolidays = [
        "2023-12-25", "2023-12-26", "2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26",
        "2024-12-25", "2024-12-26", "2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25",
        "2025-12-25", "2025-12-26",
    ]

    private static let london = Result { try read("Europe/London") }

    static func zone(_ name: String) throws -> Zone {
        name == "Europe/London" ? try london.get() : try read(name)
    }

    private static func read(_ name: String) throws -> Zone {
        let file = URL(fileURLWithPath: "/usr/share/zoneinfo/\(name)")
        return try Zone(identifier: name, tzif: [UInt8](try Data(contentsOf: file)))
    }

    static func calendar(_ zoneName: String = "Europe/London") throws -> WorkingCalendar {
        var titles: [CivilDate: String] = [:]
        for text in bankHolidays { titles[try day(text)] = "Bank holiday" }
        return WorkingCalendar(
            zone: try zone(zoneName), division: .englandAndWales,
            holidays: BankHolidays([.englandAndWales: titles]))
    }

    /// 09:00 to 16:30.
    static func window() throws -> SendWindow {
        let (opens, closes) = (WallTime(hour: 9, minute: 0), WallTime(hour: 16, minute: 30))
        guard let opens, let closes, let window = SendWindow(opens: opens, closes: closes) else {
            throw NoSuchDay(text: "09:00 to 16:30")
        }
        return window
    }
}

func day(_ text: String) throws -> CivilDate {
    guard let day = CivilDate(iso: text) else { throw NoSuchDay(text: text) }
    return day
}

/// "2024-03-28" is the start of the day in London; "2024-03-28 09:30" a time on it.
func london(_ text: String) throws -> Instant {
    let parts = text.split(separator: " ").map(String.init)
    let zone = try SampleCalendar.zone("Europe/London")
    let start = try day(parts.first ?? "")
    guard parts.count == 2 else { return zone.startOfDay(start) }
    let numbers = parts[1].split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 2, let time = WallTime(hour: numbers[0], minute: numbers[1]) else {
        throw NoSuchDay(text: text)
    }
    return zone.instant(of: start, at: time)
}
