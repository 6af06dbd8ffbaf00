// The register at a glance, for `duewatch status` and the service's daily note.

import CivilTime
import Reminders

public struct RegisterStatus: Hashable, Sendable {
    public let plans: Int
    public let targets: Int
    public let chased: Int
    public let armed: Int
    /// Chased and waiting for `arm`, for each plan with the instant since when the oldest waits.
    public let waiting: [WaitingPlan]
    public let closed: [ClosedPlan]
    public let unresolvedOwners: Int
    public let doubts: Int
    public let pause: Pause?
    public let messages: [MessageState: Int]
    public let batches: [Batch]
    /// Rungs above the deputy that wait for `release`, oldest first.
    public let proposals: [ProposalRow]
    /// Relays and endpoints that fail.
    public let channels: [ChannelRecord]
    /// Mails whose fate is not known: repeated soon, or set aside.
    public let inDoubt: Int
    public let earliestCheck: Instant?
    public let earliestMessage: Instant?
    /// The delivery mode at the last start of the service.
    public let lastMode: DeliveryMode?
    public let schemaVersion: Int
}

public struct WaitingPlan: Hashable, Sendable {
    public let plan: String
    public let targets: Int
    public let since: Instant
}

public struct ClosedPlan: Hashable, Sendable {
    public let plan: String
    public let closure: PlanClosure
}

/// All sending is stopped.
public struct Pause: Hashable, Sendable {
    public let at: Instant
    public let by: String
    public let because: String
}
