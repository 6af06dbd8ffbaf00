// A day of the proleptic Gregorian calendar, with no time and no zone. Every operation is total: what would leave the
// years 1 to 9999 stays at their first or last day, so no input from a document can stop the program.
// Source: days_from_civil and its inverse, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".

/// A civil day from 0001-01-01 to 9999-12-31.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Year, month and day in one number that grows with them: facts hold many days, and are compared and copied a lot.
    private let packed: Int32

    /// 1 to 9999.
    public var year: Int { Int(packed) >> 9 }
    /// 1 to 12.
    public var month: Int { Int(packed) >> 5 & 0xF }
    /// 1 to 31, never beyond the end of the month.
    public var day: Int { Int(packed) & 0x1F }

    /// The first day there is.
    public static let min = CivilDate(checked: 1, 1, 1)
    /// The last day there is.
    public static let max = CivilDate(checked: 9999, 12, 31)

    /// The day with these numbers; nil when there is no such day (30 February) or the year is not in 1...9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysInMonth(year: year, month: month)
        else { return nil }
        self.init(checked: year, month, day)
    }

    /// The day with this number, counted from 1970-01-01; numbers beyond the bounds give `min` or `max`.
    public init(dayNumber: Int) {
        let number = Swift.min(Swift.max(dayNumber, CivilDate.firstDayNumber), CivilDate.lastDayNumber)
        let shifted = number + 719_468  // days since 0000-03-01: within the bounds, so never negative
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            checked: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// The caller has made sure that this day exists.
    init(checked year: Int, _ month: Int, _ day: Int) {
        packed = Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    /// Days since 1970-01-01, negative before it.
    public var dayNumber: Int {
        let yearFromMarch = month <= 2 ? year - 1 : year  // never negative, since year is at least 1
        let era = yearFromMarch / 400
        let yearOfEra = yearFromMarch % 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.packed < b.packed }

    static let firstDayNumber = -719_162
    static let lastDayNumber = 2_932_896
}
