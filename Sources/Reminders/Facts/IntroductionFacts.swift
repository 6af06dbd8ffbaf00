// An introduction to one target, as it was recorded: it is made once, whatever becomes of the date.

import CivilTime

/// Who was told that a target is taken as theirs.
public struct IntroductionFacts: Hashable, Sendable {
    public let owner: OwnerID?
    public let recipient: PersonID
    public private(set) var fate: ReminderFate

    public init(owner: OwnerID?, recipient: PersonID, fate: ReminderFate) {
        self.owner = owner
        self.recipient = recipient
        self.fate = fate
    }

    func sent(at instant: Instant) -> IntroductionFacts {
        var introduction = self
        introduction.fate = .sent(instant)
        return introduction
    }
}
