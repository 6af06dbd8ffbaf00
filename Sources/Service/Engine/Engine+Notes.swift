// The notes to the administrators: what waits for a person. On each working day at the opening of the window it is seen
// whether there are any, which is the only check that an idle service wakes for.

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
        if status.pause == nil, held[.email] == nil { try postNotes(of: status, on: day, at: now) }
        lastNoteDay = day
    }

    private func postNotes(of status: RegisterStatus, on day: CivilDate, at now: Instant) throws {
        let calendar = rules.policy.defaults.calendar
        let silent = try newlySilent(on: day)
        let notes = try notes(of: status, silent, on: day)
        let rhythm = NoteRhythm(told: try register.notedLines(), calendar: calendar)
        let due = notes.filter(rhythm.isDue)
        guard !due.isEmpty else { return }
        try register.post(
            notes: try due.map(notice), on: day, standing: Set(notes.flatMap(\.lines)),
            silent: due.flatMap(\.silent).flatMap(\.messages), at: now)
    }

    /// On the letterhead of the first of its plans that is in the register, which it has in common with the others.
    private func notice(_ note: DailyNote) throws -> Notice {
        let numbers = try note.desk.isInstallation ? [:] : register.planNumbers()
        let plan = note.desk.plans.first { numbers[$0] != nil }
        let number = plan.flatMap { numbers[$0] }
        return Notice(
            kind: .notice, to: note.desk.administrator, plan: number,
            key: "daily-\(note.day)\(plan.map { "/\($0)" } ?? "")", subject: note.subject, paragraphs: note.lines,
            thread: number.map { "daily-note.plan-\($0)" } ?? "daily-note")
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

    /// One for each desk on which something waits.
    private func notes(
        of status: RegisterStatus, _ silent: [SilentNewcomer], on day: CivilDate
    ) throws -> [DailyNote] {
        let policy = rules.policy
        let exceptions = try register.exceptions(on: day, dayOf: policy.defaults.calendar.zone.date(at:))
        let ending = try register.holds(on: day).filter { hold in
            hold.isEnding(on: day) { $0.map(policy.plan) ?? policy.defaults }
        }
        let holidaysEnd = rules.holidaysEnding(withinMonths: 3, of: day)
        return NoteDesk.all(under: policy).map { desk in
            DailyNote(
                on: desk, of: status, day: day, exceptions: exceptions, silent: silent, holdsEnding: ending,
                templateFaults: templateFaults, holidaysEnd: holidaysEnd)
        }.filter { !$0.lines.isEmpty }
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
