// The days of a target's stages: pure calendar work, with no regard to who hears them or what was recorded.

import CivilTime

/// When the stages of one schedule come for one target date.
struct Course: Sendable {
    let schedule: Schedule
    let calendar: WorkingCalendar
    let window: SendWindow
    let armedAt: Instant

    /// The leads before a day and the day itself; on working days, so that nobody hears it too late.
    func approach(to day: CivilDate, kind: ReminderKind) -> [Occurrence] {
        schedule.stages.compactMap { stage in
            switch stage.rule {
            case .lead(let span):
                Occurrence(stage: stage, repetition: 1, role: .holder, kind: .lead, day: lead(span, before: day))
            case .onTheDay:
                Occurrence(
                    stage: stage, repetition: 1, role: .holder, kind: kind, day: calendar.previous(onOrBefore: day))
            case .overdue, .rung, .checkIn, .letter: nil
            }
        }
    }

    /// The letter for what was late when it was armed; nil where it was not.
    func letter(due: CivilDate) -> Occurrence? {
        guard due < calendar.zone.date(at: armedAt) else { return nil }
        let day = calendar.zone.date(at: calendar.nextOpening(of: window, onOrAfter: armedAt))
        return Occurrence(stage: .letter, repetition: 1, role: .holder, kind: .letter, day: day)
    }

    /// The first day on which a date that has passed is told as late.
    func firstLateDay(after due: CivilDate) -> CivilDate { calendar.next(onOrAfter: due.adding(days: 1)) }

    /// The latest point of a grid of working days that is not after `today`, or the first one after `last`.
    ///
    /// The grid starts at `origin` and goes on every `step` working days; nil as `last` allows the origin itself.
    func gridPoint(from origin: CivilDate, every step: Int, after last: CivilDate?, today: CivilDate) -> CivilDate {
        let step = max(1, step)
        let passed = max(0, calendar.workingDays(from: origin, to: today)) / step
        let latest = calendar.adding(workingDays: passed * step, to: origin)
        if latest <= today, last.map({ latest > $0 }) ?? true { return latest }
        guard let last, last >= origin else { return origin }
        let taken = max(0, calendar.workingDays(from: origin, to: last)) / step
        return calendar.adding(workingDays: (taken + 1) * step, to: origin)
    }

    /// The check-in that is due by `today`, or the next one.
    func checkIn(_ stage: Stage, everyMonths months: Int, after last: CivilDate?, today: CivilDate) -> CivilDate {
        let origin = calendar.zone.date(at: armedAt)
        let months = max(1, months)
        // At least one period lies between two check-ins, and the first comes a period after arming.
        let elapsed = (today.year - origin.year) * 12 + today.month - origin.month
        var period = max(1, elapsed / months - 1)
        func day(_ period: Int) -> CivilDate { calendar.previous(onOrBefore: origin.adding(months: period * months)) }
        while day(period + 1) <= today { period += 1 }
        while let last, day(period) <= last, day(period) < .max { period += 1 }
        return day(period)
    }

    func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
        calendar.adding(workingDays: count, to: day)
    }

    private func lead(_ span: Span, before day: CivilDate) -> CivilDate {
        switch span {
        case .days(let count): calendar.previous(onOrBefore: day.adding(days: -count))
        case .months(let count): calendar.previous(onOrBefore: day.adding(months: -count))
        case .workingDays(let count): calendar.adding(workingDays: -count, to: calendar.previous(onOrBefore: day))
        }
    }
}
