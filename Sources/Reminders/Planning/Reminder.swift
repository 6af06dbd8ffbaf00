// One thing to be said to one person about one target: what a check decides and the register records.

import CivilTime

public struct Reminder: Hashable, Sendable {
    public let key: ReminderKey
    public let kind: ReminderKind
    public let plan: PlanID
    /// nil where no owner is known for certain, and the administrator is told instead.
    public let owner: OwnerID?
    public let role: Role
    /// Set where the recipient is not the one whom the stage is meant for.
    public let standIn: StandIn?
    /// Set for a copy, which asks nothing of its reader.
    public let copy: CopyReason?
    /// The day of the stage, which the next repetition counts from; never after the day it is sent.
    public let plannedDay: CivilDate
    /// Which coming round of what recurs, or which review, it is about: its day. nil for what comes once.
    public let occurrence: CivilDate?
    /// The window it is to leave in, and the one after, for when that window's message has left already.
    public let window: WindowDay
    public let following: WindowDay

    public init(
        key: ReminderKey, kind: ReminderKind, plan: PlanID, owner: OwnerID?, role: Role, standIn: StandIn?,
        copy: CopyReason? = nil, plannedDay: CivilDate, occurrence: CivilDate? = nil, window: WindowDay,
        following: WindowDay
    ) {
        self.key = key
        self.kind = kind
        self.plan = plan
        self.owner = owner
        self.role = role
        self.standIn = standIn
        self.copy = copy
        self.plannedDay = plannedDay
        self.occurrence = occurrence
        self.window = window
        self.following = following
    }
}
