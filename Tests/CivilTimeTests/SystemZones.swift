// The zones of this system, and what its own zdump says about them.

import CivilTime
import Foundation
import Testing

let zoneDirectory = URL(fileURLWithPath: "/usr/share/zoneinfo")

func bytes(ofZone identifier: String) throws -> [UInt8] {
    let file = zoneDirectory.appendingPathComponent(identifier)
    try #require(FileManager.default.fileExists(atPath: file.path), "\(file.path) is missing: install tzdata")
    return [UInt8](try Data(contentsOf: file))
}

func zone(_ identifier: String) throws -> Zone {
    try Zone(identifier: identifier, tzif: try bytes(ofZone: identifier))
}

/// What zdump prints for one second on either side of a change.
struct ZdumpLine {
    let line: String
    let instant: Instant
    let localDate: CivilDate
    let localTime: String
    let abbreviation: String
    let offset: Int

    /// `Europe/London  Sun Mar 31 01:00:00 2024 UT = Sun Mar 31 02:00:00 2024 BST isdst=1 gmtoff=3600`
    init?(_ line: Substring) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 16, let utcDay = ZdumpLine.day(words[2...5]), let localDay = ZdumpLine.day(words[9...12]),
            let instant = Instant(rfc3339: "\(utcDay)T\(words[4])Z"),
            let offset = Int(words[15].dropFirst("gmtoff=".count))
        else { return nil }
        self.line = String(line)
        self.instant = instant
        localDate = localDay
        localTime = words[11]
        abbreviation = words[13]
        self.offset = offset
    }

    /// The day in ["Mar", "31", "01:00:00", "2024"].
    private static func day(_ words: ArraySlice<String>) -> CivilDate? {
        let words = Array(words)
        guard let month = CivilDate.monthNames.firstIndex(where: { $0.hasPrefix(words[0]) }), let day = Int(words[1]),
            let year = Int(words[3])
        else { return nil }
        return CivilDate(year: year, month: month + 1, day: day)
    }
}

/// Every change of a zone, or of a POSIX rule, from the first of these years to the start of the second.
func zdump(_ zone: String, years: Range<Int>) throws -> [ZdumpLine] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/zdump")
    process.arguments = ["-V", "-c", "\(years.lowerBound),\(years.upperBound)", zone]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let lines = text.split(separator: "\n").filter { $0.contains("gmtoff=") }
    let read = lines.compactMap { ZdumpLine($0) }
    try #require(read.count == lines.count, "a line of zdump was not understood")
    return read
}
