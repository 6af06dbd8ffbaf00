// What of a plan waits for a person, with the text around it: the worklist, the targets and the posts, as `review` shows
// them and as a sheet holds them. Pure values.

import ActionPlans
import CivilTime

public struct PlanReview: Hashable, Sendable {
    public let plan: String
    public let title: String
    /// In the order of the document.
    public let doubts: [ReviewedDoubt]
    /// Those that are not superseded, and those whose end is doubtful.
    public let targets: [ReviewedTarget]
    public let owners: [ReviewedOwner]

    public init(
        plan: String, title: String, doubts: [ReviewedDoubt], targets: [ReviewedTarget], owners: [ReviewedOwner]
    ) {
        self.plan = plan
        self.title = title
        self.doubts = doubts
        self.targets = targets
        self.owners = owners
    }

    /// What the latest edition prints for the recommendation of a target that it superseded.
    public func successors(of doubt: ReviewedDoubt) -> [ReviewedTarget] {
        guard doubt.kind == .superseded, let target = target(doubt.reference) else { return [] }
        return targets.filter {
            $0.recommendation == target.recommendation && $0.status != .superseded && $0.status != .withdrawn
        }
    }

    public func target(_ reference: String?) -> ReviewedTarget? {
        reference.flatMap { wanted in targets.first { $0.reference == wanted } }
    }
}

/// One open row of the worklist.
public struct ReviewedDoubt: Hashable, Sendable {
    /// Names it in this register.
    public let number: Int64
    public let kind: DoubtKind
    public let plan: String
    /// nil where it is about the plan as a whole.
    public let reference: String?
    public let text: String
    public let line: Int?
    /// A likely successor, or the same step under another recommendation.
    public let like: String?
    /// The posts that may be one.
    public let posts: [String]

    public init(
        number: Int64, kind: DoubtKind, plan: String, reference: String?, text: String, line: Int?, like: String?,
        posts: [String]
    ) {
        self.number = number
        self.kind = kind
        self.plan = plan
        self.reference = reference
        self.text = text
        self.line = line
        self.like = like
        self.posts = posts
    }
}

/// One target with what is printed around it.
public struct ReviewedTarget: Hashable, Sendable {
    public struct Step: Hashable, Sendable {
        /// "a", "bullet 1", or nil for a paragraph.
        public let label: String?
        public let text: String

        public init(label: String?, text: String) {
            self.label = label
            self.text = text
        }
    }

    public let reference: String
    /// As it is printed now: "6", "a3".
    public let recommendation: String
    public let recommendationText: String
    /// The steps that the recommendation has.
    public let steps: [Step]
    /// The words of the step that it surely belongs to.
    public let action: String?
    public let phrase: String
    public let reading: Reading?
    public let status: Status
    public let owners: [String]
    public let line: Int?

    public init(
        reference: String, recommendation: String, recommendationText: String, steps: [Step], action: String?,
        phrase: String, reading: Reading?, status: Status, owners: [String], line: Int?
    ) {
        self.reference = reference
        self.recommendation = recommendation
        self.recommendationText = recommendationText
        self.steps = steps
        self.action = action
        self.phrase = phrase
        self.reading = reading
        self.status = status
        self.owners = owners
        self.line = line
    }

    /// How a step is named in a decision: its label, where no other has it, or its number, from 1.
    public func name(of place: Int) -> String {
        guard let label = steps[place].label, steps.count(where: { $0.label == label }) == 1 else {
            return String(place + 1)
        }
        return label
    }
}

/// One post that the plan names.
public struct ReviewedOwner: Hashable, Sendable {
    public let entry: OwnerEntry
    /// Its targets in all plans that are open or ongoing.
    public let openTargets: Int

    public init(entry: OwnerEntry, openTargets: Int) {
        self.entry = entry
        self.openTargets = openTargets
    }

    /// Whether nobody can be told in the name of this post.
    public var isUnresolved: Bool { entry.hasNobodyToTell }
}
