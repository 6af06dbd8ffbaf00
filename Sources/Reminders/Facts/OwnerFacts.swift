// A responsible owner of one target: the post, the people who stand for it today, and what it has answered.

import CivilTime

/// A post that a plan names as responsible, as it stands to one target.
public struct OwnerFacts: Hashable, Sendable, Codable {
    public let id: OwnerID
    /// The post as printed.
    public let post: String
    public let holder: PersonFacts?
    public let deputy: PersonFacts?
    public let manager: PersonFacts?
    /// Who does the work, and gets a copy of what the holder gets.
    public let doer: PersonFacts?
    /// The body that the post belongs to: as a person set it, or as the printed post suggests it.
    public let body: String?
    /// The next day on which somebody else stands for the post, or an absence of one who does begins or has ended; nil
    /// where no such day is known.
    public let changesOn: CivilDate?
    /// The last answer that was not undone, for this target.
    public let answer: OwnerAnswer?
    /// When anything at all was last recorded of what it said of this target, a note too.
    public let heardAt: Instant?
    /// For what recurs: the last coming round that it said was done.
    public let doneThrough: CivilDate?
    /// Other spellings of the post, as `PostSpelling.normalised` writes them.
    public let spellings: [String]
    /// False where the document does not say for certain that this owner answers for this target.
    public let isCertain: Bool

    public init(
        id: OwnerID, post: String, holder: PersonFacts?, deputy: PersonFacts?, manager: PersonFacts?,
        doer: PersonFacts? = nil, body: String? = nil, changesOn: CivilDate? = nil, answer: OwnerAnswer?,
        heardAt: Instant? = nil, doneThrough: CivilDate? = nil, spellings: [String] = [], isCertain: Bool
    ) {
        self.id = id
        self.post = post
        self.holder = holder
        self.deputy = deputy
        self.manager = manager
        self.doer = doer
        self.body = body
        self.changesOn = changesOn
        self.answer = answer
        self.heardAt = heardAt
        self.doneThrough = doneThrough
        self.spellings = spellings
        self.isCertain = isCertain
    }

    /// The person who stands in a role today.
    public func person(_ role: Role) -> PersonFacts? {
        switch role {
        case .holder: holder
        case .deputy: deputy
        case .manager: manager
        }
    }
}

/// A rung of the ladder: who is told in the name of a post.
public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case holder, deputy, manager
}

/// What an owner said of one target; a note changes nothing and is not here.
public enum OwnerAnswer: Hashable, Sendable, Codable {
    case done
    /// No reminder until the end of this day; the ladder resumes after it.
    case onTrack(until: CivilDate)
    case notMine
}
