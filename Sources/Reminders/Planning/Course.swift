// The days of a target's stages: pure calendar work, with no regard to who hears them or what was recorded.

import CivilTime

/// When the stages of one schedule come for one target date.
struct Course: Sendable {
    let schedule: Schedule
    let calendar: WorkingCalendar
    let window: SendWindow
    let armedAt: Instant

    var armedDay: CivilDate { calendar.zone.date(at: armedAt) }

    /// The leads before a day and the day itself, as `due` or `starts`; on working days, so that nobody hears it too late.
    func approach(to day: CivilDate, kind: ReminderKind) -> [Occurrence] {
        schedule.stages.compactMap { stage in
            switch stage.rule {
            case .lead(let span):
                Occurrence(
                    stage: stage, repetition: 1, role: .holder, kind: kind == .due ? .lead : kind,
                    day: lead(span, before: day))
            case .onTheDay:
                Occurrence(
                    stage: stage, repetition: 1, role: .holder, kind: kind, day: calendar.previous(onOrBefore: day))
            default: nil
            }
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

    /// The latest check-in that is not after `today`, or else the first one after `last`; the first of all comes one
    /// period after `origin`. nil where no day is left for it.
    func checkIn(
        from origin: CivilDate, everyMonths months: Int, after last: CivilDate?, today: CivilDate
    ) -> CivilDate? {
        let months = months.withinReason
        func day(_ period: Int) -> CivilDate { calendar.previous(onOrBefore: origin.adding(months: period * months)) }
        // One or two periods before the one wanted, so that the loops below turn a few times only.
        func near(_ day: CivilDate) -> Int {
            max(1, ((day.year - origin.year) * 12 + day.month - origin.month) / months - 1)
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

    private func lead(_ span: Span, before day: CivilDate) -> CivilDate {
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
