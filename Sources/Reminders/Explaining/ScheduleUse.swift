// What the schedules in force meet in a register: stages that would reach nobody, targets that no stage tells of, rules
// that fit nothing. Pure; it adds up one target after the other, and finds no fault with any single one.

import ActionPlans

/// Which schedules chase what.
public struct ScheduleUse: Sendable {
    /// Something that a person should know of a schedule or a rule.
    public enum Warning: Hashable, Sendable {
        /// The schedule climbs to a role in which no post of its targets has anybody.
        case nobodyOnRung(schedule: String, role: Role, targets: Int)
        /// The highest rung of the schedule has nobody in it for a post that answers for armed targets.
        case ladderEndsAtNobody(post: String, schedule: String, role: Role, targets: Int)
        /// So many targets with a day, and no stage of their schedule that comes for such a day.
        case noStageForDates(schedule: String, targets: Int)
        /// So many standing commitments, and no check-in in their schedule.
        case noCheckIn(schedule: String, targets: Int)
        /// The rule with this number fits no target that is chased.
        case ruleFitsNothing(number: Int, line: Int?)
    }

    private struct Use {
        var stages: [Stage]
        var targets = 0
        /// With a day for which no stage comes.
        var untold = 0
        var standing = 0
        /// Roles in which some post of its targets has a person.
        var filled: Set<Role> = []
    }

    private struct Post: Hashable {
        let name: String
        let schedule: String
        let role: Role
    }

    private let policy: Policy
    /// Posts whose ladder ends at nobody, with how many armed targets they answer for.
    private var endless: [Post: Int] = [:]
    private var uses: [String: Use] = [:]
    private var rulesThatFit: Set<Int> = []
    private var targets = 0

    public init(under policy: Policy) { self.policy = policy }

    /// Counts a target in; what is not chased is left out.
    public mutating func add(_ target: TargetFacts) {
        guard target.status.isChased, let reading = target.date.reading else { return }
        targets += 1
        let certain = target.owners.filter(\.isCertain)
        var counted: Set<String> = []
        for owner in certain.isEmpty ? [nil] : certain.map(Optional.some) {
            let choice = policy.choice(for: target, owner: owner)
            if case .rule(let number, _) = choice.reason { rulesThatFit.insert(number) }
            var use = uses[choice.schedule.name] ?? Use(stages: choice.schedule.stages)
            if counted.insert(choice.schedule.name).inserted {
                use.targets += 1
                if let chase = reading.chase, chase.day != nil,
                    !use.stages.contains(where: { $0.rule.comes(for: chase) })
                {
                    use.untold += 1
                }
                if reading.kind == .ongoing { use.standing += 1 }
            }
            let top = choice.schedule.stages.compactMap(\.rule.rung).max { $0.below.count < $1.below.count }
            if let owner, let top, reading.due != nil, target.armedAt != nil, owner.person(top) == nil {
                endless[Post(name: owner.post, schedule: choice.schedule.name, role: top), default: 0] += 1
            }
            if let owner { use.filled.formUnion(Role.allCases.filter { owner.person($0) != nil }) }
            uses[choice.schedule.name] = use
        }
    }

    /// Rules first, then by the schedule's name. Nothing where there is no target at all.
    public var warnings: [Warning] {
        guard targets > 0 else { return [] }
        // One that an earlier rule leaves nothing to is told of without looking at any target.
        let idle = policy.rules.filter { rule in
            !rulesThatFit.contains(rule.number)
                && !policy.rules.contains { $0.number < rule.number && $0.when.covers(rule.when) }
        }.map { Warning.ruleFitsNothing(number: $0.number, line: $0.line) }
        let found = uses.sorted { $0.key < $1.key }.flatMap { Self.warnings(of: $0.key, $0.value) }
        // Where no post at all has anybody there, it is the schedule that is told of.
        let posts = endless.filter { uses[$0.key.schedule]?.filled.contains($0.key.role) == true }
            .sorted { ($0.key.name, $0.key.schedule) < ($1.key.name, $1.key.schedule) }
            .map {
                Warning.ladderEndsAtNobody(
                    post: $0.key.name, schedule: $0.key.schedule, role: $0.key.role, targets: $0.value)
            }
        return idle + found + posts
    }

    private static func warnings(of schedule: String, _ use: Use) -> [Warning] {
        var found: [Warning] = []
        if use.untold > 0 { found.append(.noStageForDates(schedule: schedule, targets: use.untold)) }
        if use.standing > 0, !use.stages.contains(where: \.rule.isCheckIn) {
            found.append(.noCheckIn(schedule: schedule, targets: use.standing))
        }
        for stage in use.stages {
            guard case .rung(let role, _) = stage.rule, !use.filled.contains(role) else { continue }
            found.append(.nobodyOnRung(schedule: schedule, role: role, targets: use.targets))
        }
        return found
    }
}

extension StageRule {
    fileprivate var rung: Role? {
        if case .rung(let role, _) = self { role } else { nil }
    }

    /// Whether it ever comes for what is chased so: only a range has a middle, and only it or a start has a first day.
    fileprivate func comes(for chase: Chase) -> Bool {
        switch (self, chase) {
        case (.lead, _), (.onTheDay, _), (.overdue, .until), (.start, .start), (.checkIn, .start): true
        case (.start, .until(_, let from)): from != nil
        case (.midpoint, .until(let due, let from)): from.map { $0 < due } == true
        case (.start, _), (.midpoint, _), (.overdue, _), (.checkIn, _), (.rung, _), (.undated, _), (.extensions, _),
            (.letter, _), (.review, _), (.introduction, _):
            false
        }
    }

    fileprivate var isCheckIn: Bool {
        if case .checkIn = self { true } else { false }
    }
}
