// The rule for the time after a zone's table: standard time, and daylight saving time between two days of every year.
// Never assumes that daylight time is the later one: Dublin's standard time is its summer time.
// Source: POSIX.1-2024 section 8.3 (TZ), extended by RFC 9636 section 3.3.1.

/// Standard time and, where there is one, daylight time with the days on which it starts and ends.
struct PosixRule: Sendable, Equatable {
    let standard: Zone.LocalType
    let daylight: Daylight?

    struct Daylight: Sendable, Equatable {
        let type: Zone.LocalType
        /// By the clock of standard time.
        let start: Day
        /// By the clock of daylight time.
        let end: Day
    }

    /// A day of every year, and seconds after its midnight, which may be negative or beyond the day.
    struct Day: Sendable, Equatable {
        let form: Form
        let seconds: Int

        enum Form: Sendable, Equatable {
            /// Jn: 1 to 365; 29 February is never counted.
            case withoutLeapDay(Int)
            /// n: 0 to 365; 29 February is counted.
            case fromZero(Int)
            /// Mm.w.d: the month, the week (5 is the last one), the weekday (0 is Sunday).
            case weekday(month: Int, week: Int, weekday: Int)
        }
    }

    /// The local time in force so many seconds after the epoch. Daylight time wins where two years' periods touch,
    /// which is how a rule says that it never ends.
    func type(at seconds: Int64) -> Zone.LocalType {
        guard let daylight else { return standard }
        let year = PosixRule.year(of: seconds)
        for year in year - 1...year + 1 {
            let start = self.start(daylight, year)
            var end = self.end(daylight, year)
            if end < start { end = self.end(daylight, year + 1) }
            if start <= seconds && seconds < end { return daylight.type }
        }
        return standard
    }

    /// The starts and ends in the half-open range (`after`, `upTo`], ascending.
    func changes(after: Int64, upTo: Int64) -> [Int64] {
        guard let daylight else { return [] }
        let years = PosixRule.year(of: after) - 1...PosixRule.year(of: upTo) + 1
        return years.flatMap { [start(daylight, $0), end(daylight, $0)] }.filter { after < $0 && $0 <= upTo }.sorted()
    }

    private func start(_ daylight: Daylight, _ year: Int) -> Int64 {
        Int64(daylight.start.dayNumber(in: year) * 86_400 + daylight.start.seconds - standard.offset)
    }

    private func end(_ daylight: Daylight, _ year: Int) -> Int64 {
        Int64(daylight.end.dayNumber(in: year) * 86_400 + daylight.end.seconds - daylight.type.offset)
    }

    private static func year(of seconds: Int64) -> Int {
        CivilDate(dayNumber: Int(seconds.dividedDown(by: 86_400))).year
    }
}

extension PosixRule.Day {
    /// Days since 1970-01-01.
    func dayNumber(in year: Int) -> Int {
        // The years beside the bounds of `CivilDate` are those of another cycle of 400 years.
        let cycles = year < 1 ? -1 : year > 9999 ? 1 : 0
        return dayNumber(withinBounds: year - 400 * cycles) + 146_097 * cycles
    }

    private func dayNumber(withinBounds year: Int) -> Int {
        switch form {
        case .withoutLeapDay(let day):
            return CivilDate(checked: year, 1, 1).dayNumber + day - 1 + (day >= 60 && CivilDate.isLeap(year) ? 1 : 0)
        case .fromZero(let day):
            return CivilDate(checked: year, 1, 1).dayNumber + day
        case .weekday(let month, let week, let weekday):
            let first = CivilDate(checked: year, month, 1)
            let firstMatch = (weekday - first.weekday.rawValue % 7 + 7) % 7
            let match = firstMatch + 7 * (week - 1)
            return first.dayNumber + (match < CivilDate.daysInMonth(year: year, month: month) ? match : match - 7)
        }
    }
}
