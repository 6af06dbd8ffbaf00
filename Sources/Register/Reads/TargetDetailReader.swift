// Reads the history of one target for `duewatch show`.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct TargetDetailReader {
    let db: Database
    let target: TargetID

    init(_ db: Database, target: TargetID) {
        self.db = db
        self.target = target
    }

    func detail(_ facts: TargetFacts) throws -> TargetDetail {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT edition.code, edition.label, target.line, pairing, next_check,
                    (SELECT reference FROM target AS other WHERE other.id = target.same_as) AS same_as,
                    plan.closed_at, plan.closed_by, plan.closed_because
                FROM target JOIN edition ON edition.id = edition_id JOIN plan ON plan.id = target.plan_id
                WHERE target.id = ?
                """, arguments: [target])
        guard let row else { throw RegisterError.noSuchTarget(reference: facts.reference, didYouMean: nil) }
        return TargetDetail(
            facts: facts, edition: row["code"], line: row["line"], pairing: row["pairing"],
            nextCheck: row["next_check"], sameAs: row["same_as"], closed: PlanClosure(row: row),
            revisions: try revisions(), reminders: try reminders(), answers: try answers(),
            worklist: try WorklistRow.fetch(db, where: "target_id = ?", [target]), ledger: try ledger())
    }

    private func revisions() throws -> [DateRevision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT date_revision.*, code FROM date_revision LEFT JOIN edition ON edition.id = edition_id
                WHERE target_id = ? ORDER BY number
                """, arguments: [target]
        ).map {
            DateRevision(
                number: $0["number"], phrase: $0["phrase"], reading: Reading(row: $0), readings: $0["readings"],
                cause: $0["cause"], edition: $0["code"], at: $0["at"], by: $0["by"], because: $0["because"])
        }
    }

    /// Those that were dropped too. Each half has an index.
    static let reminders = """
        SELECT reminder.*, name, message.state AS message_state
        FROM reminder JOIN person ON person.id = reminder.recipient JOIN message ON message.id = message_id
        WHERE reminder.id IN (SELECT id FROM reminder WHERE target_id = ? AND because IS NULL
            UNION ALL SELECT id FROM reminder WHERE target_id = ? AND because IS NOT NULL)
        ORDER BY reminder.id
        """

    private func reminders() throws -> [ReminderRecord] {
        try Row.fetchAll(db, sql: Self.reminders, arguments: [target, target]).map {
            ReminderRecord(
                id: $0["id"], key: ReminderKey(row: $0), kind: $0["kind"], owner: $0["owner_id"], role: $0["role"],
                standIn: $0["stand_in"], copy: $0["copy"], recipientName: $0["name"], plannedDay: $0["planned_day"],
                state: $0["state"], recordedAt: $0["recorded_at"], sentAt: $0["sent_at"], because: $0["because"],
                message: $0["message_id"], messageState: $0["message_state"])
        }
    }

    private func answers() throws -> [AnswerRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT answer.*, post FROM answer_target JOIN answer ON answer.id = answer_id
                LEFT JOIN owner ON owner.id = owner_id WHERE target_id = ? ORDER BY answer.id, answer_target.id
                """, arguments: [target]
        ).map {
            AnswerRecord(
                id: $0["id"], kind: $0["kind"], owner: $0["post"], until: $0["until_day"], text: $0["text"],
                saidBy: $0["said_by"], on: $0["said_on"], because: $0["because"], recordedAt: $0["recorded_at"],
                undoneAt: $0["undone_at"])
        }
    }

    private func ledger() throws -> [LedgerEntry] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT ledger.*, author.name AS author_name FROM ledger LEFT JOIN author ON digest = ledger.author
                WHERE target_id = ? ORDER BY seq
                """, arguments: [target]
        ).map(LedgerEntry.init(row:))
    }
}
