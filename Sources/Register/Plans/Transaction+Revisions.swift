// Adding a date revision; the ones before it stay as they were.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// A date that a target is to have from now on.
struct NewRevision {
    let phrase: String
    let readings: [Reading]
    let cause: DateRevision.Cause
    var isExtension = false
    var edition: Int64?
    var answer: AnswerID?
    var decision: Int64?
    var because: String?
}

extension Transaction {
    func addRevision(_ revision: NewRevision, number: Int, of target: TargetID) throws {
        let columns = Reading.columns(Reading.chased(in: revision.readings))
        let readings = JSON.array(revision.readings.map { $0.json(includingMilestone: true) }).description
        try Prepared(db, Self.addingRevision).run(
            binding: [.id(target), .number(number), .text(revision.phrase)] + columns
                + [
                    .text(readings), .named(revision.cause), .int(revision.isExtension ? 1 : 0),
                    .row(revision.edition), .id(revision.answer), .row(revision.decision), .at(at),
                    .text(authorName), .words(revision.because),
                ])
        // The first one is named by the row of the target itself.
        if number > 1 { try execute("UPDATE target SET revision = ? WHERE id = ?", [number, target]) }
    }

    private static let addingRevision = """
        INSERT INTO date_revision (target_id, number, phrase, \(Reading.columnNames), readings, cause, is_extension,
            edition_id, answer_id, decision_id, at, by, because)
        VALUES (?, ?, ?, \(Reading.columns(nil).map { _ in "?" }.joined(separator: ", ")), ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """

    /// Takes up an earlier date again, as a correction that counts as no extension.
    func restoreRevision(_ earlier: Int, as number: Int, of target: TargetID, because: String) throws {
        try execute(
            """
            INSERT INTO date_revision (target_id, number, phrase, \(Reading.columnNames), readings, cause, is_extension,
                edition_id, decision_id, at, by, because)
            SELECT target_id, ?, phrase, \(Reading.columnNames), readings, 'corrected', 0, edition_id, decision_id,
                ?, ?, ?
            FROM date_revision WHERE target_id = ? AND number = ?
            """, [number, at, authorName, because, target, earlier])
        try execute("UPDATE target SET revision = ? WHERE id = ?", [number, target])
    }
}
