// The brake and the pause: how much would leave, holding it, and letting it go. Whether it is too much is not decided
// here.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// How many messages of reminders may leave now that were neither tried nor released before, by channel. A long queue
    /// is counted where it lies.
    public func leaving(at now: Instant) throws -> [Leaving] {
        try read { db in
            try Prepared(db, Self.leaving).rows(.at(now)) {
                Leaving(channel: try $0.channel(0), messages: Int($0.int(1)), mostForOne: Int($0.int(2)))
            }
        }
    }

    /// The messages that `leaving` counts.
    public func firstAttempts(at now: Instant) throws -> [FirstAttempt] {
        try read { db in
            try Prepared(
                db,
                """
                SELECT id, plan_id, recipient, channel,
                    (SELECT count(*) FROM reminder WHERE message_id = message.id AND state = 'waiting')
                \(Self.firstAttempt) ORDER BY not_before, id
                """
            ).rows(.at(now)) {
                FirstAttempt(
                    message: MessageID($0.int(0)), plan: $0.maybeInt(1).map(PlanID.init),
                    recipient: PersonID($0.int(2)), channel: try $0.channel(3), reminders: Int($0.int(4)))
            }
        }
    }

    static let leaving = """
        SELECT channel, sum(messages), max(messages)
        FROM (SELECT channel, count(*) AS messages \(firstAttempt) GROUP BY channel, recipient) GROUP BY channel
        """

    /// Grouped by recipient, SQLite would rather go through the index of all messages that ever were.
    private static let firstAttempt = """
        FROM message INDEXED BY message_waiting
        WHERE state = 'waiting' AND attempts = 0 AND kind = 'reminders' AND is_released = 0
        AND not_before <= ? AND (SELECT paused_at FROM register) IS NULL
        """

    /// Whether the time of a message of reminders that was never tried has come since an instant.
    public func hasFirstAttempts(after last: Instant, until now: Instant) throws -> Bool {
        try read { try Self.hasFirstAttempts($0, after: last, until: now) }
    }

    static func hasFirstAttempts(_ db: Database, after last: Instant, until now: Instant) throws -> Bool {
        try Prepared(
            db,
            """
            SELECT EXISTS (SELECT 1 FROM message WHERE state = 'waiting' AND not_before > ?
            AND not_before <= ? AND attempts = 0 AND kind = 'reminders' AND is_released = 0)
            """
        ).rows(.at(last), .at(now)) { $0.int(0) != 0 }.first ?? false
    }

    /// How many messages of each plan an administrator has approved and that have not been tried since, on a day.
    public func approvedMessages(on day: CivilDate) throws -> [PlanID: Int] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT plan_id, sum(messages) AS approved, (SELECT count(*) FROM message
                        WHERE plan_id = approval.plan_id AND kind = 'reminders' AND first_attempt_at >= min(approval.at))
                        AS tried
                    FROM approval WHERE until_day >= ? GROUP BY plan_id
                    """, arguments: [day])
            return Dictionary(
                uniqueKeysWithValues: rows.map {
                    ($0["plan_id"], max(0, ($0["approved"] as Int) - ($0["tried"] as Int)))
                })
        }
    }

    /// Holds these messages as one batch until `release`; those that have moved on since are left out. nil where none
    /// is left.
    public func hold(_ messages: [MessageID], because: String, at now: Instant) throws -> BatchID? {
        try write(at: now) { writing in
            let batch = BatchID(
                try writing.insert("INSERT INTO batch (opened_at, because) VALUES (?, ?)", [now, because]))
            var held = 0
            for message in messages {
                held += try writing.change(
                    "UPDATE message SET state = 'held', batch_id = ? WHERE id = ? AND state = 'waiting' AND attempts = 0",
                    [batch, message])
            }
            guard held > 0 else {
                try writing.execute("DELETE FROM batch WHERE id = ?", [batch])
                return nil
            }
            try writing.note(.batchHeld, detail: [("batch", .int(Int(batch.value))), ("messages", .int(held))])
            return batch
        }
    }

    /// Lets a batch go; returns how many messages. Throws where there is no such batch, or it was released before.
    public func release(_ batch: BatchID, by author: Author, at now: Instant) throws -> Int {
        try write(at: now, by: author) { writing in
            let isOpen =
                try writing.change(
                    "UPDATE batch SET released_at = ?, released_by = ? WHERE id = ? AND released_at IS NULL",
                    [now, author.description, batch]) == 1
            guard isOpen else {
                throw RegisterError.noSuchRow(what: "held batch \(batch); `duewatch status` lists them")
            }
            let count = try writing.change(
                """
                UPDATE message SET state = 'waiting', batch_id = NULL, is_released = 1
                WHERE batch_id = ? AND state = 'held'
                """, [batch])
            try writing.note(.batchReleased, detail: [("batch", .int(Int(batch.value))), ("messages", .int(count))])
            return count
        }
    }

    /// The batches that are held, oldest first.
    public func batches() throws -> [Batch] {
        try read { db in try Self.batches(db) }
    }

    static func batches(_ db: Database) throws -> [Batch] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT batch.id, opened_at, batch.because, count(message.id) AS messages
                FROM batch JOIN message ON batch_id = batch.id AND state = 'held'
                WHERE released_at IS NULL GROUP BY batch.id ORDER BY batch.id
                """
        ).map { Batch(id: $0["id"], openedAt: $0["opened_at"], because: $0["because"], messages: $0["messages"]) }
    }
}

extension Transaction {
    func note(_ event: LedgerEvent, detail: [(String, JSON)]) throws {
        try note(event, LedgerSubject(), detail)
    }
}
