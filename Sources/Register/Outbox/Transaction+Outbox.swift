// The smaller transitions of messages and reminders: dropped, void, posted, recovered, retried.

import ActionPlans
import CivilTime
import FoundationEssentials
import GRDB
import Reminders

extension Transaction {
    /// Frees its key and has its target looked at again.
    func drop(_ reminder: ReminderID, because reason: RefusalReason) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM reminder WHERE id = ? AND state = 'waiting'"), arguments: [reminder])
        guard let row else { return }
        let target: TargetID = row["target_id"]
        try execute(
            "UPDATE reminder SET state = 'dropped', because = ? WHERE id = ?", [reason.json.description, reminder])
        try note(
            .reminderDropped,
            LedgerSubject(
                target: target, reminder: reminder, message: row["message_id"], owner: row["owner_id"],
                person: row["recipient"]),
            [("stage", .string(row["stage"])), ("repetition", .int(row["repetition"])), ("reason", reason.json)])
        try touch(target)
    }

    /// - Parameter renewed: the message in which what is left of it goes.
    func makeVoid(_ message: MessageID, because: String, renewed: MessageID? = nil) throws {
        try execute(
            """
            UPDATE message SET state = 'void', settled_at = ?, because = ?, batch_id = NULL
            WHERE id = ? AND state IN ('waiting', 'held')
            """, [at, because, message])
        try note(
            .messageVoid, LedgerSubject(message: message),
            renewed.map { [("renewed_as", .int(Int($0.value)))] } ?? [])
    }

    /// By the channel named, or else by mail where the recipient has it. False where the key is known, or the recipient
    /// has no channel at all.
    @discardableResult
    func post(_ notice: Notice, notBefore: Instant, by wanted: Channel? = nil) throws -> Bool {
        let channels = try Channel.fetchAll(
            db, sql: "SELECT channel FROM person_channel WHERE person_id = ? ORDER BY position", arguments: [notice.to])
        guard let channel = wanted ?? (channels.contains(.email) ? .email : channels.first) else { return false }
        let isNew =
            try change(
                """
                INSERT INTO message (kind, plan_id, recipient, channel, not_before, state, created_at, notice, notice_key)
                VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?) ON CONFLICT (notice_key) DO NOTHING
                """,
                [notice.kind, notice.plan, notice.to, channel, notBefore, at, try Stored.text(notice), notice.key]) == 1
        guard isNew else { return false }
        try note(
            .noticePosted,
            LedgerSubject(plan: notice.plan, message: MessageID(db.lastInsertedRowID), person: notice.to),
            [("kind", .string(notice.kind.rawValue))])
        return true
    }

    func recoverOrphans(administrator: (_ plan: String?) -> PersonID, expiredOnly: Bool) throws -> Int {
        let rows = try Row.fetchAll(
            db, sql: "SELECT * FROM message WHERE state = 'claimed' AND (NOT ? OR lease_until <= ?) ORDER BY id",
            arguments: [expiredOnly, at])
        let because = expiredOnly ? "nothing was heard of it in time" : "the service ended while it was being sent"
        for row in rows {
            let message = try OutboxMessage(row: row)
            // A mail that may have arrived is repeated once, however its fate became unknown.
            let isTwice = message.channel == .email && message.mayHaveArrived
            try execute(
                """
                UPDATE attempt SET ended_at = ?, outcome = 'no answer', verdict = ?, text = ?
                WHERE message_id = ? AND ended_at IS NULL
                """, [at, isTwice ? "set aside" : "retry", because, message.id])
            try note(.messageOrphaned, message, [("attempt", .int(message.attempts))])
            guard !isTwice else {
                try setAside(
                    message, because: "\(because), for the second time",
                    administrator: administrator(try name(of: message.plan)))
                continue
            }
            try execute(
                """
                UPDATE message SET state = 'waiting', lease_token = NULL, lease_until = NULL, may_have_arrived = 1,
                    not_before = ?, because = ? WHERE id = ?
                """, [at, because, message.id])
        }
        return rows.count
    }

    func takeBackClaims(except known: Set<MessageID>) throws -> Int {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM message WHERE state = 'claimed' ORDER BY id")
        let lost = try rows.map { try OutboxMessage(row: $0) }.filter { !known.contains($0.id) }
        let because = "the register failed over its claim"
        for message in lost {
            try execute(
                """
                UPDATE attempt SET ended_at = ?, outcome = 'not begun', verdict = 'put back', text = ?
                WHERE message_id = ? AND ended_at IS NULL
                """, [at, because, message.id])
            try putBack(message, because: because)
        }
        return lost.count
    }

    func retry(_ id: MessageID) throws {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM message WHERE id = ?", arguments: [id]) else {
            throw RegisterError.noSuchRow(what: "message \(id); `duewatch deliveries` lists them")
        }
        let message = try OutboxMessage(row: row)
        switch row["state"] as MessageState {
        case .setAside where message.mayHaveArrived:
            try execute("UPDATE message SET state = 'waiting', not_before = ? WHERE id = ?", [at, id])
        case .setAside, .refused:
            // It surely did not arrive: it is written anew, to the address that is known by now, with all its tries.
            try execute(
                """
                UPDATE message SET state = 'waiting', not_before = ?, attempts = 0, first_attempt_at = NULL,
                    settled_at = NULL WHERE id = ?
                """, [at, id])
            if row["state"] == MessageState.refused {
                try execute("UPDATE person SET email_refused_at = NULL WHERE id = ?", [message.recipient])
            }
        case let state:
            throw RegisterError.wrongState(
                sentence: "message \(id) is \(state.rawValue): only one that was refused or set aside can be retried")
        }
        let targets = try TargetID.fetchAll(
            db, sql: "SELECT target_id FROM reminder WHERE message_id = ? AND state = 'given_up'", arguments: [id])
        try execute("UPDATE reminder SET state = 'waiting' WHERE message_id = ? AND state = 'given_up'", [id])
        for target in targets { try touch(target) }
        try execute(
            """
            UPDATE worklist SET settled_at = ?, settled_because = 'tried again' WHERE settled_at IS NULL
            AND kind IN ('delivery_refused', 'delivery_set_aside') AND text LIKE 'Message ' || ? || ' to %'
            """, [at, id.value])
        try note(.messageRetried, message, [])
    }
}
