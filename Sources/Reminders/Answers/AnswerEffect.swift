// What an answer does to one target: shown before it is recorded, and told in the receipt.

import CivilTime

public struct AnswerEffect: Hashable, Sendable {
    public let reference: String
    /// Those that are one deliverable with it, and for which it was said as well.
    public let oneWith: [String]
    public let phraseBefore: String
    public let phraseAfter: String
    public let dueBefore: CivilDate?
    public let dueAfter: CivilDate?
    public let statusBefore: Status
    public let statusAfter: Status
    /// The reminders that were waiting to leave, and now do not.
    public let stopped: [ReminderKey]
    /// Whether reminders may come again that had ended, or start over from a new date.
    public let rearmed: Bool
    /// Of what comes round: the due day of the round that was answered, and of the one that comes next.
    public let round: CivilDate?
    public let nextRound: CivilDate?

    public init(
        reference: String, oneWith: [String] = [], phraseBefore: String, phraseAfter: String, dueBefore: CivilDate?,
        dueAfter: CivilDate?, statusBefore: Status, statusAfter: Status, stopped: [ReminderKey], rearmed: Bool,
        round: CivilDate? = nil, nextRound: CivilDate? = nil
    ) {
        self.reference = reference
        self.oneWith = oneWith
        self.phraseBefore = phraseBefore
        self.phraseAfter = phraseAfter
        self.dueBefore = dueBefore
        self.dueAfter = dueAfter
        self.statusBefore = statusBefore
        self.statusAfter = statusAfter
        self.stopped = stopped
        self.rearmed = rearmed
        self.round = round
        self.nextRound = nextRound
    }

    /// Every reference that it is about.
    public var references: String { ([reference] + oneWith).joined(separator: ", ") }
}
