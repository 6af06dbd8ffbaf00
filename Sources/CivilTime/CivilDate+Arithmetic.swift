// Counting in days and months, and the ends of the calendar's periods. Never leaves the bounds of `CivilDate`.

extension CivilDate {
    /// The day so many days later, or earlier when negative; at the bounds it stays there.
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = dayNumber.addingReportingOverflow(days)
        if overflow { return days < 0 ? .min : .max }
        return CivilDate(dayNumber: sum)
    }

    /// The same day of the month so many months later, or the last day where that month is shorter
    /// (31 January and one month: 28 or 29 February); at the bounds it stays there.
    public func adding(months: Int) -> CivilDate {
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        if overflow || sum < 12 || sum >= 120_000 { return months < 0 ? .min : .max }
        let (year, month) = (sum / 12, sum % 12 + 1)
        return CivilDate(checked: year, month, Swift.min(day, CivilDate.daysInMonth(year: year, month: month)))
    }

    /// How many days `other` is after this day; negative when it is before.
    public func days(until other: CivilDate) -> Int { other.dayNumber - dayNumber }

    public var weekday: Weekday { Weekday(daysAfterMonday: dayNumber + 3) }

    public var startOfMonth: CivilDate { CivilDate(checked: year, month, 1) }

    public var endOfMonth: CivilDate {
        CivilDate(checked: year, month, CivilDate.daysInMonth(year: year, month: month))
    }

    /// The last day of the calendar quarter: 31 March, 30 June, 30 September or 31 December.
    public var endOfQuarter: CivilDate { CivilDate(checked: year, (month + 2) / 3 * 3, 1).endOfMonth }

    public var startOfYear: CivilDate { CivilDate(checked: year, 1, 1) }

    public var endOfYear: CivilDate { CivilDate(checked: year, 12, 31) }

    /// The UK financial year in which this day lies.
    public var financialYear: FinancialYear { FinancialYear(startYear: month >= 4 ? year : year - 1) }

    /// 28 to 31; a month outside 1...12 has no days.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }

    /// Whether the year has a 29 February.
    public static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }
}
