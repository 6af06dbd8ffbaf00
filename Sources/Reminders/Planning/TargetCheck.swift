// The check of one target: register facts and rules in, reminders, refusals and the next check out.
// Pure: it reads no clock and changes nothing. Read `decision` from top to bottom; each step is one function.

import CivilTime

/// One look at one target at one instant. A class only because facts and rules are large, and are not to be copied into
/// every closure.
public final class TargetCheck: Sendable {
    let target: TargetFacts
    let policy: Policy
    let now: Instant
    let course: Course
    /// The day where the plan is at home.
    let today: CivilDate

    public init(of target: TargetFacts, under policy: Policy, at now: Instant) {
        self.target = target
        self.policy = policy
        self.now = now
        let plan = policy.plan(target.plan.name)
        course = Course(
            schedule: plan.schedule, calendar: plan.calendar, window: plan.window,
            armedAt: target.armedAt ?? .distantPast)
        today = plan.calendar.zone.date(at: now)
    }

    /// What is to be said now, what is not and why, and when to look again.
    public func decision() -> CheckDecision {
        guard target.armedAt != nil, target.status.isChased, target.date.reading?.chase != nil || target.isUndated
        else { return decided(Step()) }
        var all = Step()
        var copies: [Reminder] = []
        for ladder in Ladder.all(of: target, administrator: policy.administrator(of: target.plan.name)) {
            let step = climb(ladder)
            // Two posts held by one person make one reminder, and what was recorded once is never planned again.
            all.reminders += unsaid(step.reminders.filter { $0.copy == nil }, after: all.reminders)
            copies += step.reminders.filter { $0.copy != nil }
            all.refusals += step.refusals
            all.proposals += step.proposals
            all.next = [all.next, step.next].compactMap { $0 }.min()
        }
        // Who is told in their own name needs no copy.
        all.reminders += unsaid(copies, after: all.reminders)
        // Somebody who holds two posts of the target may be at two points of it, and hears the later.
        all.reminders = all.reminders.filter { reminder in !all.reminders.contains { $0.overtakes(reminder) } }
        return decided(all)
    }

    private func unsaid(_ new: [Reminder], after known: [Reminder]) -> [Reminder] {
        new.reduce(into: []) { said, reminder in
            guard !(known + said).contains(where: { $0.key == reminder.key }), !isRecorded(reminder) else { return }
            said.append(reminder)
        }
    }

    /// The days by the schedule that the rules choose for an owner; calendar and window are the plan's.
    func course(of ladder: Ladder) -> Course {
        guard !policy.rules.isEmpty else { return course }
        return Course(
            schedule: policy.choice(for: target, owner: ladder.owner).schedule, calendar: course.calendar,
            window: course.window, armedAt: course.armedAt)
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

    private func decided(_ step: Step) -> CheckDecision {
        CheckDecision(
            target: target.id, version: target.version, reminders: step.reminders, refusals: step.refusals,
            proposals: step.proposals, nextCheck: step.next)
    }

    struct Step {
        var reminders: [Reminder] = []
        var refusals: [Refusal] = []
        var proposals: [Proposal] = []
        var next: Instant?
    }

    /// One owner's part: of the stages that have come, the latest for the holder, and the rung that has opened. What is
    /// asked for a review, a warning, and word of an extension are told beside them.
    private func climb(_ ladder: Ladder) -> Step {
        var step = Step()
        if ladder.answer == .done || ladder.answer == .notMine { return step }
        let round = round(of: ladder)
        let rungs = round.chase?.due == nil ? NextRung() : nextRung(ladder, round)
        // What would be dropped at the claim as overtaken is not planned in the first place.
        let threads = [
            [introduction(ladder)].compactMap { $0 }, holderOccurrences(ladder, round), reviewOccurrences(ladder),
            [rungs.warning].compactMap { $0 }, [extensionOccurrence(ladder)].compactMap { $0 },
        ].map { thread in thread.filter { !isOvertaken($0, ladder) } }
        let openRung = rungs.occurrence.flatMap { isReached($0) ? $0 : nil }

        if let stop = stop(of: ladder) {
            let reached = threads.map(latest) + [rungs.gate == .unwarned ? nil : openRung]
            step.refusals =
                reached.compactMap { $0 }.map { refusal(of: $0, ladder, stop.reason) }
                + threads.flatMap { eclipsed($0, ladder) }
            // What comes meanwhile is looked at on its day, so that the ledger says what kept it.
            let coming = (threads.joined() + [rungs.gate == .unwarned ? nil : rungs.occurrence].compactMap { $0 })
                .filter { !isReached($0) }.map(opening(of:))
            let changes = changes(round, ladder).filter { $0 > now }
            step.next = ([stop.resumes].compactMap { $0 } + coming + changes).min()
            return step
        }
        for thread in threads { tell(thread, ladder, &step) }
        step.refusals += rungs.passedOver.filter(isReached)
            .map { refusal(of: $0, ladder, .nobodyInRole($0.role)) }
        if let openRung { tell(openRung, through: rungs.gate, ladder, &step) }
        step.proposals = [proposal(rungs, ladder, round)].compactMap { $0 }
        let coming = threads.joined() + rungs.passedOver + [rungs.occurrence].compactMap { $0 }
        let quiets = Role.allCases.compactMap { newcomersQuiet($0, ladder)?.resumes }
        step.next =
            (coming.filter { !isReached($0) }.map(opening(of:)) + quiets + changes(round, ladder).filter { $0 > now })
            .min()
        return step
    }

    /// The latest of a thread that has come, unless it is past its end. Where a later one comes in today's window, nil: who
    /// can be told at any hour is not told of both on one morning, nor at midnight of a date that has just passed.
    private func latest(_ thread: [Occurrence]) -> Occurrence? {
        let latest = thread.filter { $0.day <= today && !$0.isPastTheEnd }.max { $1.follows($0) }
        return latest.flatMap { isReached($0) ? $0 : nil }
    }

    /// What came on the day of the latest of a thread, and so never is the latest itself.
    private func eclipsed(_ thread: [Occurrence], _ ladder: Ladder) -> [Refusal] {
        guard let latest = latest(thread) else { return [] }
        return thread.filter { $0.day == latest.day && $0.stage.name != latest.stage.name && !$0.isPastTheEnd }
            .map { refusal(of: $0, ladder, .superseded(by: latest.stage.name)) }
    }

    private func tell(_ thread: [Occurrence], _ ladder: Ladder, _ step: inout Step) {
        let reached = thread.filter(isReached)
        step.refusals += reached.filter(\.isPastTheEnd).map { refusal(of: $0, ladder, .repeatsEnded) }
        guard let latest = latest(thread) else { return }
        guard ladder.recipient(latest.role) != nil else {
            step.refusals.append(refusal(of: latest, ladder, .nobodyInRole(latest.role)))
            return
        }
        step.refusals += reached.filter { $0.stage.name != latest.stage.name && !$0.isPastTheEnd }
            .map { refusal(of: $0, ladder, .superseded(by: latest.stage.name)) }
        tell(latest, ladder, &step)
    }

    private func tell(_ occurrence: Occurrence, _ ladder: Ladder, _ step: inout Step) {
        if occurrence.kind.waitsForIntroduction, let quiet = newcomersQuiet(occurrence.role, ladder) {
            step.refusals.append(refusal(of: occurrence, ladder, quiet.reason))
        } else {
            step.reminders += reminders(for: occurrence, ladder)
        }
    }

    private func tell(_ rung: Occurrence, through gate: NextRung.Gate, _ ladder: Ladder, _ step: inout Step) {
        switch gate {
        case .open: tell(rung, ladder, &step)
        case .unwarned: break
        case .notReleased: step.refusals.append(refusal(of: rung, ladder, .notReleased))
        case .stopped(let because): step.refusals.append(refusal(of: rung, ladder, .stopped(because: because)))
        }
    }

    /// The instants at which something changes by itself: who stands for the post, and which round is the present one.
    private func changes(_ round: Round, _ ladder: Ladder) -> [Instant] {
        [ladder.owner?.changesOn.map(course.calendar.zone.startOfDay), round.turns.map(opening(on:))].compactMap { $0 }
    }
}

extension Reminder {
    /// Whether the other would be dropped beside it, as a reader's later word on the same thing.
    fileprivate func overtakes(_ other: Reminder) -> Bool {
        (copy == nil) == (other.copy == nil) && kind.thread == other.kind.thread && role == other.role
            && key.recipient == other.key.recipient
            && key.channel == other.key.channel
            && (plannedDay, kind.urgency, key.repetition)
                > (other.plannedDay, other.kind.urgency, other.key.repetition)
    }
}
