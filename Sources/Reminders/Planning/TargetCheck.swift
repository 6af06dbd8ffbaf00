// The check of one target: register facts and rules in, reminders, refusals and the next check out.
// Pure: it reads no clock and changes nothing. Read `decision` from top to bottom; each step is one function.

import CivilTime

/// One look at one target at one instant.
public struct TargetCheck: Sendable {
    let target: TargetFacts
    let policy: Policy
    let now: Instant
    let course: Course

    public init(of target: TargetFacts, under policy: Policy, at now: Instant) {
        self.target = target
        self.policy = policy
        self.now = now
        let plan = policy.plan(target.plan.name)
        course = Course(
            schedule: plan.schedule, calendar: plan.calendar, window: plan.window,
            armedAt: target.armedAt ?? .distantPast)
    }

    /// What is to be said now, what is not and why, and when to look again.
    public func decision() -> CheckDecision {
        guard target.armedAt != nil, target.status.isChased, let chase = target.date.reading?.chase else {
            return decided([], [], next: nil)
        }
        var reminders: [Reminder] = []
        var copies: [Reminder] = []
        var refusals: [Refusal] = []
        var next: Instant?
        for ladder in Ladder.all(of: target, administrator: policy.administrator) {
            let step = climb(ladder, chase)
            // Two posts held by one person make one reminder, and what was recorded once is never planned again.
            reminders += unsaid(step.reminders.filter { $0.copy == nil }, after: reminders)
            copies += step.reminders.filter { $0.copy != nil }
            refusals += step.refusals
            next = [next, step.next].compactMap { $0 }.min()
        }
        // Who is told in their own name needs no copy.
        return decided(reminders + unsaid(copies, after: reminders), refusals, next: next)
    }

    private func unsaid(_ new: [Reminder], after known: [Reminder]) -> [Reminder] {
        new.reduce(into: []) { said, reminder in
            guard !(known + said).contains(where: { $0.key == reminder.key }), !isRecorded(reminder) else { return }
            said.append(reminder)
        }
    }

    private func isOvertaken(_ occurrence: Occurrence, _ ladder: Ladder) -> Bool {
        !ladder.later(than: occurrence.day, occurrence.kind, occurrence.repetition, occurrence.role).isEmpty
    }

    private func isRecorded(_ new: Reminder) -> Bool {
        target.recorded.contains {
            ($0.stage, $0.repetition, $0.recipient, $0.channel)
                == (new.key.stage, new.key.repetition, new.key.recipient, new.key.channel)
        }
    }

    private func decided(_ reminders: [Reminder], _ refusals: [Refusal], next: Instant?) -> CheckDecision {
        CheckDecision(
            target: target.id, version: target.version, reminders: reminders, refusals: refusals, nextCheck: next)
    }

    struct Step {
        var reminders: [Reminder] = []
        var refusals: [Refusal] = []
        var next: Instant?
    }

    /// One owner's part: the stages that have come, the latest of them for the holder, and the rung that has opened.
    private func climb(_ ladder: Ladder, _ chase: Chase) -> Step {
        var step = Step()
        if ladder.answer == .done || ladder.answer == .notMine { return step }
        // What would be dropped at the claim as overtaken is not planned in the first place.
        let coming = holderOccurrences(ladder, chase).filter { !isOvertaken($0, ladder) }
        let rungs = chase.due == nil ? NextRung() : nextRung(ladder)
        let reached = coming.filter(isReached).max { $1.follows($0) }
        let openRung = rungs.occurrence.flatMap { isReached($0) ? $0 : nil }

        if let stop = stop(of: ladder) {
            step.refusals = [reached, openRung].compactMap { $0 }.map { refusal(of: $0, ladder, stop.reason) }
            step.next = stop.resumes
            return step
        }
        if let reached {
            step.refusals = coming.filter { isReached($0) && $0 != reached }
                .map { refusal(of: $0, ladder, .superseded(by: reached.stage.name)) }
            step.reminders = reminders(for: reached, ladder)
        }
        step.refusals += rungs.passedOver.filter(isReached)
            .map { refusal(of: $0, ladder, .nobodyInRole($0.role)) }
        if let openRung { step.reminders += reminders(for: openRung, ladder) }
        step.next = (coming + rungs.passedOver + [rungs.occurrence].compactMap { $0 })
            .filter { !isReached($0) }.map(opening(of:)).min()
        return step
    }
}
