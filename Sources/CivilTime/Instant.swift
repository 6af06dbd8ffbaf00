// A point in time as milliseconds since 1970-01-01T00:00:00Z. Never reads a clock.

/// Milliseconds since the Unix epoch, UTC, without leap seconds.
public struct Instant: Hashable, Comparable, Sendable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
}
