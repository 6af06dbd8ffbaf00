// How many mails with reminders one person gets in a week. What is over it goes in the next, the worst first.

import CivilTime

/// The week of a cap: what is counted from when, and what it is put off to.
public struct WeeklyCap: Sendable {
    /// The most mails to one person, at least 1.
    public let messages: Int
    /// The first instant of the ISO week, where the administrator is at home.
    public let since: Instant
    /// The first window after the week, for a plan by its name.
    public let next: @Sendable (_ plan: String) -> WindowDay
}

extension Policy {
    /// The cap as it stands in the week of an instant; nil where there is none.
    public func cap(at now: Instant) -> WeeklyCap? {
        guard let weeklyCap else { return nil }
        let zone = defaults.calendar.zone
        let monday = ISOWeek(of: zone.date(at: now)).monday
        return WeeklyCap(messages: max(1, weeklyCap), since: zone.startOfDay(monday)) { name in
            let plan = self.plan(name)
            let opens = plan.calendar.nextOpening(
                of: plan.window, onOrAfter: plan.calendar.zone.startOfDay(monday.adding(days: 7)))
            return WindowDay(day: plan.calendar.zone.date(at: opens), opens: opens)
        }
    }
}
