// A point in time as milliseconds since 1970-01-01T00:00:00Z, without leap seconds. Never reads a clock, never traps:
// arithmetic stops at the ends of Int64.

/// Milliseconds since the Unix epoch, UTC.
public struct Instant: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// 0001-01-01T00:00:00Z.
    public static let distantPast = Instant(milliseconds: Int64(CivilDate.firstDayNumber) * millisecondsPerDay)
    /// 9999-12-31T23:59:59.999Z.
    public static let distantFuture = Instant(milliseconds: Int64(CivilDate.lastDayNumber + 1) * millisecondsPerDay - 1)

    /// So many milliseconds later, or earlier when negative; saturating.
    public func adding(milliseconds more: Int64) -> Instant {
        let (sum, overflow) = milliseconds.addingReportingOverflow(more)
        if overflow { return Instant(milliseconds: more < 0 ? .min : .max) }
        return Instant(milliseconds: sum)
    }

    /// So many seconds later, or earlier when negative; saturating.
    public func adding(seconds: Int64) -> Instant {
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1000)
        return adding(milliseconds: overflow ? (seconds < 0 ? .min : .max) : product)
    }

    /// So many milliseconds is `other` after this instant, negative when it is before; saturating.
    public func milliseconds(until other: Instant) -> Int64 {
        let (difference, overflow) = other.milliseconds.subtractingReportingOverflow(milliseconds)
        if overflow { return other < self ? .min : .max }
        return difference
    }

    /// Whole seconds since the epoch, rounded down.
    public var seconds: Int64 { milliseconds.dividedDown(by: 1000) }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }

    static let millisecondsPerDay: Int64 = 86_400_000
}

extension Instant: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }
}

extension Int64 {
    /// The quotient rounded towards minus infinity, by a positive divisor.
    func dividedDown(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
