// Writing down what a check decided. A decision on facts that have changed since writes nothing at all.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func record(_ decision: CheckDecision) throws -> Recorded {
        guard try move(NextCheck(of: decision)) else { return Recorded(reminders: 0, isStale: true) }
        var count = 0
        for reminder in decision.reminders where try record(reminder) { count += 1 }
        for refusal in decision.refusals { try record(refusal, of: decision.target) }
        for proposal in decision.proposals { try propose(proposal, for: decision) }
        return Recorded(reminders: count, isStale: false)
    }

    /// Passes over those that have changed since their facts were read.
    func move(_ checks: [NextCheck]) throws {
        let update = try updateOfNextCheck()
        for check in checks {
            _ = try update.run(numbers: check.at?.milliseconds, check.target.value, check.version)
        }
    }

    /// False where the target has changed since its facts were read, and nothing was written.
    private func move(_ check: NextCheck) throws -> Bool {
        try updateOfNextCheck().run(numbers: check.at?.milliseconds, check.target.value, check.version) == 1
    }

    private func updateOfNextCheck() throws -> Prepared {
        try Prepared(db, "UPDATE target SET next_check = ? WHERE id = ? AND version = ? AND armed_at IS NOT NULL")
    }

    /// Whether it is new.
    private func record(_ reminder: Reminder) throws -> Bool {
        let key = reminder.key
        let (message, isNewMessage) = try message(for: reminder)
        let recorded = try Prepared(
            db,
            """
            INSERT INTO reminder (target_id, revision, stage, repetition, recipient, channel, mode, kind, owner_id,
                role, stand_in, copy, planned_day, occurrence, message_id, state, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING
            """
        ).run(
            .id(key.target), .number(key.revision), .text(key.stage), .number(key.repetition), .id(key.recipient),
            .text(key.channel.description), .text(key.mode.rawValue), .text(reminder.kind.rawValue),
            .id(reminder.owner), .text(reminder.role.rawValue), .words(reminder.standIn?.rawValue),
            .words(reminder.copy?.rawValue), .text("\(reminder.plannedDay)"),
            .words(reminder.occurrence?.description), .id(message), .at(at))
        guard recorded == 1 else {
            if isNewMessage { try Prepared(db, "DELETE FROM message WHERE id = ?").run(.id(message)) }
            return false
        }
        let id = ReminderID(db.lastInsertedRowID)
        if reminder.kind.isUrgent {
            try Prepared(db, "UPDATE message SET urgency = 0 WHERE id = ? AND urgency > 0").run(.id(message))
        }
        if reminder.kind == .introduction {
            try Prepared(db, "UPDATE message SET introduces = 1 WHERE id = ? AND introduces = 0").run(.id(message))
        }
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

    /// The message it goes with, and whether it was made for it: one that waits for the same window, else a new one.
    private func message(for reminder: Reminder) throws -> (MessageID, isNew: Bool) {
        guard reminder.key.channel == .email else {
            // One introduction lists all that it is about, on every channel.
            if reminder.kind == .introduction, let present = try introducing(reminder) { return (present, false) }
            return (try newMessage(for: reminder, window: nil, notBefore: at), true)
        }
        var window = reminder.window
        switch try mail(for: reminder, in: window) {
        case .gathers(let present): return (present, false)
        case .none: break
        case .hasLeft:
            window = reminder.following
            if case .gathers(let present) = try mail(for: reminder, in: window) { return (present, false) }
        }
        return (try newMessage(for: reminder, window: window.day, notBefore: window.opens), true)
    }

    /// What there is of a reader's mail of one plan for one window.
    private enum WindowMail {
        case gathers(MessageID), hasLeft, none
    }

    private func mail(for reminder: Reminder, in window: WindowDay) throws -> WindowMail {
        let rows = try Prepared(
            db,
            """
            SELECT id, attempts = 0 AND state IN ('waiting', 'held') FROM message WHERE recipient = ? AND plan_id = ?
            AND window_day = ? AND channel = 'email' AND mode = ? AND kind = 'reminders' AND state <> 'void'
            """
        ).rows(
            .id(reminder.key.recipient), .id(reminder.plan), .text("\(window.day)"), .text(reminder.key.mode.rawValue)
        ) { (id: MessageID($0.int(0)), gathers: $0.int(1) != 0) }
        if let present = rows.first(where: \.gathers) { return .gathers(present.id) }
        return rows.isEmpty ? .none : .hasLeft
    }

    private func introducing(_ reminder: Reminder) throws -> MessageID? {
        try Prepared(
            db,
            """
            SELECT id FROM message WHERE recipient = ? AND plan_id = ? AND channel = ? AND mode = ?
            AND introduces = 1 AND attempts = 0 AND state IN ('waiting', 'held') LIMIT 1
            """
        ).rows(
            .id(reminder.key.recipient), .id(reminder.plan), .text(reminder.key.channel.description),
            .text(reminder.key.mode.rawValue)
        ) { MessageID($0.int(0)) }.first
    }

    private func newMessage(for reminder: Reminder, window: CivilDate?, notBefore: Instant) throws -> MessageID {
        try Prepared(
            db,
            """
            INSERT INTO message (kind, plan_id, recipient, channel, mode, window_day, not_before, state, created_at,
                urgency)
            VALUES ('reminders', ?, ?, ?, ?, ?, ?, 'waiting', ?, 1)
            """
        ).run(
            .id(reminder.plan), .id(reminder.key.recipient), .text(reminder.key.channel.description),
            .text(reminder.key.mode.rawValue), .words(window?.description), .at(notBefore), .at(at))
        return MessageID(db.lastInsertedRowID)
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
