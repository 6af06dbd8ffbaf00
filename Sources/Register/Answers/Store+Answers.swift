// What owners said: shown first, recorded, undone.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// What the answer would do, worked out on a copy in memory; nothing is written.
    public func previewAnswer(
        _ entry: AnswerEntry, administrator: PersonID, by author: Author, at now: Instant
    ) throws -> [AnswerEffect] {
        let copy = try snapshot()
        return try copy.write(at: now, by: author) { try $0.answer(entry, administrator: administrator).effects }
    }

    /// Records an answer for all of its references or for none, stops or re-arms their reminders, and posts a receipt
    /// to the owner's holder, or to the administrator where there is none. The receipt leaves at `receiptFrom`, or at
    /// once. Throws `noSuchTarget`, `wrongState`.
    public func answer(
        _ entry: AnswerEntry, administrator: PersonID, receiptFrom: Instant? = nil, by author: Author, at now: Instant
    ) throws -> (id: AnswerID, effects: [AnswerEffect]) {
        try write(at: now, by: author, noticesFrom: receiptFrom) { try $0.answer(entry, administrator: administrator) }
    }

    /// Undoes an answer: status and date are again what they were before it, unless a later answer changed them too.
    public func amend(
        _ answer: AnswerID, because: String, by author: Author, at now: Instant
    ) throws -> [AnswerEffect] {
        try write(at: now, by: author) { try $0.amend(answer, because: because) }
    }
}
