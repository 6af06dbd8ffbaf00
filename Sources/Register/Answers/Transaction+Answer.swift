// Recording an answer, and undoing one.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func answer(
        _ entry: AnswerEntry, administrator: PersonID
    ) throws -> (id: AnswerID, effects: [AnswerEffect]) {
        guard !entry.references.isEmpty else {
            throw RegisterError.wrongState(sentence: "an answer names at least one reference")
        }
        let targets = try entry.references.map { try Finding(db).chased($0) }.uniqued()
        let owner = try entry.ownerPost.map { post in
            guard let owner = try Finding(db).owner(post) else {
                throw RegisterError.noSuchRow(what: "owner \(post); `duewatch owners` lists them")
            }
            return owner
        }
        let id = AnswerID(
            try insert(
                """
                INSERT INTO answer (kind, until_day, text, said_by, said_on, because, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    entry.kind.name, entry.kind.until, entry.kind.text, entry.by, entry.on, entry.because, at,
                    authorName,
                ]))
        let answering = Answering(writing: self, entry: entry, answer: id, owner: owner)
        let effects = try targets.map(answering.answer)
        try Receipts(writing: self, answer: id, entry: entry, administrator: administrator).post(effects)
        return (id, effects)
    }

    func amend(_ id: AnswerID, because: String) throws -> [AnswerEffect] {
        let isNews =
            try change(
                "UPDATE answer SET undone_at = ?, undone_by = ?, undone_because = ? WHERE id = ? AND undone_at IS NULL",
                [at, authorName, because, id]) == 1
        guard isNews else { throw RegisterError.noSuchRow(what: "answer \(id) that still stands") }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT target_id, status_before, revision_before, kind FROM answer_target
                JOIN answer ON answer.id = answer_id WHERE answer_id = ? GROUP BY target_id ORDER BY answer_target.id
                """, arguments: [id])
        return try rows.map { row in
            let target: TargetID = row["target_id"]
            let before = try TargetState.fetch(db, target)
            try undo(row, of: id, before, because: because)
            try touch(target)
            try note(
                .answerAmended, LedgerSubject(plan: before.plan, target: target), [("answer", .int(Int(id.value)))])
            let after = try TargetState.fetch(db, target)
            return before.effect(after: after, stopped: [], reopens: after.status.isChased)
        }
    }

    private func undo(_ row: Row, of id: AnswerID, _ target: TargetState, because: String) throws {
        switch row["kind"] as String {
        case "done":
            // Another owner's word may still complete it, or the answer was one of several that did.
            let isCompleted = target.status == .completed && !target.owners.isEmpty && target.isAnswered
            if target.status == .completed, !isCompleted { try setStatus(row["status_before"], of: target.id) }
        case "withdrawn", "reopen":
            if try !isOvertaken(id, on: target.id) { try setStatus(row["status_before"], of: target.id) }
        case "new-date":
            let made = try Int.fetchOne(
                db, sql: "SELECT number FROM date_revision WHERE target_id = ? AND answer_id = ?",
                arguments: [target.id, id])
            guard made == target.revision else { return }
            try restoreRevision(row["revision_before"], as: target.revision + 1, of: target.id, because: because)
            if try !isOvertaken(id, on: target.id) { try setStatus(row["status_before"], of: target.id) }
            try stopWaiting(target.id, owner: nil, because: .dateChanged)
        case "not-mine":
            try settleDoubts(of: target.id, kind: .notMine, because: "the answer was undone")
        default: return
        }
    }

    /// Whether a later answer that still stands has set the status since.
    private func isOvertaken(_ id: AnswerID, on target: TargetID) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE target_id = ? AND answer.id > ? AND undone_at IS NULL
                    AND kind IN ('done', 'new-date', 'withdrawn', 'reopen'))
                """, arguments: [target, id]) ?? false
    }

    /// Of a target, and of those that are one deliverable with it.
    func setStatus(_ status: Status, of target: TargetID) throws {
        try execute("UPDATE target SET status = ? WHERE id = ?", [status, target])
        try execute(
            """
            UPDATE target SET status = ?, version = version + 1
            WHERE same_as = ? AND status NOT IN ('superseded', 'withdrawn')
            """, [status == .ongoing ? .open : status, target])
    }
}
