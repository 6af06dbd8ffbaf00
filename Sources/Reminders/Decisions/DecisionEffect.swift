// What a decision does: shown before it is recorded, and told after it.

public struct DecisionEffect: Hashable, Sendable {
    public let decision: Decision
    /// One sentence a change: "the date was “soon”, and is now “30 June 2024” (2024-06-30)".
    public let changes: [String]
    /// The words of the doubts that it settles.
    public let settled: [String]
    /// The stages of reminders that were waiting to leave, and now do not.
    public let stopped: [String]
    /// The words of the doubts that stand open again, where a decision is taken back.
    public let reopened: [String]
    /// Whether the register says all of this already, so that nothing was written.
    public let isKnown: Bool

    public init(
        decision: Decision, changes: [String], settled: [String], stopped: [String], reopened: [String] = [],
        isKnown: Bool = false
    ) {
        self.decision = decision
        self.changes = changes
        self.settled = settled
        self.stopped = stopped
        self.reopened = reopened
        self.isKnown = isKnown
    }

    /// What it is about, as a person names it.
    public var subject: String { decision.subject }
}
