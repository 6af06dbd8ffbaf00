// What is left of a message where a plan's text may not travel: references, and where to look them up. It is taken out of
// the facts themselves, so that no template and no copy of the register's outbox can say more.

extension MessageFacts {
    var thinned: MessageFacts {
        let words = thinWords
        return MessageFacts(
            id: id, kind: kind, channel: channel, mode: mode, date: date, day: day, dateHeader: dateHeader,
            plan: plan.map { PlanFacts(id: $0.id, name: $0.name, title: $0.name) }, recipient: recipient,
            intended: intended, sender: sender, replyTo: replyTo, domain: domain, thread: thread,
            subject: marking.map { "\($0): \(words.subject)" } ?? words.subject, entries: entries.map(\.thinned),
            paragraphs: words.paragraphs, event: event, marking: marking, isThin: true, link: link,
            heldOver: heldOver, correction: correction?.thinned)
    }

    /// A notice tells the administrator of the service, by references and never by a plan's text.
    private var thinWords: (subject: String, paragraphs: [String]) {
        if let correction {
            let references = correction.targets.map(\.reference).joined(separator: ", ")
            return (
                "Correction: a message of \(correction.sentOn.inWords)",
                [
                    "Our message of \(correction.sentOn.inWordsWithWeekday) was wrong. It told of: "
                        + "\(references.isEmpty ? "no target" : references).",
                    "What was wrong: \(correction.because)", "What the register says now is not sent by mail.",
                ]
            )
        }
        switch kind {
        case .reminders:
            let references = entries.flatMap { [$0.reference] + $0.merged }
            guard introductions.isEmpty else {
                return ("Action plan targets in your name: \(plan?.name ?? "a plan")", [])
            }
            let isOne = references.count == 1
            return (
                isOne ? "Action plan target \(references[0])" : "Action plan targets in \(plan?.name ?? "a plan")", []
            )
        case .receipt:
            return (
                "An answer was recorded in \(plan?.name ?? "a plan")",
                ["An answer for targets of \(plan?.name ?? "a plan") was recorded. What it said is in the register."]
            )
        case .notice, .test: return (unmarkedSubject, paragraphs)
        }
    }

    private var unmarkedSubject: String {
        guard let marking, subject.hasPrefix("\(marking): ") else { return subject }
        return String(subject.dropFirst(marking.count + 2))
    }
}

extension CorrectionFacts {
    /// Its references, and what the administrator wrote for its reader.
    fileprivate var thinned: CorrectionFacts {
        CorrectionFacts(
            id: id, domain: domain, subject: "", sentOn: sentOn, because: because, by: by,
            targets: targets.map { Target(reference: $0.reference, status: $0.status, phrase: "", due: nil) })
    }
}

extension EntryFacts {
    /// Its reference, and what tells the machinery apart; nothing of what the plan says or of who answers for it.
    fileprivate var thinned: EntryFacts {
        EntryFacts(
            reminder: reminder, kind: kind, stage: stage, repetition: repetition, reference: reference,
            recommendation: "", recommendationText: "", action: nil, milestone: nil, phrase: "", due: nil, rule: nil,
            firstDue: nil, revision: revision, extensions: 0, workingDaysLate: 0, owner: nil, role: role,
            jointOwners: [], standIn: standIn, insteadOf: nil, actsAs: actsAs, copy: copy, next: nil,
            occurrence: nil, merged: merged)
    }
}
