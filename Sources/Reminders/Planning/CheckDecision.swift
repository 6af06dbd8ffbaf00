// What one check of a target decides.

import CivilTime

/// The answer of one check.
public struct CheckDecision: Hashable, Sendable {
    public let target: TargetID
    /// The version the facts were read at.
    public let version: Int64
    public let reminders: [Reminder]
    public let refusals: [Refusal]
    /// Rungs above the deputy whose day is near, to be put before an administrator; those known already among them.
    public let proposals: [Proposal]
    /// nil where nothing will come of itself; every change of the target's facts sets a new one.
    public let nextCheck: Instant?

    public init(
        target: TargetID, version: Int64, reminders: [Reminder], refusals: [Refusal], proposals: [Proposal] = [],
        nextCheck: Instant?
    ) {
        self.target = target
        self.version = version
        self.reminders = reminders
        self.refusals = refusals
        self.proposals = proposals
        self.nextCheck = nextCheck
    }
}

extension CheckDecision {
    /// Whether nothing comes of it but a next check.
    public var isSilent: Bool { reminders.isEmpty && refusals.isEmpty && proposals.isEmpty }
}

/// A decision of which nothing comes but another next check.
public struct NextCheck: Hashable, Sendable {
    public let target: TargetID
    /// The version the facts were read at.
    public let version: Int64
    public let at: Instant?

    public init(target: TargetID, version: Int64, at: Instant?) {
        self.target = target
        self.version = version
        self.at = at
    }

    public init(of decision: CheckDecision) {
        self.init(target: decision.target, version: decision.version, at: decision.nextCheck)
    }
}
