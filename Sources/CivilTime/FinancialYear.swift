// The financial year of UK government, 1 April to 31 March. Never the tax year, which starts on 6 April.

/// A UK financial year, named by the calendar year in which it starts.
public struct FinancialYear: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 2024 for 2024/25.
    public let startYear: Int

    public init(startYear: Int) { self.startYear = startYear }

    /// 1 April; beyond the bounds of `CivilDate`, its first or last day.
    public var firstDay: CivilDate { day(year: startYear, month: 4, day: 1) }

    /// 31 March of the following year; beyond the bounds of `CivilDate`, its first or last day.
    public var lastDay: CivilDate {
        let (year, overflow) = startYear.addingReportingOverflow(1)
        return overflow ? .max : day(year: year, month: 3, day: 31)
    }

    /// The first to the last day of a quarter: 1 is April to June, 4 is January to March. Other numbers give the nearest.
    public func quarter(_ number: Int) -> ClosedRange<CivilDate> {
        let start = firstDay.adding(months: 3 * (min(max(number, 1), 4) - 1))
        return start...start.adding(months: 2).endOfMonth
    }

    /// "2024/25".
    public var description: String { "\(startYear)/\(padded(abs((startYear % 100 + 1) % 100), 2))" }

    public static func < (a: FinancialYear, b: FinancialYear) -> Bool { a.startYear < b.startYear }

    private func day(year: Int, month: Int, day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? (year < 1 ? .min : .max)
    }
}
