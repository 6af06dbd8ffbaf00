// Arming and disarming: the one act after which anybody is told anything.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func arm(_ plan: PlanID, approved: Approval) throws -> Int {
        try checkIsNotClosed(plan)
        let targets = try TargetID.fetchAll(
            db,
            sql: "SELECT id FROM target WHERE plan_id = ? AND armed_at IS NULL AND \(Store.isChased) ORDER BY id",
            arguments: [plan])
        for target in targets {
            try execute(
                """
                UPDATE target SET armed_at = ?, waiting_since = NULL, next_check = ?, version = version + 1
                WHERE id = ?
                """, [at, at, target])
            try note(.targetArmed, LedgerSubject(plan: plan, target: target))
        }
        try execute("UPDATE plan SET armed_at = ?, armed_by = ? WHERE id = ?", [at, authorName, plan])
        try execute(
            "INSERT INTO approval (plan_id, at, by, messages, until_day) VALUES (?, ?, ?, ?, ?)",
            [plan, at, authorName, approved.messages, approved.until])
        try note(
            .planArmed, LedgerSubject(plan: plan),
            [
                ("targets", .int(targets.count)), ("approved_messages", .int(approved.messages)),
                ("until", .string(approved.until.description)),
            ])
        return targets.count
    }

    func disarm(_ plan: PlanID, because: String) throws -> Int {
        let targets = try TargetID.fetchAll(
            db, sql: "SELECT id FROM target WHERE plan_id = ? AND armed_at IS NOT NULL ORDER BY id", arguments: [plan])
        for target in targets { try disarm(target) }
        try execute("UPDATE plan SET armed_at = NULL, armed_by = NULL WHERE id = ?", [plan])
        try execute("UPDATE approval SET messages = 0 WHERE plan_id = ?", [plan])
        try note(
            .planDisarmed, LedgerSubject(plan: plan),
            [("targets", .int(targets.count)), ("because", .string(because))])
        return targets.count
    }

    /// The target waits for `arm` again, and what was about to leave for it does not.
    func disarm(_ target: TargetID) throws {
        try execute(
            """
            UPDATE target SET armed_at = NULL, next_check = NULL, waiting_since = ?, version = version + 1
            WHERE id = ? AND armed_at IS NOT NULL
            """, [at, target])
        let plan = try PlanID.fetchOne(
            db.cachedStatement(sql: "SELECT plan_id FROM target WHERE id = ?"), arguments: [target])
        try note(.targetDisarmed, LedgerSubject(plan: plan, target: target))
        try stopWaiting(target, owner: nil, because: .notArmed)
    }

    /// Drops the reminders of a target that wait in messages nobody has tried to send; what is in flight, or may have
    /// arrived, is left to the claim. Returns the keys.
    @discardableResult
    func stopWaiting(_ target: TargetID, owner: OwnerID?, because reason: RefusalReason) throws -> [ReminderKey] {
        let rows = try Row.fetchAll(db.cachedStatement(sql: Self.waiting), arguments: [target, owner, owner])
        for row in rows {
            try drop(row["id"], because: reason)
            let message: MessageID = row["message_id"]
            let isEmpty = try Bool.fetchOne(
                db,
                sql: "SELECT NOT EXISTS (SELECT 1 FROM reminder WHERE message_id = ? AND state = 'waiting')",
                arguments: [message])
            if isEmpty == true { try makeVoid(message, because: "no reminder is left of it") }
        }
        return rows.map(ReminderKey.init(row:))
    }

    /// What was dropped is left out by its reason, for the index of keys to be used.
    static let waiting = """
        SELECT reminder.* FROM reminder JOIN message ON message.id = message_id
        WHERE target_id = ? AND reminder.because IS NULL AND reminder.state = 'waiting'
        AND message.state IN ('waiting', 'held') AND attempts = 0 AND (? IS NULL OR owner_id = ?) ORDER BY reminder.id
        """
}
