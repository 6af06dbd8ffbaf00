// The days on which something comes round by its own rule: what recurs, and reviews. It counts from the calendar or from
// a first day, never from when anything was sent.

import ActionPlans
import CivilTime

/// An endless row of days, each later than the one before. What comes oftener than every month is none.
struct Rhythm: Hashable, Sendable {
    private enum Rule: Hashable {
        /// The last day of each period of so many months of the calendar: quarters end in March, June ...
        case periods(Int)
        /// The last day of these months of every year, ascending.
        case months([Int])
        /// The first day, and every so many months from it.
        case from(CivilDate, everyMonths: Int)
    }

    private let rule: Rule
    /// No day before this one belongs to it.
    private let start: CivilDate

    /// nil for a reading that does not recur, or oftener than every month.
    ///
    /// - A period with a start comes round from it on: from a day on that day, from a month on its last day.
    /// - Without a start it is due on the last day of each calendar month, quarter, half or year.
    /// - Months are due on their last days, school terms on 31 March, 31 July and 31 December.
    init?(_ reading: Reading) {
        guard let recurrence = reading.recurrence else { return nil }
        start = reading.from ?? .min
        switch recurrence {
        case .months(let months):
            let months = Set(months.filter((1...12).contains)).sorted()
            guard !months.isEmpty else { return nil }
            rule = .months(months)
        case .terms: rule = .months([3, 7, 12])
        case .every(let period):
            guard let months = Self.months(of: period) else { return nil }
            guard let from = reading.from else {
                rule = .periods(months)
                return
            }
            let isDay = reading.precision == .day || reading.precision == nil
            rule = .from(isDay ? from : reading.due ?? from.endOfMonth, everyMonths: months)
        }
    }

    init(from: CivilDate, everyMonths months: Int) {
        rule = .from(from, everyMonths: months.withinReason)
        start = from
    }

    /// The months of `P3M` or `P1Y`; nil for anything else.
    private static func months(of period: String) -> Int? {
        guard period.first == "P", let unit = period.last, let count = Int(period.dropFirst().dropLast()), count > 0
        else { return nil }
        switch unit {
        case "M": return count.withinReason
        case "Y": return count.withinReason * 12
        default: return nil
        }
    }

    /// nil where the calendar ends before there is one.
    func first(onOrAfter day: CivilDate) -> CivilDate? {
        let wanted = max(day, start)
        var number = near(wanted)
        while let earlier = self.day(number - 1), earlier >= wanted { number -= 1 }
        while let present = self.day(number), present < wanted { number += 1 }
        return self.day(number)
    }

    /// nil where it has not begun by then.
    func last(before day: CivilDate) -> CivilDate? {
        var number = near(day)
        while let present = self.day(number), present < day { number += 1 }
        while number > 0 {
            number -= 1
            guard let earlier = self.day(number) else { continue }
            if earlier < start { return nil }
            if earlier < day { return earlier }
        }
        return nil
    }

    /// A number at or a little before the day's; at least 0.
    private func near(_ day: CivilDate) -> Int {
        switch rule {
        case .periods(let months): max(0, (day.year * 12 + day.month - 1) / months - 2)
        case .months(let months): max(0, (day.year - 1) * months.count)
        case .from(let first, let months):
            max(0, ((day.year - first.year) * 12 + day.month - first.month) / months - 2)
        }
    }

    /// The day with a number from 0; nil beyond the calendar.
    private func day(_ number: Int) -> CivilDate? {
        guard number >= 0 else { return nil }
        switch rule {
        case .periods(let months): return Self.endOfMonth((number + 1) * months - 1)
        case .months(let months): return Self.endOfMonth(number / months.count * 12 + months[number % months.count] - 1)
        case .from(let first, let months):
            let day = first.adding(months: number * months)
            return day < .max ? day : nil
        }
    }

    /// Of a month counted from January of the year 0.
    private static func endOfMonth(_ month: Int) -> CivilDate? {
        CivilDate(year: month / 12, month: month % 12 + 1, day: 1)?.endOfMonth
    }
}

extension Rhythm {
    /// The coming round that a word of `done` answers when it was said on a day: the one that has passed unanswered, or
    /// is due within four days, and otherwise the next. nil where the calendar ends.
    func answered(on day: CivilDate, since: CivilDate, doneThrough: CivilDate?) -> CivilDate? {
        let due = last(before: day.adding(days: 5))
        if let due, due >= since, doneThrough.map({ $0 < due }) ?? true { return due }
        return first(onOrAfter: max(since, day, doneThrough?.adding(days: 1) ?? .min))
    }

    /// The coming round that is chased on a day: the latest that has come, unless it was answered, else the next.
    /// `turn` is the day on which one is told as due. With it, the day on which the one after takes its place.
    func present(
        on today: CivilDate, since: CivilDate, doneThrough: CivilDate?, turn: (CivilDate) -> CivilDate
    ) -> (due: CivilDate, nextTurn: CivilDate?)? {
        let upcoming = first(onOrAfter: today)
        let latest = upcoming.flatMap { turn($0) <= today ? $0 : nil } ?? last(before: today)
        let chased: CivilDate?
        if let latest, latest >= since, doneThrough.map({ $0 < latest }) ?? true {
            chased = latest
        } else {
            chased = first(onOrAfter: max(since, today, doneThrough?.adding(days: 1) ?? .min))
        }
        return chased.map { due in (due, first(onOrAfter: due.adding(days: 1)).map(turn)) }
    }
}

extension Reading {
    /// Whether it comes round: then `done` is said of one round, and closes no other.
    public var comesRound: Bool { if case .rounds = chase { true } else { false } }

    /// The due day of the round that a word of `done` answers, and of the one after it; nil for what comes once.
    public func roundAnswered(
        on day: CivilDate, since: CivilDate, doneThrough: CivilDate?
    ) -> (due: CivilDate, next: CivilDate?)? {
        guard case .rounds(let rhythm) = chase,
            let due = rhythm.answered(on: day, since: since, doneThrough: doneThrough)
        else { return nil }
        return (due, rhythm.first(onOrAfter: due.adding(days: 1)))
    }
}
