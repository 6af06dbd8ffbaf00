// Everything the register knows of one target.

import ActionPlans
import CivilTime
import Reminders

public struct TargetDetail: Sendable {
    public let facts: TargetFacts
    /// The reference, words and number of the edition that printed it last.
    public let edition: String
    public let line: Int?
    public let pairing: Pairing
    public let nextCheck: Instant?
    /// The reference of the target that it is one deliverable with, and is chased with; nil for one chased by itself.
    public let sameAs: String?
    /// Of its plan; nil while it is open.
    public let closed: PlanClosure?
    public let revisions: [DateRevision]
    public let reminders: [ReminderRecord]
    public let answers: [AnswerRecord]
    public let worklist: [WorklistRow]
    public let ledger: [LedgerEntry]
}

/// One date that a target has had.
public struct DateRevision: Hashable, Sendable {
    public enum Cause: String, Hashable, Sendable, CaseIterable {
        case printed, extended, corrected
        case newEdition = "new_edition"
    }

    public let number: Int
    public let phrase: String
    public let reading: Reading?
    /// All readings of the phrase as JSON, in printed order.
    public let readings: String
    public let cause: Cause
    public let edition: String?
    public let at: Instant
    public let by: String?
    public let because: String?
}

/// One reminder and what became of it.
public struct ReminderRecord: Hashable, Sendable {
    public enum State: String, Hashable, Sendable, CaseIterable {
        case waiting, sent, dropped
        case givenUp = "given_up"
    }

    public let id: ReminderID
    public let key: ReminderKey
    public let kind: ReminderKind
    public let owner: OwnerID?
    public let role: Role
    public let standIn: StandIn?
    public let copy: CopyReason?
    public let recipientName: String
    public let plannedDay: CivilDate
    public let state: State
    public let recordedAt: Instant
    public let sentAt: Instant?
    /// Why it was dropped.
    public let because: String?
    public let message: MessageID
    public let messageState: MessageState

    /// Why it was dropped, where it was.
    public var dropped: RefusalReason? { because.flatMap { RefusalReason(text: $0) } }
}

/// One answer as it was recorded.
public struct AnswerRecord: Hashable, Sendable {
    public let id: AnswerID
    public let kind: String
    public let owner: String?
    public let until: CivilDate?
    /// The words of a new date or of a note.
    public let text: String?
    public let saidBy: String
    public let on: CivilDate
    public let because: String
    public let recordedAt: Instant
    public let undoneAt: Instant?
}
