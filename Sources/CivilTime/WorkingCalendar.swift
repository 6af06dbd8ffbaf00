// Working days of one division: Monday to Friday without its bank holidays. Every question costs a few looks into
// the list of holidays, however long the span. Beyond the last holiday that is known, only weekends are left out.

/// The working days of a division, in a zone.
public struct WorkingCalendar: Sendable, Equatable {
    public let zone: Zone
    public let division: Division
    public let holidays: BankHolidays
    /// Day numbers of the holidays that fall on Monday to Friday, ascending.
    private let lost: [Int64]

    public init(zone: Zone, division: Division, holidays: BankHolidays) {
        self.zone = zone
        self.division = division
        self.holidays = holidays
        lost = holidays.days(in: division).filter { !$0.weekday.isWeekend }.map { Int64($0.dayNumber) }
    }

    /// How far this division's holidays are known; nil when none are.
    public var horizon: CivilDate? { holidays.lastDay(in: division) }

    public func isWorking(_ day: CivilDate) -> Bool {
        guard !day.weekday.isWeekend else { return false }
        let number = Int64(day.dayNumber)
        let place = lost.upperBound(of: number)
        return place == 0 || lost[place - 1] != number
    }

    /// The day itself if it is a working day, else the next one.
    public func next(onOrAfter day: CivilDate) -> CivilDate {
        isWorking(day) ? day : workingDay(numbered: count(upTo: day) + 1)
    }

    /// The day itself if it is a working day, else the one before.
    public func previous(onOrBefore day: CivilDate) -> CivilDate { workingDay(numbered: count(upTo: day)) }

    /// The nth working day after the day, or before it when n is negative. For 0 the day itself, or the next working day
    /// where it is none. From a Saturday, 1 is Monday and -1 is Friday. At the bounds of `CivilDate` it stays there.
    public func adding(workingDays n: Int, to day: CivilDate) -> CivilDate {
        if n == 0 { return next(onOrAfter: day) }
        let bounded = min(max(n, -CivilDate.lastDayNumber * 2), CivilDate.lastDayNumber * 2)
        return workingDay(numbered: bounded > 0 ? count(upTo: day) + bounded : count(before: day) + bounded + 1)
    }

    /// How many working days there are after `start`, up to and including `end`. Where `end` is earlier, the negative
    /// number of those from `end` on, before `start`. So `adding(workingDays: n, to: start)` is n working days away.
    public func workingDays(from start: CivilDate, to end: CivilDate) -> Int {
        start <= end ? count(upTo: end) - count(upTo: start) : count(before: end) - count(before: start)
    }

    /// Working days from the first of all days, a Monday, to this one.
    private func count(upTo day: CivilDate) -> Int {
        let days = day.dayNumber - CivilDate.firstDayNumber
        return days / 7 * 5 + min(days % 7 + 1, 5) - lost.upperBound(of: Int64(day.dayNumber))
    }

    private func count(before day: CivilDate) -> Int { day == .min ? 0 : count(upTo: day.adding(days: -1)) }

    /// The first day by which there have been so many working days. The nth weekday is one too early for each holiday up
    /// to it; moving on by so many may pass further ones, and ends where none was.
    private func workingDay(numbered number: Int) -> CivilDate {
        guard number > 0 else { return .min }
        var passed = 0
        while true {
            let weekdays = number + passed - 1
            let day = CivilDate.firstDayNumber + weekdays / 5 * 7 + weekdays % 5
            let known = day > CivilDate.lastDayNumber ? passed : lost.upperBound(of: Int64(day))
            if known == passed { return CivilDate(dayNumber: day) }
            passed = known
        }
    }
}
