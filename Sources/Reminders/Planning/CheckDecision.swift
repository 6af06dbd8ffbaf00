// What one check of a target decides.

import CivilTime

/// The answer of one check.
public struct CheckDecision: Hashable, Sendable {
    public let target: TargetID
    /// The version the facts were read at.
    public let version: Int64
    public let reminders: [Reminder]
    public let refusals: [Refusal]
    /// nil where nothing will come of itself; every change of the target's facts sets a new one.
    public let nextCheck: Instant?

    public init(
        target: TargetID, version: Int64, reminders: [Reminder], refusals: [Refusal], nextCheck: Instant?
    ) {
        self.target = target
        self.version = version
        self.reminders = reminders
        self.refusals = refusals
        self.nextCheck = nextCheck
    }
}
