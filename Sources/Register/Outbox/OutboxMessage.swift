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
    /// Whether nothing was ever said of it: it was never claimed.
    let isFresh: Bool
    let notice: Notice?

    /// What `init(columns:)` reads.
    static let columns = """
        id, kind, plan_id, recipient, channel, urgency, not_before, attempts, first_attempt_at, may_have_arrived,
        because IS NULL, notice
        """

    init(columns: Columns) throws {
        id = MessageID(columns.int(0))
        kind = try columns.named(1)
        plan = columns.maybeInt(2).map(PlanID.init)
        recipient = PersonID(columns.int(3))
        channel = try columns.channel(4)
        urgency = Int(columns.int(5))
        notBefore = Instant(milliseconds: columns.int(6))
        attempts = Int(columns.int(7))
        firstAttemptAt = columns.instant(8)
        mayHaveArrived = columns.int(9) != 0
        isFresh = columns.int(10) != 0
        notice = try Stored.value(columns.maybeText(11))
    }

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
        isFresh = (row["because"] as String?) == nil
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
        isFresh = true
        notice = message.notice
    }
}

/// Values of the core as JSON text in a column.
enum Stored {
    /// What most messages hold is written out by hand, in a tenth of the time; `Codable` reads it again.
    static func octets(_ facts: MessageFacts) throws -> [UInt8] {
        facts.event == nil && facts.correction == nil
            ? FrozenFacts(facts: facts).octets : Array(try encoded(facts).utf8)
    }

    /// As they were frozen when the message was first tried; nil before, and once they are purged.
    static func facts(of message: MessageID, _ db: Database) throws -> MessageFacts? {
        let rows = try Prepared(db, "SELECT facts FROM message_facts WHERE message_id = ?").rows(.id(message)) {
            $0.text(0)
        }
        return try value(rows.first)
    }

    static func text(_ notice: Notice) throws -> String { try encoded(notice) }

    static func encoded(_ value: some Encodable) throws -> String {
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
