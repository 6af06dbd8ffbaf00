// What a claim hands to the core: one message of the outbox with the facts as they stand now, to be frozen or dropped.

import CivilTime

/// A message whose time has come, with everything its text depends on read again.
public struct Claimable: Sendable {
    public let kind: MessageKind
    public let plan: PlanFacts?
    public let recipient: PersonFacts
    public let channel: Channel
    /// In the order in which they were recorded; empty unless `kind` is `.reminders`.
    public let reminders: [RecordedFor]
    /// What a receipt, notice or test says; nil for reminders.
    public let notice: Notice?
    /// For a correction: what it corrects.
    public let corrected: Corrected?

    public init(
        kind: MessageKind, plan: PlanFacts?, recipient: PersonFacts, channel: Channel, reminders: [RecordedFor],
        notice: Notice?, corrected: Corrected? = nil
    ) {
        self.kind = kind
        self.plan = plan
        self.recipient = recipient
        self.channel = channel
        self.reminders = reminders
        self.notice = notice
        self.corrected = corrected
    }
}

/// A recorded reminder beside its target as it stands now.
public struct RecordedFor: Sendable {
    public let id: ReminderID
    public let key: ReminderKey
    public let kind: ReminderKind
    public let owner: OwnerID?
    public let role: Role
    public let standIn: StandIn?
    /// Set for a copy, which asks nothing of its reader.
    public let copy: CopyReason?
    public let plannedDay: CivilDate
    /// The coming round or the review that it is about; nil for what comes once.
    public let occurrence: CivilDate?
    public let target: TargetFacts
    /// Whether a weekly cap put it off.
    public let isHeldOver: Bool

    public init(
        id: ReminderID, key: ReminderKey, kind: ReminderKind, owner: OwnerID?, role: Role, standIn: StandIn?,
        copy: CopyReason? = nil, plannedDay: CivilDate, occurrence: CivilDate? = nil, target: TargetFacts,
        isHeldOver: Bool = false
    ) {
        self.id = id
        self.key = key
        self.kind = kind
        self.owner = owner
        self.role = role
        self.standIn = standIn
        self.copy = copy
        self.plannedDay = plannedDay
        self.occurrence = occurrence
        self.target = target
        self.isHeldOver = isHeldOver
    }
}

/// A message that is not a reminder: a receipt, or something the administrator must know.
public struct Notice: Hashable, Sendable, Codable {
    public let kind: MessageKind
    public let to: PersonID
    public let plan: PlanID?
    /// Posting a second notice with the same key does nothing.
    public let key: String
    public let subject: String
    public let paragraphs: [String]
    /// The left part of a Message-ID that it threads on.
    public let thread: String
    /// What a webhook says in place of the paragraphs; nil for everything that people read.
    public let event: TargetEvent?
    /// Set for a correction, whose words are made when it is claimed.
    public let correction: Correction?

    public init(
        kind: MessageKind, to: PersonID, plan: PlanID?, key: String, subject: String, paragraphs: [String],
        thread: String, event: TargetEvent? = nil,
        correction: Correction? = nil
    ) {
        self.kind = kind
        self.to = to
        self.plan = plan
        self.key = key
        self.subject = subject
        self.paragraphs = paragraphs
        self.thread = thread
        self.event = event
        self.correction = correction
    }
}

/// What became of a claimable message.
public struct Frozen: Sendable {
    /// Without an id, which the register gives; nil where no reminder is left, and the message is void.
    public let facts: MessageFacts?
    public let live: [ReminderID]
    public let dropped: [DroppedReminder]

    public init(facts: MessageFacts?, live: [ReminderID], dropped: [DroppedReminder]) {
        self.facts = facts
        self.live = live
        self.dropped = dropped
    }
}

public struct DroppedReminder: Hashable, Sendable {
    public let id: ReminderID
    public let reason: RefusalReason

    public init(id: ReminderID, reason: RefusalReason) {
        self.id = id
        self.reason = reason
    }
}
