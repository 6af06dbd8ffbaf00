// A day of the proleptic Gregorian calendar, with no time and no zone.
// Algorithms: days_from_civil and its inverse, as described by Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms". Standard library only.

/// A civil day between 0000-03-01 and 9999-12-31.
public struct CivilDate: Hashable, Comparable, Sendable {
    public let year: Int
    public let month: Int
    public let day: Int

    public static func < (a: CivilDate, b: CivilDate) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }
}
