// Writing down what a check decided. A decision on facts that have changed since writes nothing at all.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func record(_ decision: CheckDecision) throws -> Recorded {
        let isFresh =
            try change(
                "UPDATE target SET next_check = ? WHERE id = ? AND version = ? AND armed_at IS NOT NULL",
                [decision.nextCheck, decision.target, decision.version]) == 1
        guard isFresh else { return Recorded(reminders: 0, isStale: true) }
        var count = 0
        for reminder in decision.reminders where try record(reminder) { count += 1 }
        for refusal in decision.refusals { try record(refusal, of: decision.target) }
        for proposal in decision.proposals { try propose(proposal, for: decision) }
        return Recorded(reminders: count, isStale: false)
    }

    /// Whether it is new.
    private func record(_ reminder: Reminder) throws -> Bool {
        let key = reminder.key
        let isKnown = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM reminder WHERE target_id = ? AND revision = ? AND stage = ?
                        AND repetition = ? AND recipient = ? AND channel = ? AND mode = ? AND state <> 'dropped')
                    """),
            arguments: [key.target, key.revision, key.stage, key.repetition, key.recipient, key.channel, key.mode])
        guard isKnown == false else { return false }
        let message = try message(for: reminder)
        if reminder.kind.isUrgent {
            try execute("UPDATE message SET urgency = 0 WHERE id = ? AND urgency > 0", [message])
        }
        let id = ReminderID(
            try insert(
                """
                INSERT INTO reminder (target_id, revision, stage, repetition, recipient, channel, mode, kind, owner_id,
                    role, stand_in, copy, planned_day, occurrence, message_id, state, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?)
                """,
                [
                    key.target, key.revision, key.stage, key.repetition, key.recipient, key.channel, key.mode,
                    reminder.kind, reminder.owner, reminder.role, reminder.standIn, reminder.copy, reminder.plannedDay,
                    reminder.occurrence,
                    message, at,
                ]))
        try note(
            .reminderRecorded,
            LedgerSubject(
                plan: reminder.plan, target: key.target, reminder: id, message: message, owner: reminder.owner,
                person: key.recipient),
            [
                ("revision", .int(key.revision)), ("stage", .string(key.stage)), ("repetition", .int(key.repetition)),
                ("kind", .string(reminder.kind.rawValue)), ("role", .string(reminder.role.rawValue)),
                ("stand_in", .text(reminder.standIn?.rawValue)), ("copy", .text(reminder.copy?.rawValue)),
                ("channel", .string(key.channel.description)),
                ("mode", .string(key.mode.rawValue)), ("planned_day", .string(reminder.plannedDay.description)),
            ] + (reminder.occurrence.map { [("occurrence", .string($0.description))] } ?? []))
        return true
    }

    /// The message it goes with: one that waits for the same window, else a new one.
    private func message(for reminder: Reminder) throws -> MessageID {
        guard reminder.key.channel == .email else {
            return try newMessage(for: reminder, window: nil, notBefore: at)
        }
        if let present = try gathering(reminder, in: reminder.window) { return present }
        let window = try hasLeft(reminder, reminder.window) ? reminder.following : reminder.window
        return try gathering(reminder, in: window)
            ?? newMessage(for: reminder, window: window.day, notBefore: window.opens)
    }

    private func gathering(_ reminder: Reminder, in window: WindowDay) throws -> MessageID? {
        try MessageID.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id FROM message WHERE recipient = ? AND plan_id = ? AND window_day = ? AND channel = 'email'
                    AND mode = ? AND kind = 'reminders' AND attempts = 0 AND state IN ('waiting', 'held') LIMIT 1
                    """), arguments: [reminder.key.recipient, reminder.plan, window.day, reminder.key.mode])
    }

    private func hasLeft(_ reminder: Reminder, _ window: WindowDay) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM message WHERE recipient = ? AND plan_id = ? AND window_day = ?
                        AND channel = 'email' AND mode = ? AND kind = 'reminders' AND state <> 'void')
                    """), arguments: [reminder.key.recipient, reminder.plan, window.day, reminder.key.mode]) ?? false
    }

    private func newMessage(for reminder: Reminder, window: CivilDate?, notBefore: Instant) throws -> MessageID {
        MessageID(
            try insert(
                """
                INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, created_at,
                    urgency)
                VALUES ('reminders', ?, ?, ?, ?, ?, ?, 'waiting', ?, 1)
                """,
                [
                    reminder.plan, reminder.key.recipient, reminder.key.channel, reminder.key.mode, window, notBefore,
                    at,
                ]))
    }

    /// A refusal goes into the ledger once, not at every check that repeats it.
    private func record(_ refusal: Refusal, of target: TargetID) throws {
        let reason = refusal.reason.json.description
        let owner = refusal.owner?.value ?? 0
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT plan_id, revision FROM target WHERE id = ?"), arguments: [target])
        else { return }
        let revision: Int = row["revision"]
        let isNews =
            try change(
                """
                INSERT INTO refusal (target_id, revision, stage, repetition, owner_id, reason) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET reason = excluded.reason WHERE reason <> excluded.reason
                """, [target, revision, refusal.stage, refusal.repetition, owner, reason]) == 1
        guard isNews else { return }
        try note(
            .reminderRefused, LedgerSubject(plan: row["plan_id"], target: target, owner: refusal.owner),
            [
                ("revision", .int(revision)), ("stage", .string(refusal.stage)),
                ("repetition", .int(refusal.repetition)), ("reason", refusal.reason.json),
            ])
    }
}
