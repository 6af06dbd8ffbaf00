// What a look through the register reads of most targets: those of which nothing but an introduction was recorded, and on
// which there is no answer, no proposal and no hold. Little enough for a million of them.

import ActionPlans
import CivilTime

/// An armed target to which nothing has happened yet; or one that is not chased, whatever happened.
public struct QuietFacts: Sendable {
    public let id: TargetID
    /// The version that it was read at.
    public let version: Int64
    /// The check that it waits for; nil where nothing comes of itself.
    public let nextCheck: Instant?
    /// The name of its plan.
    public let plan: String
    public let status: Status
    public let armedAt: Instant
    public let date: QuietDate
    public let circle: OwnerCircle
    /// Whether everybody who hears for its owners was introduced to it.
    public let isIntroduced: Bool
    /// As `TargetFacts` has them.
    public let newcomers: [PersonID: ReminderFate]
    /// Only where the date or the rules ask for it.
    public let recommendation: RecommendationFacts?
    /// Only where rules ask for them.
    public let labels: [String]

    public init(
        id: TargetID, version: Int64, nextCheck: Instant?, plan: String, status: Status, armedAt: Instant,
        date: QuietDate, circle: OwnerCircle, isIntroduced: Bool, newcomers: [PersonID: ReminderFate] = [:],
        recommendation: RecommendationFacts? = nil, labels: [String] = []
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
        self.newcomers = newcomers
        self.recommendation = recommendation
        self.labels = labels
    }

    /// The same question as of `TargetFacts`.
    var isUndated: Bool { status == .open && date.isMissing && recommendation?.isAgreedTo == true }
}

/// The date in force of such a target, as far as its checks go by it.
public struct QuietDate: Sendable {
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
    public var settled: QuietDate {
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
