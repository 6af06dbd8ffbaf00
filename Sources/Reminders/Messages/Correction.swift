// A correction of a message that told something wrong: to its reader alone, by the same way, under the same subject.

import CivilTime

/// What a person says of a message that was wrong.
public struct Correction: Hashable, Sendable, Codable {
    /// The row of the message in the outbox.
    public let message: Int64
    public let because: String
    public let by: String

    public init(message: Int64, because: String, by: String) {
        self.message = message
        self.because = because
        self.by = by
    }
}

/// What a claim reads for a correction: the message as it was sent, and its targets as they stand now.
public struct Corrected: Sendable {
    public let facts: MessageFacts
    public let targets: [TargetFacts]

    public init(facts: MessageFacts, targets: [TargetFacts]) {
        self.facts = facts
        self.targets = targets
    }
}

/// What a correction says, frozen.
public struct CorrectionFacts: Hashable, Sendable, Codable {
    /// A target that the wrong message told of, as the register has it now.
    public struct Target: Hashable, Sendable, Codable {
        public let reference: String
        public let status: Status
        /// The date in force, as printed or as said.
        public let phrase: String
        public let due: CivilDate?

        public init(reference: String, status: Status, phrase: String, due: CivilDate?) {
            self.reference = reference
            self.status = status
            self.phrase = phrase
            self.due = due
        }
    }

    /// The id of the message that was wrong, and the domain of its Message-ID.
    public let id: String
    public let domain: String
    public let subject: String
    /// The day on which it was first tried.
    public let sentOn: CivilDate
    public let because: String
    public let by: String
    public let targets: [Target]

    public init(
        id: String, domain: String, subject: String, sentOn: CivilDate, because: String, by: String, targets: [Target]
    ) {
        self.id = id
        self.domain = domain
        self.subject = subject
        self.sentOn = sentOn
        self.because = because
        self.by = by
        self.targets = targets
    }
}
