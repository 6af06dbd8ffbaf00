// The days of a target's stages: pure calendar work, with no regard to who hears them or what was recorded.

import CivilTime

/// When the stages of one schedule come for one target date. A class because calendars are large.
final class Course: Sendable {
    let schedule: Schedule
    let calendar: WorkingCalendar
    let window: SendWindow
    let armedAt: Instant
    let armedDay: CivilDate

    init(schedule: Schedule, calendar: WorkingCalendar, window: SendWindow, armedAt: Instant) {
        (self.schedule, self.calendar, self.window, self.armedAt) = (schedule, calendar, window, armedAt)
        armedDay = calendar.zone.date(at: armedAt)
    }

    /// The leads before a day and the day itself, as `due` or `starts`, and the start and the middle of a range; on working
    /// days, so that nobody hears it too late. A start or a middle that had passed before arming is not told.
    func approach(to day: CivilDate, from start: CivilDate? = nil, kind: ReminderKind) -> [Occurrence] {
        func occurrence(_ stage: Stage, _ kind: ReminderKind, _ day: CivilDate) -> Occurrence {
            Occurrence(
                stage: stage, repetition: 1, role: .holder, kind: kind, day: calendar.previous(onOrBefore: day))
        }
        let tellsTheDay = schedule.stages.contains { $0.rule == .onTheDay }
        return schedule.stages.compactMap { stage in
            switch stage.rule {
            case .lead(let span): return occurrence(stage, kind == .due ? .lead : kind, lead(span, before: day))
            case .onTheDay: return occurrence(stage, kind, day)
            case .start where kind == .starts: return tellsTheDay ? nil : occurrence(stage, kind, day)
            case .start:
                guard let start, start >= armedDay else { return nil }
                return occurrence(stage, .starts, start)
            case .midpoint:
                guard let start, start < day else { return nil }
                let middle = start.adding(days: start.days(until: day) / 2)
                return middle < armedDay ? nil : occurrence(stage, .midpoint, middle)
            case .overdue, .rung, .checkIn, .undated, .extensions, .letter, .review, .introduction: return nil
            }
        }
    }

    /// Some time after a day.
    func adding(_ span: Span, to day: CivilDate) -> CivilDate {
        switch span {
        case .days(let count): day.adding(days: count.withinReason)
        case .months(let count): day.adding(months: count.withinReason)
        case .workingDays(let count): calendar.adding(workingDays: count.withinReason, to: day)
        }
    }

    /// The letter for what was late when it was armed; nil where it was not.
    func letter(due: CivilDate) -> Occurrence? {
        guard due < armedDay else { return nil }
        let day = calendar.zone.date(at: calendar.nextOpening(of: window, onOrAfter: armedAt))
        return Occurrence(stage: .letter, repetition: 1, role: .holder, kind: .letter, day: day)
    }

    /// The first day on which a date that has passed is told as late.
    func firstLateDay(after due: CivilDate) -> CivilDate { calendar.next(onOrAfter: due.adding(days: 1)) }

    /// The latest point of a grid of working days that is not after `today`, or else the first one after `last`.
    ///
    /// The grid starts at `origin` and goes on every `step` working days. nil where no day is left for it.
    func gridPoint(from origin: CivilDate, every step: Int, after last: CivilDate?, today: CivilDate) -> CivilDate? {
        let step = step.withinReason
        let passed = max(0, calendar.workingDays(from: origin, to: today)) / step
        let latest = calendar.adding(workingDays: passed * step, to: origin)
        guard let last else { return latest }
        if latest > last { return latest }
        let taken = max(0, calendar.workingDays(from: origin, to: last)) / step
        let next = calendar.adding(workingDays: (taken + 1) * step, to: origin)
        return next > last ? next : nil
    }

    /// The latest point of a grid of months that is not after `today`, or else the first one after `last`; the first of
    /// all comes so many periods after `origin`. nil where no day is left for it.
    func monthly(
        from origin: CivilDate, everyMonths months: Int, firstPeriod: Int = 1, after last: CivilDate?, today: CivilDate
    ) -> CivilDate? {
        let months = months.withinReason
        func day(_ period: Int) -> CivilDate {
            period == 0 ? origin : calendar.previous(onOrBefore: origin.adding(months: period * months))
        }
        // One or two periods before the one wanted, so that the loops below turn a few times only.
        func near(_ day: CivilDate) -> Int {
            max(firstPeriod, ((day.year - origin.year) * 12 + day.month - origin.month) / months - 1)
        }
        var period = near(today)
        while day(period + 1) <= today, day(period) < day(period + 1) { period += 1 }
        guard let last, day(period) <= last else { return day(period) }
        period = max(period, near(last))
        while day(period) <= last, day(period) < day(period + 1) { period += 1 }
        return day(period) > last ? day(period) : nil
    }

    /// So many working days after a day on which somebody was told.
    func adding(workingDays count: Int, to day: CivilDate) -> CivilDate {
        calendar.adding(workingDays: count, to: day)
    }

    func lead(_ span: Span, before day: CivilDate) -> CivilDate {
        switch span {
        case .days(let count): calendar.previous(onOrBefore: day.adding(days: -count.withinReason))
        case .months(let count): calendar.previous(onOrBefore: day.adding(months: -count.withinReason))
        case .workingDays(let count):
            calendar.adding(workingDays: -count.withinReason, to: calendar.previous(onOrBefore: day))
        }
    }
}

extension Int {
    /// A count of a schedule, 1 to 9,999: what `Span` reads, so that no product of counts can overflow.
    var withinReason: Int { Swift.min(Swift.max(self, 1), 9_999) }
}
