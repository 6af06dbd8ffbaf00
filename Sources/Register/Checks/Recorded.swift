// What became of a decision.

public struct Recorded: Hashable, Sendable {
    /// Reminders that are new; the others were recorded before.
    public let reminders: Int
    /// The target had changed since its facts were read: nothing was written, and it is still due for a check.
    public let isStale: Bool
}
