// What the reading of a settings file needs to know of the machine, handed in so that a test can stand in for it.
// Never reads a clock, the environment or the working directory.

import CivilTime

public struct Surroundings: Sendable {
    /// Where the time zones lie, one TZif file for each.
    public let zoneFolder: String
    /// Where the bank holidays that come with duewatch may lie; the first that exists is read.
    public let holidayFiles: [String]
    /// The day from which the bank holidays must be known a year ahead; nil where that is nobody's concern.
    public let today: CivilDate?

    public init(holidayFiles: [String], today: CivilDate?, zoneFolder: String = "/usr/share/zoneinfo") {
        self.holidayFiles = holidayFiles
        self.today = today
        self.zoneFolder = zoneFolder
    }

    /// The surroundings of a program at this absolute path, installed (`PREFIX/bin`) or just built (`.build`): its
    /// holidays lie in `share/duewatch` or `Config` of one of the five folders above it.
    public static func of(executable: String, today: CivilDate?) -> Surroundings {
        var folders = executable.split(separator: "/").dropLast()
        var candidates: [String] = []
        for _ in 0..<5 where !folders.isEmpty {
            let folder = folders.map { "/\($0)" }.joined()
            candidates += ["share/duewatch", "Config"].map { "\(folder)/\($0)/bank-holidays.json" }
            folders = folders.dropLast()
        }
        return Surroundings(holidayFiles: candidates, today: today)
    }
}
