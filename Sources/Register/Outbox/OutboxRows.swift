// What the outbox shows: to the brake, and to `duewatch deliveries`.

import CivilTime
import Reminders

/// A message that would leave for the first time: what the brake counts.
public struct FirstAttempt: Hashable, Sendable {
    public let message: MessageID
    public let plan: PlanID?
    public let recipient: PersonID
    public let channel: Channel
    public let reminders: Int
}

/// Messages that the brake holds together, until `release`.
public struct Batch: Hashable, Sendable {
    public let id: BatchID
    public let openedAt: Instant
    public let because: String
    /// How many are still held.
    public let messages: Int
}

public enum MessageState: String, Hashable, Sendable, CaseIterable {
    case waiting, claimed, held, delivered, refused, void
    case setAside = "set_aside"
}

/// What `deliveries` is asked for; nil is any.
public struct DeliveryFilter: Hashable, Sendable {
    public var message: MessageID?
    public var plan: String?
    public var reference: String?
    public var states: Set<MessageState>
    public var from: Instant?
    public var until: Instant?
    public var limit: Int

    public init(
        message: MessageID? = nil, plan: String? = nil, reference: String? = nil, states: Set<MessageState> = [],
        from: Instant? = nil, until: Instant? = nil, limit: Int = 100
    ) {
        self.message = message
        self.plan = plan
        self.reference = reference
        self.states = states
        self.from = from
        self.until = until
        self.limit = limit
    }
}

public struct DeliveryRow: Hashable, Sendable {
    public let message: MessageID
    public let kind: MessageKind
    public let state: MessageState
    public let plan: String?
    public let recipient: PersonID
    public let recipientName: String
    public let channel: Channel
    /// nil for a notice before its first attempt.
    public let mode: DeliveryMode?
    /// The references it tells of, in order.
    public let references: [String]
    /// The id on the wire; nil before its first attempt.
    public let id: String?
    /// nil before its first attempt.
    public let subject: String?
    public let notBefore: Instant
    public let attempts: Int
    public let mayHaveArrived: Bool
    public let settledAt: Instant?
    /// What the peer said last, or why it is not going; may hold an address.
    public let because: String?
    public let batch: BatchID?
    /// The message that this one corrects.
    public let corrects: MessageID?
}
