// Who a message is from and to, what it threads on, and the subject that stays the same over a target's reminders.

import CivilTime

extension Freezing {
    func facts(
        _ message: Claimable, plan: PlanFacts, entries: [EntryFacts], heldOver: Int = 0
    ) -> MessageFacts {
        let introduces = entries.contains { $0.kind == .introduction }
        let only =
            introduces
            ? nil
            : entries.first.flatMap { first in
                // Several commitments asked after at once are several targets; one deliverable under several references is one.
                entries.allSatisfy { $0.reference == first.reference && ($0.merged.isEmpty || !$0.kind.isCheckIn) }
                    ? first : nil
            }
        let subject =
            only.map {
                "Action plan target \($0.reference): \(Brief.of($0.milestone ?? $0.action ?? $0.recommendationText))"
            }
            ?? "Action plan targets in \(introduces ? "your name" : plan.name): \(Brief.of(plan.title))"
        let isCopy = entries.allSatisfy { $0.copy != nil }
        let thread =
            only.map { "target.\($0.reference.replacingSlashes)" }
            ?? "plan.\(plan.name).person-\(message.recipient.id)"
        let facts = envelope(
            kind: .reminders, channel: message.channel, plan: plan, recipient: message.recipient, thread: thread,
            subject: isCopy ? "Copy: \(subject)" : subject, entries: entries, paragraphs: [],
            heldOver: heldOver > 0 ? HeldOver(reminders: heldOver, cap: policy.weeklyCap) : nil)
        return facts.isThin ? facts.thinned : facts
    }

    func frozen(_ notice: Notice, _ message: Claimable) -> Frozen {
        if let correction = notice.correction, let corrected = message.corrected {
            let facts = facts(correction, of: corrected, notice, message)
            return Frozen(facts: facts.isThin ? facts.thinned : facts, live: [], dropped: [])
        }
        let facts = envelope(
            kind: notice.kind, channel: message.channel, plan: message.plan, recipient: message.recipient,
            thread: notice.thread, subject: notice.subject, entries: [], paragraphs: notice.paragraphs,
            event: notice.event)
        return Frozen(facts: facts.isThin ? facts.thinned : facts, live: [], dropped: [])
    }

    func envelope(
        kind: MessageKind, channel: Channel, plan: PlanFacts?, recipient: PersonFacts, thread: String, subject: String,
        entries: [EntryFacts], paragraphs: [String], event: TargetEvent? = nil, heldOver: HeldOver? = nil,
        corrects: (facts: MessageFacts, correction: CorrectionFacts)? = nil
    ) -> MessageFacts {
        let zone = (plan.map { policy.plan($0.name) } ?? policy.defaults).calendar.zone
        let correspondence = policy.correspondence
        let letterhead = (plan.map { policy.plan($0.name) } ?? policy.defaults).letterhead
        let administrator = policy.administrator(of: plan?.name)
        let meant = party(recipient)
        // In a rehearsal nobody but the administrator gets mail, whoever it is written for, and each says for whom.
        let isRedirected = policy.mode == .rehearsal && channel == .email
        return MessageFacts(
            id: "", kind: kind, channel: channel, mode: policy.mode, date: now, day: zone.date(at: now),
            dateHeader: zone.rfc5322(now), plan: plan,
            recipient: corrects?.facts.recipient ?? (isRedirected ? party(administrator) : meant),
            intended: corrects.map(\.facts.intended) ?? (isRedirected ? meant : nil),
            sender: Party(
                person: nil, name: letterhead.senderName ?? correspondence.senderName,
                address: correspondence.senderAddress),
            replyTo: letterhead.replyTo ?? correspondence.replyTo, domain: correspondence.messageDomain,
            thread: thread, subject: letterhead.marking.map { "\($0): \(subject)" } ?? subject,
            entries: entries, paragraphs: paragraphs, event: event, marking: letterhead.marking,
            isThin: letterhead.isThin, link: letterhead.link, heldOver: heldOver,
            correction: corrects?.correction)
    }

    private func party(_ person: PersonFacts) -> Party {
        Party(person: person.id, name: person.name, address: person.email)
    }
}

extension String {
    /// A reference as part of a Message-ID, where a slash would need quoting.
    fileprivate var replacingSlashes: String { String(map { $0 == "/" ? "." : $0 }) }
}
