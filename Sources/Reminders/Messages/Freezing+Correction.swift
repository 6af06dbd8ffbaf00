// The words of a correction: which message was wrong, what was wrong in it, and what the register says now.

import CivilTime

extension Freezing {
    /// To whoever had the message, at the address it went to, whatever is known of them by now.
    func facts(
        _ correction: Correction, of corrected: Corrected, _ notice: Notice, _ message: Claimable
    ) -> MessageFacts {
        let wrong = corrected.facts
        let subject =
            wrong.marking.map { marking in
                wrong.subject.hasPrefix("\(marking): ")
                    ? String(wrong.subject.dropFirst(marking.count + 2)) : wrong.subject
            } ?? wrong.subject
        let facts = CorrectionFacts(
            id: wrong.id, domain: wrong.domain, subject: subject, sentOn: wrong.day, because: correction.because,
            by: correction.by,
            targets: corrected.targets.map { target in
                CorrectionFacts.Target(
                    reference: target.reference, status: target.status, phrase: target.date.phrase,
                    due: target.date.reading?.chase?.day)
            })
        return envelope(
            kind: notice.kind, channel: message.channel, plan: message.plan, recipient: message.recipient,
            thread: wrong.thread, subject: "Correction: \(subject)", entries: [], paragraphs: facts.paragraphs,
            corrects: (wrong, facts))
    }
}

extension CorrectionFacts {
    fileprivate var paragraphs: [String] {
        let now = targets.map { target in
            let phrase = target.phrase.isEmpty ? "not set" : "\u{201C}\(target.phrase)\u{201D}"
            let read = target.due.flatMap { $0.inWords == target.phrase ? nil : ", read as \($0.inWords)" } ?? ""
            return
                "The register says now: \(target.reference) is \(target.status.rawValue), and its date is \(phrase)\(read)."
        }
        return [
            "On \(sentOn.inWordsWithWeekday) we wrote to you: \u{201C}\(subject)\u{201D}. That message was wrong.",
            "What was wrong: \(because)",
        ] + now + ["This was said by \(by). Please pass over the earlier message where it says otherwise."]
    }
}
