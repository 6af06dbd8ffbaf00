// A row of the outbox, as claiming and settling need it.

import CivilTime
import FoundationEssentials
import GRDB
import Reminders

struct OutboxMessage {
    let id: MessageID
    let kind: MessageKind
    let plan: PlanID?
    let recipient: PersonID
    let channel: Channel
    /// 0 goes before 1.
    let urgency: Int
    let notBefore: Instant
    let attempts: Int
    let firstAttemptAt: Instant?
    let mayHaveArrived: Bool
    /// As frozen at the first attempt.
    let facts: MessageFacts?
    let notice: Notice?

    init(row: Row) throws {
        id = row["id"]
        kind = row["kind"]
        plan = row["plan_id"]
        recipient = row["recipient"]
        channel = row["channel"]
        urgency = row["urgency"]
        notBefore = row["not_before"]
        attempts = row["attempts"]
        firstAttemptAt = row["first_attempt_at"]
        mayHaveArrived = row["may_have_arrived"]
        facts = try Stored.value(row["facts"])
        notice = try Stored.value(row["notice"])
    }

    /// The same message, never attempted, in another row.
    init(renewing message: OutboxMessage, as id: MessageID) {
        self.id = id
        kind = message.kind
        plan = message.plan
        recipient = message.recipient
        channel = message.channel
        urgency = message.urgency
        notBefore = message.notBefore
        attempts = 0
        firstAttemptAt = nil
        mayHaveArrived = false
        facts = nil
        notice = message.notice
    }
}

/// Values of the core as JSON text in a column, keys sorted.
enum Stored {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String?) throws -> Value? {
        try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
    }
}

extension ReminderKey {
    init(row: Row) {
        self.init(
            target: row["target_id"], revision: row["revision"], stage: row["stage"], repetition: row["repetition"],
            recipient: row["recipient"], channel: row["channel"], mode: row["mode"])
    }
}
