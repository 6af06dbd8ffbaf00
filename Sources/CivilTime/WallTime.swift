// A time of day as a clock on the wall shows it, to the minute, with no date and no zone.

/// Hours and minutes, 00:00 to 23:59.
public struct WallTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0 to 23.
    public let hour: Int
    /// 0 to 59.
    public let minute: Int

    public static let midnight = WallTime(minuteOfDay: 0)

    /// Nil when there is no such time; there is no 24:00.
    public init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// The time written as exactly HH:MM; nil for anything else.
    public init?(_ text: String) {
        var digits = Digits(text)
        guard let hour = digits.number(2), digits.skip(":"), let minute = digits.number(2), digits.isAtEnd else {
            return nil
        }
        self.init(hour: hour, minute: minute)
    }

    /// So many minutes after midnight; numbers outside the day give its first or last minute.
    public init(minuteOfDay: Int) {
        let minutes = min(max(minuteOfDay, 0), 1439)
        hour = minutes / 60
        minute = minutes % 60
    }

    /// Minutes after midnight, 0 to 1439.
    public var minuteOfDay: Int { hour * 60 + minute }

    /// "08:30".
    public var description: String { "\(padded(hour, 2)):\(padded(minute, 2))" }

    public static func < (a: WallTime, b: WallTime) -> Bool { a.minuteOfDay < b.minuteOfDay }
}

extension WallTime: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let time = WallTime(text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a time of day as HH:MM, found \"\(text)\"")
        }
        self = time
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
