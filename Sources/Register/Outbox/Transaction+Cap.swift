// Putting a message off to the next week, where it joins what its reader will have in that window.

import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// Its reminders keep their keys; the ledger says of each what kept it.
    func holdOver(
        _ message: OutboxMessage, _ reminders: [RecordedFor], mode: DeliveryMode, to window: WindowDay
    ) throws {
        try execute(
            "UPDATE reminder SET held_over = held_over + 1 WHERE message_id = ? AND state = 'waiting'", [message.id])
        let other = try MessageID.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT id FROM message WHERE recipient = ? AND plan_id = ? AND window_day = ? AND channel = 'email'
                    AND mode = ? AND kind = 'reminders' AND attempts = 0 AND state = 'waiting' AND id <> ? LIMIT 1
                    """), arguments: [message.recipient, message.plan, window.day, mode, message.id])
        if let other {
            try execute(
                "UPDATE reminder SET message_id = ? WHERE message_id = ? AND state = 'waiting'", [other, message.id])
            try execute("UPDATE message SET urgency = min(urgency, ?) WHERE id = ?", [message.urgency, other])
            try makeVoid(message.id, because: "over the weekly cap: what it tells goes in message \(other)")
        } else {
            try execute(
                "UPDATE message SET window_day = ?, not_before = ? WHERE id = ?",
                [window.day, window.opens, message.id])
        }
        for reminder in reminders {
            try note(
                .reminderRefused,
                LedgerSubject(
                    plan: message.plan, target: reminder.target.id, reminder: reminder.id,
                    message: other ?? message.id, owner: reminder.owner, person: message.recipient),
                [
                    ("revision", .int(reminder.key.revision)), ("stage", .string(reminder.key.stage)),
                    ("repetition", .int(reminder.key.repetition)),
                    ("reason", RefusalReason.capped(until: window.day).json),
                ])
        }
    }
}
