// A rung above the deputy is a proposal first: an administrator releases or stops it.

import CivilTime

/// A rung whose day is near, as a check puts it before an administrator.
public struct Proposal: Hashable, Sendable {
    public let owner: OwnerID
    /// The name of the rung's stage.
    public let stage: String
    public let role: Role
    /// Each mode has ladders of its own.
    public let mode: DeliveryMode
    /// The coming round of what recurs; nil for what comes once.
    public let occurrence: CivilDate?
    /// The working day from which the rung may be told.
    public let opensOn: CivilDate
    /// Whether an administrator has to let it go.
    public let needsRelease: Bool

    public init(
        owner: OwnerID, stage: String, role: Role, mode: DeliveryMode, occurrence: CivilDate?, opensOn: CivilDate,
        needsRelease: Bool
    ) {
        self.mode = mode
        self.owner = owner
        self.stage = stage
        self.role = role
        self.occurrence = occurrence
        self.opensOn = opensOn
        self.needsRelease = needsRelease
    }
}

/// A proposal that was recorded, and what was decided on it.
public struct ProposalFacts: Hashable, Sendable, Codable {
    public let owner: OwnerID
    public let stage: String
    public let occurrence: CivilDate?
    public let state: ProposalState

    public init(owner: OwnerID, stage: String, occurrence: CivilDate?, state: ProposalState) {
        self.owner = owner
        self.stage = stage
        self.occurrence = occurrence
        self.state = state
    }
}

public enum ProposalState: Hashable, Sendable, Codable {
    case proposed, released
    case stopped(because: String)
}
