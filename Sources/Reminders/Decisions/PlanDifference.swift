// What an edition changes in a plan, change by change, as it is shown before the edition is adopted. Pure values.

import ActionPlans
import CivilTime

public struct PlanDifference: Hashable, Sendable {
    /// One thing that the edition says otherwise than what stood before it.
    public struct Change: Hashable, Sendable {
        public enum Kind: String, Hashable, Sendable, CaseIterable {
            case newRecommendation = "new_recommendation"
            case vanishedRecommendation = "vanished_recommendation"
            case renumbered
            case reworded
            case response
            case newDate = "new_date"
            case changedDate = "changed_date"
            /// The edition is silent about a date, or does not say which of its own replaces it.
            case silent
            case owners
        }

        public let kind: Kind
        /// The edition that says so: "2020-12".
        public let edition: String
        /// The recommendation's number as it is printed now: "6", "a3".
        public let recommendation: String
        /// The target; nil where it is about the recommendation.
        public let reference: String?
        public let before: String?
        public let after: String?
        public let dueBefore: CivilDate?
        public let dueAfter: CivilDate?
        /// How sure it is that what stood before and what stands now are the same thing.
        public let sureness: Pairing

        public init(
            kind: Kind, edition: String, recommendation: String, reference: String? = nil, before: String? = nil,
            after: String? = nil, dueBefore: CivilDate? = nil, dueAfter: CivilDate? = nil, sureness: Pairing = .certain
        ) {
            self.kind = kind
            self.edition = edition
            self.recommendation = recommendation
            self.reference = reference
            self.before = before
            self.after = after
            self.dueBefore = dueBefore
            self.dueAfter = dueAfter
            self.sureness = sureness
        }

        /// By how many days the date moved; nil where either has no day.
        public var slip: Int? {
            guard let dueBefore, let dueAfter else { return nil }
            return dueBefore.days(until: dueAfter)
        }
    }

    /// Whether the register did not know the plan before.
    public var isFirst: Bool
    /// In the order of the editions and of the document; vanished recommendations last.
    public var changes: [Change]

    public init(isFirst: Bool, changes: [Change] = []) {
        self.isFirst = isFirst
        self.changes = changes
    }

    public func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

    /// The dates that moved, and those that the edition leaves without a sure successor.
    public var slips: [Change] { changes.filter { $0.kind == .changedDate || $0.kind == .silent } }
}
