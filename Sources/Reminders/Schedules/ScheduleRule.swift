// Rules that choose a schedule: the first that fits a target and one of its owners.

import ActionPlans

/// One rule of the settings.
public struct ScheduleRule: Hashable, Sendable {
    /// Counted from 1, in the order of the settings.
    public let number: Int
    /// The line of the settings file in which it stands.
    public let line: Int?
    public let when: RuleCondition
    public let schedule: Schedule

    public init(number: Int, line: Int?, when: RuleCondition, schedule: Schedule) {
        self.number = number
        self.line = line
        self.when = when
        self.schedule = schedule
    }
}

/// What a target has to be for a rule to fit. Every field that names something has to fit, by any of its values.
public struct RuleCondition: Hashable, Sendable {
    public var plans: Set<String> = []
    public var sections: Set<ActionPlans.Section> = []
    /// `6`, or `a3` for an additional one.
    public var recommendations: Set<String> = []
    /// Bodies that a recommendation is directed at, as `PostSpelling.normalised` writes them.
    public var bodies: Set<String> = []
    /// Any spelling of a post, as `PostSpelling.normalised` writes it.
    public var owners: Set<String> = []
    public var responses: Set<Response> = []
    public var statuses: Set<Status> = []
    public var labels: Set<String> = []

    public init() {}

    /// Whether it fits; `owner` is nil where none is certain, and then no rule that names an owner does.
    public func fits(_ target: TargetFacts, _ owner: OwnerFacts?) -> Bool {
        let subject = RuleSubject(
            plan: target.plan.name, recommendation: target.recommendation, status: target.status, labels: target.labels)
        return fits(subject, owner)
    }

    func fits(_ target: RuleSubject, _ owner: OwnerFacts?) -> Bool {
        let recommendation = target.recommendation
        return admits(plans, target.plan) && admits(sections, recommendation.section)
            && admits(recommendations, recommendation.number) && admits(responses, recommendation.response)
            && admits(statuses, target.status) && (labels.isEmpty || target.labels.contains(where: labels.contains))
            && (bodies.isEmpty || isDirected(recommendation.directedAt)) && (owners.isEmpty || isOwned(owner))
    }

    /// Whether every target that fits the other fits this one too, as far as the values alone tell.
    public func covers(_ other: RuleCondition) -> Bool {
        covers(plans, other.plans) && covers(sections, other.sections)
            && covers(recommendations, other.recommendations) && covers(bodies, other.bodies)
            && covers(owners, other.owners) && covers(responses, other.responses)
            && covers(statuses, other.statuses) && covers(labels, other.labels)
    }

    private func admits<Value: Hashable>(_ values: Set<Value>, _ value: Value?) -> Bool {
        values.isEmpty || value.map(values.contains) == true
    }

    private func covers<Value: Hashable>(_ mine: Set<Value>, _ theirs: Set<Value>) -> Bool {
        mine.isEmpty || (!theirs.isEmpty && mine.isSuperset(of: theirs))
    }

    /// A recommendation may be directed at several bodies in one phrase; a body fits where its whole words stand in it.
    private func isDirected(_ printed: String?) -> Bool {
        guard let printed else { return false }
        let words = Self.words(PostSpelling.normalised(printed))
        return bodies.contains { body in
            let wanted = Self.words(body)
            guard !wanted.isEmpty, words.count >= wanted.count else { return false }
            return (0...(words.count - wanted.count)).contains { words[$0..<($0 + wanted.count)].elementsEqual(wanted) }
        }
    }

    private static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "-" }
    }

    private func isOwned(_ owner: OwnerFacts?) -> Bool {
        guard let owner else { return false }
        return owners.contains(PostSpelling.normalised(owner.post)) || owner.spellings.contains(where: owners.contains)
    }
}

/// What rules ask of a target.
struct RuleSubject {
    /// The name of its plan.
    let plan: String
    let recommendation: RecommendationFacts
    let status: Status
    let labels: [String]
}

extension RecommendationFacts {
    /// Additional recommendations are numbered `a1`, `a2` ...
    public var section: ActionPlans.Section { number.hasPrefix("a") ? .additional : .main }
}
