// What a message says of one target.

import CivilTime

extension Freezing {
    func entry(_ reminder: RecordedFor) -> EntryFacts {
        let target = reminder.target
        let reading = target.date.reading
        let calendar = policy.plan(target.plan.name).calendar
        let today = calendar.zone.date(at: now)
        // Of what recurs, the round that it was planned for; it may have turned since.
        let round = reminder.kind == .review ? nil : reminder.occurrence
        let ladder = ladder(of: reminder)
        // An introduction is planned for no round, and shows the one that comes.
        let present = reminder.kind == .introduction ? ladder.flatMap { check(target).round(of: $0).chase } : nil
        let chase = round.map { Chase.until($0, from: nil) } ?? present ?? reading?.chase
        let due = reminder.kind == .starts ? reading?.from : chase?.day
        let meant = ladder?.owner?.person(reminder.role)
        return EntryFacts(
            reminder: reminder.id, kind: reminder.kind, stage: reminder.key.stage, repetition: reminder.key.repetition,
            reference: target.reference, recommendation: target.recommendation.number,
            recommendationText: target.recommendation.text, action: target.action, milestone: reading?.milestone,
            phrase: target.date.phrase, due: due, rule: reading?.rule, firstDue: target.date.firstDue,
            revision: target.date.revision, extensions: target.date.extensions,
            workingDaysLate: reminder.copy == .joint
                ? 0 : chase?.due.map { max(0, calendar.workingDays(from: $0, to: today)) } ?? 0,
            owner: target.owners.first { $0.id == reminder.owner }?.post, role: reminder.role,
            jointOwners: target.owners
                .filter { reminder.owner == nil || ($0.isCertain && $0.id != reminder.owner) }.map(\.post),
            standIn: reminder.standIn, insteadOf: reminder.standIn == nil ? nil : meant?.name,
            actsAs: reminder.standIn == nil ? nil : ladder?.rung(ofRecipientFor: reminder.role), copy: reminder.copy,
            next: reminder.kind.tellsOfLateness && reminder.copy == nil ? nextStep(after: reminder) : nil,
            occurrence: reminder.occurrence, merged: target.oneWith,
            startedOn: reading?.kind == .range ? reading?.from : nil,
            ownerExtensions: target.date.ownerExtensions,
            introduction: reminder.kind == .introduction ? introduced(reminder) : nil)
    }

    /// As it will be once this introduction has arrived.
    private func introduced(_ reminder: RecordedFor) -> IntroductionEntry? {
        let told = [reminder.key.recipient: ReminderFate.sent(now)]
        let target = reminder.target.with(newcomers: reminder.target.newcomers.merging(told) { $1 })
        let ladders = Ladder.all(of: target, administrator: policy.administrator(of: target.plan.name))
        return ladders.first { $0.owner?.id == reminder.owner }.map(check(target).introduced)
    }

    /// What comes if nobody answers, supposing that this reminder arrives now: the rung that opens, or the next repeat.
    private func nextStep(after reminder: RecordedFor) -> NextStep? {
        let sent = RecordedReminder(
            stage: reminder.key.stage, repetition: reminder.key.repetition, kind: reminder.kind,
            owner: reminder.owner, role: reminder.role, recipient: reminder.key.recipient,
            channel: reminder.key.channel, standIn: reminder.standIn, plannedDay: reminder.plannedDay,
            occurrence: reminder.occurrence, fate: .sent(now))
        let others = reminder.target.recorded.filter {
            ($0.stage, $0.repetition, $0.recipient, $0.channel)
                != (sent.stage, sent.repetition, sent.recipient, sent.channel)
        }
        let target = reminder.target.with(recorded: others + [sent])
        let ladders = Ladder.all(of: target, administrator: policy.administrator(of: target.plan.name))
        guard let ladder = ladders.first(where: { $0.owner?.id == reminder.owner }),
            case let check = check(target), case let round = check.round(of: ladder), round.chase?.due != nil
        else { return nil }
        let next = check.nextRung(ladder, round)
        var rung = next.occurrence
        if case .stopped = next.gate { rung = nil }
        guard let rung else {
            return reminder.role == .holder ? repetition(check, ladder, round) : nil
        }
        let person = ladder.recipient(rung.role)
        return NextStep(
            role: rung.role, name: person?.standIn == nil ? person?.person.name : nil,
            day: max(rung.day, check.today), needsRelease: next.needsRelease)
    }

    /// Where it goes no further up: when the holder is written to again. nil where the repeats have come to their end.
    private func repetition(_ check: TargetCheck, _ ladder: Ladder, _ round: Round) -> NextStep? {
        let coming = check.holderOccurrences(ladder, round).filter { !$0.isPastTheEnd && $0.day > check.today }
        return coming.map(\.day).min().map {
            NextStep(role: .holder, name: ladder.recipient(.holder)?.person.name, day: $0)
        }
    }
}

extension TargetFacts {
    func with(
        recorded: [RecordedReminder]? = nil, newcomers: [PersonID: ReminderFate]? = nil,
        introductions: [IntroductionFacts]? = nil
    ) -> TargetFacts {
        TargetFacts(
            id: id, version: version, reference: reference, plan: plan, recommendation: recommendation, action: action,
            date: date, status: status, armedAt: armedAt, owners: owners, joint: joint,
            recorded: recorded ?? self.recorded, holds: holds, labels: labels, proposals: proposals, oneWith: oneWith,
            introductions: introductions ?? self.introductions, newcomers: newcomers ?? self.newcomers)
    }
}
