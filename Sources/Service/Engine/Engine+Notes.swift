// The note to the administrator: what waits for a person. On each working day at the opening of the window it is seen
// whether there is one, which is the only check that an idle service wakes for.

import CivilTime
import Register
import Reminders

extension Engine {
    func noteDay(at now: Instant) throws {
        let plan = rules.policy.defaults
        guard rules.takesNotes, plan.calendar.contains(now, in: plan.window) else { return }
        let day = plan.calendar.zone.date(at: now)
        guard lastNoteDay != day else { return }
        let status = try register.status()
        // Notes of many days must not pile up behind a pause or a hold; who stopped it knows of it.
        let isStopped = status.pause != nil || held[.email] != nil
        if !isStopped {
            let silent = try newlySilent(on: day)
            let rhythm = NoteRhythm(told: try register.notedLines(), calendar: plan.calendar)
            if let note = try note(status, silent, on: day), rhythm.isDue(note.paragraphs, on: day) {
                try register.post(note: note, on: day, silent: silent.flatMap(\.messages), at: now)
            }
        }
        lastNoteDay = day
    }

    /// Whose introduction is unanswered after its quiet days, and was in no note yet.
    private func newlySilent(on day: CivilDate) throws -> [SilentNewcomer] {
        try register.silent(mode: rules.policy.mode, on: day).filter { newcomer in
            let calendar = rules.policy.plan(newcomer.plan).calendar
            let quietUntil = calendar.adding(
                workingDays: TargetCheck.quietDays, to: calendar.zone.date(at: newcomer.since))
            return !newcomer.isTold && day > quietUntil
        }
    }

    private func note(_ status: RegisterStatus, _ silent: [SilentNewcomer], on day: CivilDate) throws -> Notice? {
        let zone = rules.policy.defaults.calendar.zone
        return DailyNote(
            status: status, day: day, administered: Set(rules.policy.planAdministrators.keys),
            exceptions: try register.exceptions(on: day, dayOf: zone.date(at:)),
            silent: silent,
            holdsEnding: try register.holds(on: day).filter { hold in
                hold.isEnding(on: day) { $0.map(rules.policy.plan) ?? rules.policy.defaults }
            },
            templateFaults: templateFaults,
            holidaysEnd: rules.holidaysEnding(withinMonths: 3, of: day)
        ).notice(to: rules.policy.administrator.id)
    }

    /// Answers and changed dates for the endpoints that asked for them.
    func tellSubscribers(at now: Instant) throws {
        let queued = try register.tell(rules.subscribers, administrator: rules.policy.administrator.id, at: now)
        if queued > 0 { log.info("events.queued", metadata: ["messages": "\(queued)"]) }
    }

    /// The next opening of the window at which there may be something to note; nil for never.
    func nextNote(after now: Instant) -> Instant? {
        guard rules.takesNotes else { return nil }
        let plan = rules.policy.defaults
        let today = plan.calendar.zone.date(at: now)
        let from = lastNoteDay == today ? plan.calendar.zone.startOfDay(today.adding(days: 1)) : now
        return plan.calendar.nextOpening(of: plan.window, onOrAfter: from)
    }
}
