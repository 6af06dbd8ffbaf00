// How much mail a relay may be given: so many in a span of time, and so many on a day.

/// So many in any span of this length.
public struct Rate: Hashable, Sendable, CustomStringConvertible {
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case s, min, h

        public var milliseconds: Int64 {
            switch self {
            case .s: 1_000
            case .min: 60_000
            case .h: 3_600_000
            }
        }
    }

    public static let most = 100_000

    /// 1 to `most`.
    public let count: Int
    public let unit: Unit

    public init(_ count: Int, per unit: Unit) {
        self.count = count
        self.unit = unit
    }

    /// Reads `60/min`, `5/s` or `1000/h`; nil for anything else, and for a number out of bounds.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let unit = Unit(rawValue: String(parts[1])), let count = Int(parts[0]),
            parts[0].utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), (1...Self.most).contains(count)
        else { return nil }
        self.init(count, per: unit)
    }

    public var description: String { "\(count)/\(unit.rawValue)" }
}

/// What a relay allows us; nil is no bound.
public struct Quota: Hashable, Sendable {
    public let rate: Rate?
    /// Mails on one day of the zone of the settings.
    public let perDay: Int?

    public static let none = Quota(rate: nil, perDay: nil)

    public init(rate: Rate?, perDay: Int?) {
        self.rate = rate
        self.perDay = perDay
    }
}
