// The moment a message is claimed: what went stale is dropped with its reason, and the facts of the rest are frozen.
// Pure; the register reads the facts before and writes the answer after, in one transaction.

import CivilTime

/// Freezes messages under the rules in force, at one instant.
public struct Freezing: Sendable {
    let policy: Policy
    let now: Instant

    public init(under policy: Policy, at now: Instant) {
        self.policy = policy
        self.now = now
    }

    /// The facts to send, without an id, and what was dropped. With no live reminder left the facts are nil.
    public func freeze(_ message: Claimable) -> Frozen {
        if let notice = message.notice { return frozen(notice, message) }
        var live: [RecordedFor] = []
        var dropped: [DroppedReminder] = []
        for reminder in message.reminders {
            if let reason = staleness(of: reminder) {
                dropped.append(DroppedReminder(id: reminder.id, reason: reason))
            } else {
                live.append(reminder)
            }
        }
        guard let plan = message.plan, !live.isEmpty else { return Frozen(facts: nil, live: [], dropped: dropped) }
        let entries = merged(live.sorted(by: isWorse))
        let heldOver = live.count(where: \.isHeldOver)
        return Frozen(
            facts: facts(message, plan: plan, entries: entries, heldOver: heldOver), live: live.map(\.id),
            dropped: dropped)
    }

    /// Why a recorded reminder must not be sent any more; nil while it is true.
    public func staleness(of reminder: RecordedFor) -> RefusalReason? {
        let target = reminder.target
        if target.armedAt == nil { return .notArmed }
        if !target.status.isChased { return .notChased(target.status) }
        if target.date.revision != reminder.key.revision { return .dateChanged }
        if policy.mode != reminder.key.mode { return .modeChanged }
        guard let ladder = ladder(of: reminder) else { return .recipientChanged }
        switch ladder.answer {
        case .done: return .answeredDone
        case .notMine: return .answeredNotMine
        case .onTrack, nil: break
        }
        let check = check(target)
        if let stop = check.stop(of: ladder) { return stop.reason }
        if reminder.kind.waitsForIntroduction, let quiet = check.newcomersQuiet(reminder.role, ladder) {
            return quiet.reason
        }
        if let reason = reminder.copy {
            return staleness(of: reminder, as: reason, in: ladder) ?? settled(reminder, check, ladder)
        }
        guard let (person, standIn) = ladder.recipient(reminder.role), person.id == reminder.key.recipient,
            standIn == reminder.standIn, person.channels.contains(reminder.key.channel)
        else { return .recipientChanged }
        return overtaken(reminder, in: ladder) ?? settled(reminder, check, ladder)
    }

    /// What was answered since it was asked, or stopped since it was proposed.
    private func settled(_ reminder: RecordedFor, _ check: TargetCheck, _ ladder: Ladder) -> RefusalReason? {
        switch reminder.kind {
        case .review:
            return reminder.occurrence.map { check.isAnswered($0, ladder) } == true ? .answeredSince : nil
        case .checkInRepeat:
            let asked = ladder.told(.holder).filter { $0.kind == .checkIn }.compactMap(\.fate.sentAt).max()
            let heard = check.heardAt(ladder)
            guard let asked, let heard, heard >= asked else { return nil }
            return .answeredSince
        case .warned, .escalated:
            let proposal = reminder.target.proposals.last {
                $0.owner == reminder.owner && $0.occurrence == reminder.occurrence
                    && [$0.stage, Stage.warning(of: $0.stage)].contains(reminder.key.stage)
            }
            if case .stopped(let because) = proposal?.state { return .stopped(because: because) }
            return roundIsDone(reminder, check, ladder)
        case .lead, .due, .overdue: return roundIsDone(reminder, check, ladder)
        case .letter, .starts, .midpoint, .checkIn, .undated, .extended, .introduction: return nil
        }
    }

    /// Of what recurs, the owner may have said since that this round is done.
    private func roundIsDone(_ reminder: RecordedFor, _ check: TargetCheck, _ ladder: Ladder) -> RefusalReason? {
        guard let occurrence = reminder.occurrence, let done = check.doneThrough(ladder), done >= occurrence
        else { return nil }
        return .answeredDone
    }

    /// A copy goes with what is said to the holder, and only to one who is still copied.
    private func staleness(of copy: RecordedFor, as reason: CopyReason, in ladder: Ladder) -> RefusalReason? {
        let isCopied = ladder.copies(of: copy.kind).contains {
            $0.person.id == copy.key.recipient && $0.reason == reason
                && $0.person.channels.contains(copy.key.channel)
        }
        guard isCopied else { return .recipientChanged }
        return ladder.laterCopies(than: copy.plannedDay, copy.kind, copy.key.repetition, to: copy.key.recipient)
            .first { $0.channel == copy.key.channel }
            .map { .superseded(by: $0.stage) }
    }

    private func overtaken(_ reminder: RecordedFor, in ladder: Ladder) -> RefusalReason? {
        ladder.later(than: reminder.plannedDay, reminder.kind, reminder.key.repetition, reminder.role)
            .first { $0.channel == reminder.key.channel }
            .map { .superseded(by: $0.stage) }
    }

    func ladder(of reminder: RecordedFor) -> Ladder? {
        Ladder.all(of: reminder.target, administrator: policy.administrator(of: reminder.target.plan.name))
            .first { $0.owner?.id == reminder.owner }
    }

    func check(_ target: TargetFacts) -> TargetCheck { TargetCheck(of: target, under: policy, at: now) }

    /// What it introduces first of all; then the worst: what is late longest, then what is due soonest, then in the
    /// order of the plan.
    private func isWorse(_ a: RecordedFor, _ b: RecordedFor) -> Bool {
        if (a.kind == .introduction) != (b.kind == .introduction) { return a.kind == .introduction }
        if a.kind.tellsOfLateness != b.kind.tellsOfLateness { return a.kind.tellsOfLateness }
        let (first, second) = (a.target.date.reading, b.target.date.reading)
        let firstDay = a.occurrence ?? first?.due ?? first?.from ?? .max
        let secondDay = b.occurrence ?? second?.due ?? second?.from ?? .max
        return (firstDay, a.target.id, a.id) < (secondDay, b.target.id, b.id)
    }
}
