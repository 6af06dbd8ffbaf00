// A decision as it stands on record: when it was written down, by whom, and whether it was taken back since.

import CivilTime

public struct RecordedDecision: Hashable, Sendable {
    public struct Undone: Hashable, Sendable {
        public let at: Instant
        /// Who took it back, as the person who recorded it puts it.
        public let by: String
        public let because: String

        public init(at: Instant, by: String, because: String) {
            self.at = at
            self.by = by
            self.because = because
        }
    }

    /// Names it in this register.
    public let number: Int64
    public let decision: Decision
    public let recordedAt: Instant
    /// The login that wrote it down.
    public let recordedBy: String
    public let undone: Undone?

    public init(number: Int64, decision: Decision, recordedAt: Instant, recordedBy: String, undone: Undone?) {
        self.number = number
        self.decision = decision
        self.recordedAt = recordedAt
        self.recordedBy = recordedBy
        self.undone = undone
    }
}
