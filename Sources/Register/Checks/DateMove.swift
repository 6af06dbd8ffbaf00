// Who moved a date: an owner by an answer, or an edition. Asked of every date that a target has had.

import GRDB
import Reminders

/// What made one date of a target take the place of another.
struct DateMove {
    let isExtension: Bool
    let answer: AnswerID?
    /// Whether an owner's answer made it, and whether that was undone.
    let (isAnswered, isUndone): (Bool, Bool)

    /// What it is read from, and the columns.
    static let table = "date_revision LEFT JOIN answer ON answer.id = answer_id"
    static let columns = "is_extension, answer_id, answer.id IS NOT NULL, undone_at IS NOT NULL"

    /// From `columns`, the first of which has this number in the row.
    init(_ row: Columns, from first: Int32) {
        isExtension = row.int(first) != 0
        answer = row.maybeInt(first + 1).map(AnswerID.init)
        isAnswered = row.int(first + 2) != 0
        isUndone = row.int(first + 3) != 0
    }
}

extension [DateMove] {
    /// Of all dates of a target: those by which it was moved.
    var extensions: [DateMove] { filter { $0.isExtension && !$0.isUndone } }

    /// Who asked for the date that this one of them made; nobody where it moved nothing.
    func askers(of present: DateMove, _ answers: ArraySlice<AnswerToTarget>) -> [OwnerID] {
        guard let answer = present.answer, contains(where: { $0.isExtension && $0.answer == answer }) else { return [] }
        return answers.filter { $0.answer == answer }.compactMap(\.owner)
    }
}
