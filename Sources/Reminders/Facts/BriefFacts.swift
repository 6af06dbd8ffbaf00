// What a look through the register reads of most targets: as much as a check goes by that says nothing. Nobody's words and
// nobody's names, and owners once for each set of them; little enough for a million. Never what a message is made from.

import ActionPlans
import CivilTime

/// An armed target on which there is no hold; or one that is not chased, whatever happened.
public struct BriefFacts: Sendable {
    public let id: TargetID
    /// The version that it was read at.
    public let version: Int64
    /// The check that it waits for; nil where nothing comes of itself.
    public let nextCheck: Instant?
    /// The name of its plan.
    public let plan: String
    public let status: Status
    public let armedAt: Instant
    public let date: BriefDate
    public let circle: OwnerCircle
    /// Whether everybody who hears for its owners was introduced to it.
    public let isIntroduced: Bool
    /// nil where nothing has happened to it but that.
    public let past: Past?
    /// As `TargetFacts` has them.
    public let newcomers: [PersonID: ReminderFate]
    /// Only where the date or the rules ask for it.
    public let recommendation: RecommendationFacts?
    /// Only where rules ask for them.
    public let labels: [String]

    public init(
        id: TargetID, version: Int64, nextCheck: Instant?, plan: String, status: Status, armedAt: Instant,
        date: BriefDate, circle: OwnerCircle, isIntroduced: Bool, past: Past? = nil,
        newcomers: [PersonID: ReminderFate] = [:], recommendation: RecommendationFacts? = nil, labels: [String] = []
    ) {
        self.id = id
        self.version = version
        self.nextCheck = nextCheck
        self.plan = plan
        self.status = status
        self.armedAt = armedAt
        self.date = date
        self.circle = circle
        self.isIntroduced = isIntroduced
        self.past = past
        self.newcomers = newcomers
        self.recommendation = recommendation
        self.labels = labels
    }

    /// The same question as of `TargetFacts`.
    var isUndated: Bool { status == .open && date.isMissing && recommendation?.isAgreedTo == true }
}

/// The date in force of such a target, as far as its checks go by it.
public struct BriefDate: Sendable {
    let chase: Chase?
    /// Whether it has no reading, and nobody decided that it needs none.
    public private(set) var isMissing: Bool
    /// When it was recorded.
    let setAt: Instant

    public init(_ reading: Reading?, setAt: Instant, isSettled: Bool) {
        chase = reading?.chase
        isMissing = reading == nil && !isSettled
        self.setAt = setAt
    }

    /// The same where nothing is to be asked of it.
    public var settled: BriefDate {
        var date = self
        date.isMissing = false
        return date
    }

    /// Due on a day, and on no other.
    public init(due: CivilDate, setAt: Instant) {
        chase = .until(due, from: nil)
        isMissing = false
        self.setAt = setAt
    }
}

/// What was said to the owners of a target under the date in force and the present mode, and what they said.
public struct Past: Sendable {
    /// Oldest first, without introductions.
    public let recorded: [RecordedReminder]
    public let proposals: [ProposalFacts]
    /// Of each owner of the circle, in its order; empty where none of them has said anything.
    public let answers: [Answer]
    /// As `DateFacts` has them.
    public let (extendedBy, ownerExtensions): ([OwnerID], Int)

    /// The fields of `OwnerFacts` by these names.
    public struct Answer: Hashable, Sendable {
        let answer: OwnerAnswer?
        let heardAt: Instant?
        let doneThrough: CivilDate?

        public init(_ answer: OwnerAnswer?, heardAt: Instant?, doneThrough: CivilDate?) {
            (self.answer, self.heardAt, self.doneThrough) = (answer, heardAt, doneThrough)
        }
    }

    public init(
        recorded: [RecordedReminder], proposals: [ProposalFacts], answers: [Answer], extendedBy: [OwnerID],
        ownerExtensions: Int
    ) {
        (self.recorded, self.proposals, self.answers) = (recorded, proposals, answers)
        (self.extendedBy, self.ownerExtensions) = (extendedBy, ownerExtensions)
    }
}
