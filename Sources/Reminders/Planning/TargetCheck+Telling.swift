// Turning an occurrence into reminders: who hears it, through which channels, in which window, or why nobody does.

import CivilTime

extension TargetCheck {
    func opening(of occurrence: Occurrence) -> Instant { opening(on: occurrence.day) }

    func opening(on day: CivilDate) -> Instant { course.calendar.opening(of: course.window, on: day) }

    func isReached(_ occurrence: Occurrence) -> Bool { opening(of: occurrence) <= now }

    /// What keeps this owner from being told at present, and the instant from which it no longer does; nil for never.
    func stop(of ladder: Ladder) -> (reason: RefusalReason, resumes: Instant?)? {
        let holds = target.holds
            .filter { ($0.owner == nil || $0.owner == ladder.owner?.id) && $0.until >= today }
            .map { (until: $0.until, reason: RefusalReason.held(until: $0.until, because: $0.because)) }
        var stops = holds
        if case .onTrack(let until) = ladder.answer, until >= today {
            stops.append((until, .onTrack(until: until)))
        }
        guard let last = stops.max(by: { $0.until < $1.until }) else { return nil }
        let day = course.calendar.next(onOrAfter: last.until.adding(days: 1))
        let resumes = course.calendar.opening(of: course.window, on: day)
        return (last.reason, resumes > now ? resumes : nil)
    }

    func refusal(of occurrence: Occurrence, _ ladder: Ladder, _ reason: RefusalReason) -> Refusal {
        Refusal(
            stage: occurrence.stage.name, repetition: occurrence.repetition, owner: ladder.owner?.id, reason: reason)
    }

    /// One reminder for each channel of whoever hears it, and of whoever gets a copy.
    func reminders(for occurrence: Occurrence, _ ladder: Ladder) -> [Reminder] {
        guard let (person, standIn) = ladder.recipient(occurrence.role) else { return [] }
        let window = windowDay(from: now)
        let following = windowDay(from: course.calendar.zone.startOfDay(window.day.adding(days: 1)))
        func reminder(_ reader: PersonID, _ channel: Channel, copy: CopyReason?) -> Reminder {
            Reminder(
                key: ReminderKey(
                    target: target.id, revision: target.date.revision, stage: occurrence.stage.name,
                    repetition: occurrence.repetition, recipient: reader, channel: channel, mode: policy.mode),
                kind: occurrence.kind, plan: target.plan.id, owner: ladder.owner?.id, role: occurrence.role,
                standIn: copy == nil ? standIn : nil, copy: copy, plannedDay: occurrence.day,
                occurrence: occurrence.occurrence, window: window,
                following: following)
        }
        let copies = occurrence.role == .holder ? ladder.copies(of: occurrence.kind) : []
        return person.channels.map { reminder(person.id, $0, copy: nil) }
            + copies.flatMap { copy in copy.person.channels.map { reminder(copy.person.id, $0, copy: copy.reason) } }
    }

    func windowDay(from instant: Instant) -> WindowDay {
        let opens = course.calendar.nextOpening(of: course.window, onOrAfter: instant)
        return WindowDay(day: course.calendar.zone.date(at: opens), opens: opens)
    }
}
