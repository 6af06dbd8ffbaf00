// What an adoption did.

import Reminders

/// The file a plan was read from, known by what it holds.
public struct SourceDigest: Hashable, Sendable {
    /// The file's name, without its directories.
    public let name: String
    /// 64 lower-case hex digits.
    public let sha256: String

    public init(name: String, sha256: String) {
        self.name = name
        self.sha256 = sha256
    }
}

/// What an adoption did, counted in targets.
public struct Adoption: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case created, unchanged, updated
    }

    public let plan: PlanID
    public let name: String
    public var outcome: Outcome
    public var new = 0
    /// Matched with an earlier statement, with another date or owner.
    public var changed = 0
    /// Matched with an earlier statement, and the same.
    public var kept = 0
    /// Among new and changed ones: those with a doubt that a person has to settle.
    public var doubtful = 0
    public var superseded = 0
    /// Targets that were armed before and wait for `arm` now.
    public var disarmed = 0
    /// Targets that wait for `arm` now.
    public var waiting = 0
    /// Posts of this plan without anybody who stands for them.
    public var unresolvedOwners: [String] = []
    public var worklist: [WorklistRow] = []
    /// What changed, in the order of the editions.
    public var difference = PlanDifference(isFirst: false)

    init(plan: PlanID, name: String, outcome: Outcome) {
        self.plan = plan
        self.name = name
        self.outcome = outcome
    }
}
