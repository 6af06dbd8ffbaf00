// Closing a plan and opening it again. Nothing of it is removed.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func close(_ name: String, because: String) throws -> Closing {
        let plan = try Finding(db).plan(name)
        try checkIsNotClosed(plan)
        let unanswered = try String.fetchAll(
            db, sql: "SELECT reference FROM target WHERE plan_id = ? AND \(Store.isChased) ORDER BY id",
            arguments: [plan])
        let waiting = try waitingReminders(of: plan)
        let messages = try messagesWaiting(of: plan)
        // Those of messages that were tried before would be found stale by the next claim; they end here and now.
        for reminder in waiting { try drop(reminder, because: .notArmed) }
        for message in messages { try makeVoid(message, because: Self.closed) }
        let disarmed = try disarm(plan, because: because)
        let holds = try endHolds(of: plan)
        let doubts = try settleDoubts(of: plan)
        try execute(
            "UPDATE plan SET closed_at = ?, closed_by = ?, closed_because = ? WHERE id = ?",
            [at, authorName, because, plan])
        try note(
            .planClosed, LedgerSubject(plan: plan),
            [
                ("targets", .int(disarmed)), ("unanswered", .int(unanswered.count)),
                ("messages", .int(messages.count)), ("because", .string(because)),
            ])
        return Closing(
            plan: name, disarmed: disarmed, dropped: waiting.count, void: messages.count, doubts: doubts, holds: holds,
            unanswered: unanswered)
    }

    func reopen(_ name: String, because: String) throws -> Int {
        let plan = try Finding(db).plan(name)
        guard let closedAt = try closure(of: plan)?.at else {
            throw RegisterError.wrongState(sentence: "\(name) is not closed")
        }
        try execute(
            "UPDATE plan SET closed_at = NULL, closed_by = NULL, closed_because = NULL WHERE id = ?", [plan])
        try execute(
            """
            UPDATE OR IGNORE worklist SET settled_at = NULL, settled_because = NULL
            WHERE settled_at = ? AND settled_because = ? AND \(Self.isOfPlan)
            """, [closedAt, Self.closed, plan, plan])
        try execute("UPDATE target SET waiting_since = ? WHERE plan_id = ? AND armed_at IS NULL", [at, plan])
        let waiting =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM target WHERE plan_id = ? AND \(Store.isChased)", arguments: [plan]) ?? 0
        try note(
            .planReopened, LedgerSubject(plan: plan), [("targets", .int(waiting)), ("because", .string(because))])
        return waiting
    }

    func checkIsNotClosed(_ plan: PlanID) throws {
        guard let closure = try closure(of: plan) else { return }
        let name = try name(of: plan) ?? ""
        throw RegisterError.wrongState(
            sentence: "\(name) was closed by \(closure.by) (\(closure.because)): `duewatch reopen \(name)` comes first")
    }

    /// The short name of a plan; nil for none.
    func name(of plan: PlanID?) throws -> String? {
        try String.fetchOne(db, sql: "SELECT name FROM plan WHERE id = ?", arguments: [plan])
    }

    private func closure(of plan: PlanID) throws -> PlanClosure? {
        try Row.fetchOne(db, sql: "SELECT * FROM plan WHERE id = ?", arguments: [plan]).flatMap(PlanClosure.init(row:))
    }

    private func waitingReminders(of plan: PlanID) throws -> [ReminderID] {
        try ReminderID.fetchAll(
            db,
            sql: """
                SELECT reminder.id FROM reminder JOIN message ON message.id = message_id
                WHERE plan_id = ? AND reminder.state = 'waiting' AND message.state IN ('waiting', 'held')
                ORDER BY reminder.id
                """, arguments: [plan])
    }

    private func messagesWaiting(of plan: PlanID) throws -> [MessageID] {
        try MessageID.fetchAll(
            db,
            sql: """
                SELECT id FROM message WHERE plan_id = ? AND kind = 'reminders' AND state IN ('waiting', 'held')
                ORDER BY id
                """, arguments: [plan])
    }

    private func endHolds(of plan: PlanID) throws -> Int {
        let name = try name(of: plan)
        let holds = try HoldRecord.fetch(db, on: .min, where: "plan.name = ?", [name])
        for hold in holds { try end(hold, because: Self.closed) }
        return holds.count
    }

    private func settleDoubts(of plan: PlanID) throws -> Int {
        try change(
            """
            UPDATE worklist SET settled_at = ?, settled_because = ? WHERE settled_at IS NULL AND \(Self.isOfPlan)
            """, [at, Self.closed, plan, plan])
    }

    private static let closed = "the plan was closed"
    /// The condition on a row of the worklist; takes the plan twice.
    private static let isOfPlan = "(plan_id = ? OR target_id IN (SELECT id FROM target WHERE plan_id = ?))"
}
