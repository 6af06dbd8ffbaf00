// The daily note to the administrator: what waits for a person. Once each working day, at the opening of the window, and
// never empty.

import CivilTime
import Register
import Reminders

extension Engine {
    func noteDay(at now: Instant) throws {
        let plan = rules.policy.defaults
        guard plan.calendar.contains(now, in: plan.window) else { return }
        let day = plan.calendar.zone.date(at: now)
        guard lastNoteDay != day else { return }
        lastNoteDay = day
        guard let notice = DailyNote(status: try register.status(), day: day).notice(to: rules.policy.administrator.id)
        else { return }
        try register.post(notice, at: now)
    }

    /// The next opening of the window at which there may be something to note.
    func nextNote(after now: Instant) -> Instant {
        let plan = rules.policy.defaults
        let today = plan.calendar.zone.date(at: now)
        let from = lastNoteDay == today ? plan.calendar.zone.startOfDay(today.adding(days: 1)) : now
        return plan.calendar.nextOpening(of: plan.window, onOrAfter: from)
    }
}

/// What waits for a person, in sentences.
struct DailyNote {
    let status: RegisterStatus
    let day: CivilDate

    func notice(to administrator: PersonID) -> Notice? {
        let lines = self.lines
        guard !lines.isEmpty else { return nil }
        return Notice(
            kind: .notice, to: administrator, plan: nil, key: "daily-\(day)",
            subject: "duewatch: waiting for you on \(day.inWords)", paragraphs: lines, thread: "daily-note")
    }

    private var lines: [String] {
        var lines: [String] = []
        for plan in status.waiting {
            lines.append(
                "\(counted(plan.targets, "target")) of the plan \(plan.plan) wait to be armed, the oldest since "
                    + "\(plan.since.rfc3339.prefix(10)). Nobody is told of them until you run: duewatch arm \(plan.plan)"
            )
        }
        for batch in status.batches {
            lines.append(
                "The brake holds \(counted(batch.messages, "message")): \(batch.because). Look at them with "
                    + "duewatch deliveries --state held, then run: duewatch release")
        }
        if let count = status.messages[.setAside], count > 0 {
            lines.append(
                "\(counted(count, "message")) could not be delivered and wait for a decision. See: "
                    + "duewatch deliveries --state set_aside")
        }
        return lines
    }

    private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
