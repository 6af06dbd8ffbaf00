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
        var refusals: [Refusal] = []
        var next: Instant?
        for ladder in Ladder.all(of: target, administrator: policy.administrator) {
            let step = climb(ladder, chase)
            // Two posts held by one person make one reminder.
            reminders += step.reminders.filter { new in !reminders.contains { $0.key == new.key } }
            refusals += step.refusals
            next = [next, step.next].compactMap { $0 }.min()
        }
        return decided(reminders, refusals, next: next)
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

    /// One owner's part: the stages that have come, the latest of them for the holder, and each rung that has opened.
    private func climb(_ ladder: Ladder, _ chase: Chase) -> Step {
        var step = Step()
        if ladder.answer == .done || ladder.answer == .notMine { return step }
        let coming = holderOccurrences(ladder, chase)
        let rung = chase.due.flatMap { nextRung(ladder, due: $0) }
        step.refusals += rung?.passedOver ?? []
        let reached = coming.filter(isReached).max { $1.follows($0) }
        let openRung = (rung?.occurrence).flatMap { isReached($0) ? $0 : nil }

        if let stop = stop(of: ladder) {
            step.refusals += [reached, openRung].compactMap { $0 }.map { refusal(of: $0, ladder, stop.reason) }
            step.next = coming.isEmpty && rung == nil ? nil : stop.resumes
            return step
        }
        if let reached {
            step.refusals += coming.filter { isReached($0) && $0 != reached }
                .map { refusal(of: $0, ladder, .superseded(by: reached.stage.name)) }
            step.reminders += reminders(for: reached, ladder)
        }
        if let openRung { step.reminders += reminders(for: openRung, ladder) }
        let ahead = (coming + [rung?.occurrence].compactMap { $0 }).filter { !isReached($0) }
        step.next = ahead.map(opening(of:)).min()
        return step
    }

    /// Every stage for the holder that was not recorded yet and comes after what was.
    private func holderOccurrences(_ ladder: Ladder, _ chase: Chase) -> [Occurrence] {
        let recorded = ladder.recorded(.holder)
        switch chase {
        case .start(let day): return unrecorded(course.approach(to: day, kind: .starts), after: recorded)
        case .standing: return checkIns(after: recorded)
        case .until(let due):
            if let letter = course.letter(due: due) {
                if let sent = recorded.first(where: { $0.kind == .letter }) {
                    return overdue(after: recorded, from: ladderStart(sent))
                }
                // What was told as late before it was armed anew needs no letter.
                if !recorded.contains(where: { $0.kind == .overdue }) { return [letter] }
            }
            return unrecorded(course.approach(to: due, kind: .due), after: recorded)
                + overdue(after: recorded, from: course.firstLateDay(after: due))
        }
    }

    /// Overdue repeats count from the day on which the letter left, not from when it was meant to; nil while it waits.
    private func ladderStart(_ letter: RecordedReminder) -> CivilDate? {
        let left: CivilDate? =
            switch letter.fate {
            case .waiting: nil
            case .sent(let instant): course.calendar.zone.date(at: instant)
            case .givenUp: letter.plannedDay
            }
        return left.flatMap { day in overdueStage.map { course.adding(workingDays: $0.every, to: day) } }
    }

    var overdueStage: (stage: Stage, every: Int)? {
        for stage in course.schedule.stages {
            if case .overdue(let every) = stage.rule { return (stage, every) }
        }
        return nil
    }

    private func overdue(after recorded: [RecordedReminder], from origin: CivilDate?) -> [Occurrence] {
        guard let origin, let (stage, every) = overdueStage else { return [] }
        let told = recorded.filter { $0.kind == .overdue }
        // One that waits is not followed by another: a pause must not pile them up.
        guard !told.contains(where: { $0.fate == .waiting }) else { return [] }
        let day = course.gridPoint(from: origin, every: every, after: told.map(\.plannedDay).max(), today: today)
        return [
            Occurrence(
                stage: stage, repetition: (told.map(\.repetition).max() ?? 0) + 1, role: .holder, kind: .overdue,
                day: day)
        ]
    }

    private func checkIns(after recorded: [RecordedReminder]) -> [Occurrence] {
        course.schedule.stages.compactMap { stage in
            guard case .checkIn(let months) = stage.rule else { return nil }
            let told = recorded.filter { $0.kind == .checkIn }
            guard !told.contains(where: { $0.fate == .waiting }) else { return nil }
            let last = told.map(\.plannedDay).max()
            return Occurrence(
                stage: stage, repetition: (told.map(\.repetition).max() ?? 0) + 1, role: .holder, kind: .checkIn,
                day: course.checkIn(stage, everyMonths: months, after: last, today: today))
        }
    }

    private func unrecorded(_ occurrences: [Occurrence], after recorded: [RecordedReminder]) -> [Occurrence] {
        occurrences.filter { occurrence in
            !recorded.contains { past in
                past.stage == occurrence.stage.name
                    || (past.plannedDay, past.kind.urgency) >= (occurrence.day, occurrence.kind.urgency)
            }
        }
    }
}

extension Chase {
    var due: CivilDate? {
        if case .until(let day) = self { day } else { nil }
    }
}
