// A reminder that was recorded before, as the planner needs it: what was planned, for whom, and whether it was sent.

import CivilTime

/// A reminder that was already recorded for the present date revision and delivery mode.
public struct RecordedReminder: Hashable, Sendable {
    public let stage: String
    public let repetition: Int
    public let kind: ReminderKind
    /// nil where no owner is known for certain, and the administrator was told instead.
    public let owner: OwnerID?
    public let role: Role
    public let recipient: PersonID
    public let channel: Channel
    public let standIn: StandIn?
    /// Set for a copy, which asks nothing of its reader.
    public let copy: CopyReason?
    /// The day it was planned for; the next repetition counts from here.
    public let plannedDay: CivilDate
    /// The coming round or the review that it was about; nil for what comes once.
    public let occurrence: CivilDate?
    public private(set) var fate: ReminderFate

    public init(
        stage: String, repetition: Int, kind: ReminderKind, owner: OwnerID?, role: Role, recipient: PersonID,
        channel: Channel, standIn: StandIn?, copy: CopyReason? = nil, plannedDay: CivilDate,
        occurrence: CivilDate? = nil, fate: ReminderFate
    ) {
        self.stage = stage
        self.repetition = repetition
        self.kind = kind
        self.owner = owner
        self.role = role
        self.recipient = recipient
        self.channel = channel
        self.standIn = standIn
        self.copy = copy
        self.plannedDay = plannedDay
        self.occurrence = occurrence
        self.fate = fate
    }
}

extension RecordedReminder {
    /// `key` is of its target, revision and mode.
    func isWaiting(under key: ReminderKey) -> Bool {
        fate == .waiting && stage == key.stage && repetition == key.repetition && recipient == key.recipient
            && channel == key.channel
    }

    func sent(at instant: Instant) -> RecordedReminder {
        var reminder = self
        reminder.fate = .sent(instant)
        return reminder
    }
}

/// What became of a recorded reminder.
public enum ReminderFate: Hashable, Sendable {
    /// In the outbox: not sent yet, or held.
    case waiting
    /// Accepted by the receiving system.
    case sent(Instant)
    /// Refused for good or set aside for a person.
    case givenUp

    public var sentAt: Instant? {
        if case .sent(let instant) = self { instant } else { nil }
    }
}
