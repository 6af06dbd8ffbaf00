// The receipt that an owner gets for an answer: what was recorded, so that a misunderstanding comes back at once.

import CivilTime
import GRDB
import Reminders

struct Receipts {
    let writing: Transaction
    let answer: AnswerID
    let entry: AnswerEntry
    let administrator: PersonID

    /// One for each who hears for the posts that the answer covers; to the administrator where nobody does.
    func post(_ effects: [AnswerEffect]) throws {
        let byReference = Dictionary(uniqueKeysWithValues: effects.map { ($0.reference, $0) })
        let rows = try Row.fetchAll(
            writing.db,
            sql: """
                SELECT reference, plan_id, owner_id FROM answer_target JOIN target ON target.id = target_id
                WHERE answer_id = ? ORDER BY answer_target.id
                """, arguments: [answer])
        let facts = FactsReader(writing.db, mode: .live, today: { _ in entry.on })
        let recipients = try rows.map { row -> PersonID in
            let owner: OwnerID? = row["owner_id"]
            return try owner.flatMap { try facts.hearer(of: $0, on: entry.on) } ?? administrator
        }
        for recipient in recipients.uniqued() {
            let own = zip(rows, recipients).filter { $0.1 == recipient }.map(\.0)
            let references = own.map { $0["reference"] as String }.uniqued()
            let effects = references.compactMap { byReference[$0] }
            try post(effects, to: recipient, plan: own.first?["plan_id"])
        }
    }

    private func post(_ effects: [AnswerEffect], to recipient: PersonID, plan: PlanID?) throws {
        let references = effects.map(\.references).joined(separator: ", ")
        let who = entry.ownerPost.map { "\(entry.by), for \($0)" } ?? entry.by
        try writing.post(
            Notice(
                kind: .receipt, to: recipient, plan: plan, key: "receipt/\(answer)/\(recipient)",
                subject: "Recorded: \(entry.kind.words) (\(references))",
                paragraphs: ["We have recorded what \(who) said on \(entry.on.inWords): \(entry.kind.words)."]
                    + effects.map(sentence) + [
                        "Reason given: \(entry.because)",
                        "It is recorded as answer \(answer).",
                    ],
                thread: effects.count == 1 ? "target.\(Self.threadName(effects[0].reference))" : "answer-\(answer)"),
            notBefore: writing.noticesFrom)
    }

    /// As the reminders of the target thread, so that the receipt stands among them.
    private static func threadName(_ reference: String) -> String { String(reference.map { $0 == "/" ? "." : $0 }) }

    /// Says nothing of how other owners stand, not even by what it leaves open.
    private func sentence(_ effect: AnswerEffect) -> String {
        var text = effect.references
        if entry.kind == .done, effect.statusAfter.isChased {
            return text + ": your part of it is recorded as done, and no further reminder of it comes to you."
        }
        if effect.phraseBefore != effect.phraseAfter {
            text += ": the date was \(quoted(effect.phraseBefore)), and is now \(quoted(effect.phraseAfter))"
        } else {
            text += ": the date is \(quoted(effect.phraseAfter))"
        }
        text +=
            effect.statusBefore == effect.statusAfter
            ? "; it stays \(effect.statusAfter.rawValue)."
            : "; it was \(effect.statusBefore.rawValue), and is now \(effect.statusAfter.rawValue)."
        if let round = effect.round {
            text += " This answers the round due on \(round.inWords)."
            if let next = effect.nextRound { text += " The next is due on \(next.inWords)." }
        }
        if !effect.stopped.isEmpty { text += " Reminders that were about to leave for it do not." }
        return text
    }

    /// A date as it was printed or said, whatever it begins or ends with.
    private func quoted(_ phrase: String) -> String { phrase.isEmpty ? "not set" : "\u{201C}\(phrase)\u{201D}" }
}

extension AnswerKind {
    /// What was said, in the middle of a sentence.
    var words: String {
        switch self {
        case .done: "done"
        case .onTrack(let until): "on track until \(until.inWords)"
        case .newDate(let phrase, _): "a new date, \(phrase)"
        case .notMine: "not theirs"
        case .withdrawn: "withdrawn"
        case .reopen: "open again"
        case .note: "a note"
        }
    }
}
