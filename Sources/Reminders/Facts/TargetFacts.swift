// Everything the core needs to decide about one target, read from the register in one transaction.
// It never holds what is derived: late, unresolved and held are worked out at each check.

import ActionPlans
import CivilTime

/// One target as it stands.
public struct TargetFacts: Hashable, Sendable {
    public let id: TargetID
    /// Counts every change of these facts; `record` is refused if it has moved on.
    public let version: Int64
    /// `remand-2024/6.2`
    public let reference: String
    public let plan: PlanFacts
    public let recommendation: RecommendationFacts
    /// The words of the action it belongs to, where the pairing is certain or settled.
    public let action: String?
    public let date: DateFacts
    public let status: Status
    /// When it was armed; nil while it waits for `arm`.
    public let armedAt: Instant?
    public let owners: [OwnerFacts]
    /// What it means where there are several of them.
    public let joint: JointMeaning
    /// Reminders recorded for this revision in the present delivery mode, oldest first.
    public let recorded: [RecordedReminder]
    /// Holds on the plan, the target or one of its owners that have not ended.
    public let holds: [HoldFacts]
    /// Words that an administrator gave it, ascending; rules can choose a schedule by them.
    public let labels: [String]
    /// What became of the rungs that were proposed for this revision in the present delivery mode.
    public let proposals: [ProposalFacts]
    /// The references of targets that are one deliverable with this one, as a person decided: it is chased for them all.
    public let oneWith: [String]
    /// What was recorded of introductions to it in the present delivery mode, under whichever date.
    public let introductions: [IntroductionFacts]
    /// What became of the last introduction of its plan to each of those who stand for its owners.
    public let newcomers: [PersonID: ReminderFate]

    public init(
        id: TargetID, version: Int64, reference: String, plan: PlanFacts, recommendation: RecommendationFacts,
        action: String?, date: DateFacts, status: Status, armedAt: Instant?, owners: [OwnerFacts],
        joint: JointMeaning = .all, recorded: [RecordedReminder], holds: [HoldFacts], labels: [String] = [],
        proposals: [ProposalFacts] = [], oneWith: [String] = [], introductions: [IntroductionFacts] = [],
        newcomers: [PersonID: ReminderFate] = [:]
    ) {
        self.id = id
        self.version = version
        self.reference = reference
        self.plan = plan
        self.recommendation = recommendation
        self.action = action
        self.date = date
        self.status = status
        self.armedAt = armedAt
        self.owners = owners
        self.joint = joint
        self.recorded = recorded
        self.holds = holds
        self.labels = labels
        self.proposals = proposals
        self.oneWith = oneWith
        self.introductions = introductions
        self.newcomers = newcomers
    }
}

extension TargetFacts {
    /// The same target once these of its reminders that wait were sent.
    public func told(_ keys: [ReminderKey], at now: Instant) -> TargetFacts {
        func isTold(_ reminder: RecordedReminder) -> Bool {
            keys.contains { $0.target == id && reminder.isWaiting(under: $0) }
        }
        let introduced = Set(recorded.filter { $0.kind == .introduction && isTold($0) }.map(\.recipient))
        return with(
            recorded: recorded.map { isTold($0) ? $0.sent(at: now) : $0 },
            newcomers: introduced.reduce(into: newcomers) { $0[$1] = .sent(now) },
            introductions: introductions.map { introduced.contains($0.recipient) ? $0.sent(at: now) : $0 })
    }
}

public struct PlanFacts: Hashable, Sendable, Codable {
    public let id: PlanID
    /// The short name given at import: `remand-2024`.
    public let name: String
    public let title: String

    public init(id: PlanID, name: String, title: String) {
        self.id = id
        self.name = name
        self.title = title
    }
}

public struct RecommendationFacts: Hashable, Sendable {
    /// `6`, or `a3` for an additional one.
    public let number: String
    public let text: String
    public let directedAt: String?
    public let response: Response?

    public init(number: String, text: String, directedAt: String?, response: Response?) {
        self.number = number
        self.text = text
        self.directedAt = directedAt
        self.response = response
    }
}

/// The target date in force, and where it came from.
public struct DateFacts: Hashable, Sendable {
    /// 1 for the first date; a corrected misreading does not raise `extensions`.
    public let revision: Int
    /// The words as printed or as said by the owner.
    public let phrase: String
    /// The one reading that is chased; nil where the target stands in the register only.
    public let reading: Reading?
    /// The first due day ever printed, as it was read in the end; frozen.
    public let firstDue: CivilDate?
    /// How often an owner or a new edition moved the date.
    public let extensions: Int
    /// How often an owner did; the others were published.
    public let ownerExtensions: Int
    /// The owners who asked for the date in force, where they moved it; empty for one that was published or corrected.
    public let extendedBy: [OwnerID]
    /// When the date in force was recorded; nil where nobody knows.
    public let setAt: Instant?
    /// Whether a person decided on it: without a reading, that nothing is to be asked of it.
    public let isSettled: Bool

    public init(
        revision: Int, phrase: String, reading: Reading?, firstDue: CivilDate?, extensions: Int,
        ownerExtensions: Int = 0, extendedBy: [OwnerID] = [], setAt: Instant? = nil,
        isSettled: Bool = false
    ) {
        self.revision = revision
        self.phrase = phrase
        self.reading = reading
        self.firstDue = firstDue
        self.extensions = extensions
        self.ownerExtensions = ownerExtensions
        self.extendedBy = extendedBy
        self.setAt = setAt
        self.isSettled = isSettled
    }
}

public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case open, completed, verified, ongoing, withdrawn, superseded

    /// Whether reminders are still due to it.
    public var isChased: Bool { self == .open || self == .ongoing }
}

/// A stop on delivery, with its end.
public struct HoldFacts: Hashable, Sendable, Codable {
    /// nil: it holds for every owner of the target.
    public let owner: OwnerID?
    public let until: CivilDate
    public let because: String

    public init(owner: OwnerID?, until: CivilDate, because: String) {
        self.owner = owner
        self.until = until
        self.because = because
    }
}
