// The register at a glance, and the outbox as a list.

import CivilTime
import FoundationEssentials
import GRDB
import Reminders

extension Store {
    public func status() throws -> RegisterStatus {
        try read { db in
            let plans = try Self.plans(db, where: "1 ORDER BY name", [])
            let states = try Row.fetchAll(db, sql: "SELECT state, count(*) AS messages FROM message GROUP BY state")
            return RegisterStatus(
                plans: plans.count, targets: plans.map(\.targets).reduce(0, +),
                chased: plans.map(\.chased).reduce(0, +),
                armed: plans.map(\.armed).reduce(0, +),
                waiting: plans.compactMap { plan in
                    plan.waitingSince.map { WaitingPlan(plan: plan.name, targets: plan.waiting, since: $0) }
                },
                closed: plans.compactMap { plan in plan.closed.map { ClosedPlan(plan: plan.name, closure: $0) } },
                unresolvedOwners: try OwnersReader(db).unresolved(),
                doubts: try Int.fetchOne(db, sql: "SELECT count(*) FROM worklist WHERE settled_at IS NULL") ?? 0,
                pause: try Self.paused(db),
                messages: Dictionary(uniqueKeysWithValues: states.map { ($0["state"], $0["messages"]) }),
                batches: try Self.batches(db),
                proposals: try ProposalRow.fetch(db, where: "needs_release AND state = 'proposed'", []),
                channels: try Self.channels(db),
                inDoubt: try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM message
                        WHERE state IN ('waiting', 'claimed', 'set_aside') AND may_have_arrived = 1
                        """) ?? 0,
                earliestCheck: try Instant.fetchOne(db, sql: "SELECT min(next_check) FROM target"),
                earliestMessage: try Instant.fetchOne(
                    db, sql: "SELECT min(not_before) FROM message WHERE state = 'waiting'"),
                lastMode: try DeliveryMode.fetchOne(db, sql: "SELECT mode_last FROM register"),
                schemaVersion: Int(try Int64.fetchOne(db, sql: "PRAGMA user_version") ?? 0))
        }
    }

    /// Messages, the latest first.
    public func deliveries(_ filter: DeliveryFilter = DeliveryFilter()) throws -> [DeliveryRow] {
        try read { db in
            let plan = try filter.plan.map { try Finding(db).plan($0) }
            let target = try filter.reference.map { try Finding(db).target($0) }
            let states = filter.states.map(\.rawValue).sorted()
            let marks = states.map { _ in "?" }.joined(separator: ", ")
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT message.*, person.name, json_extract(facts, '$.subject') AS subject
                    FROM message JOIN person ON person.id = message.recipient
                    LEFT JOIN message_facts ON message_facts.message_id = message.id
                    WHERE (? IS NULL OR message.id = ?) AND (? IS NULL OR plan_id = ?) AND (? IS NULL OR not_before >= ?)
                    AND (? IS NULL OR not_before < ?) AND (? OR state IN (\(marks)))
                    AND (? IS NULL OR EXISTS (SELECT 1 FROM reminder WHERE message_id = message.id AND target_id = ?))
                    ORDER BY message.id DESC LIMIT ?
                    """,
                arguments: [filter.message, filter.message, plan, plan, filter.from, filter.from]
                    + [filter.until, filter.until, states.isEmpty] + StatementArguments(states) + [
                        target, target, filter.limit,
                    ])
            return try rows.map { try DeliveryRow(row: $0, db) }
        }
    }
}

extension DeliveryRow {
    init(row: Row, _ db: Database) throws {
        let message = try OutboxMessage(row: row)
        let references = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT reference FROM reminder JOIN target ON target.id = target_id WHERE message_id = ?
                AND (reminder.state <> 'dropped' OR ? = 'void') ORDER BY reference
                """, arguments: [message.id, row["state"] as String])
        let plan = try String.fetchOne(db, sql: "SELECT name FROM plan WHERE id = ?", arguments: [message.plan])
        self.init(
            message: message.id, kind: message.kind, state: row["state"], plan: plan, recipient: message.recipient,
            recipientName: row["name"], channel: message.channel, mode: row["mode"],
            references: references, id: row["wire_id"], subject: row["subject"] ?? message.notice?.subject,
            notBefore: row["not_before"], attempts: message.attempts, mayHaveArrived: message.mayHaveArrived,
            settledAt: row["settled_at"], because: row["because"], batch: row["batch_id"],
            corrects: (message.notice?.correction?.message).map(MessageID.init))
    }
}
