// Which schedule a target is chased by, and what chose it. Pure; `duewatch why` and the planner ask the same question.

/// A schedule and the reason for it.
public struct ScheduleChoice: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The rule with this number, and its line in the settings file.
        case rule(Int, line: Int?)
        /// The schedule that is named for the plan.
        case plan(String)
        /// The schedule of every plan that names none.
        case everyPlan
    }

    public let schedule: Schedule
    public let reason: Reason

    public init(schedule: Schedule, reason: Reason) {
        self.schedule = schedule
        self.reason = reason
    }
}

extension Policy {
    /// The schedule by which a target is chased for one of its owners: the first rule that fits, then the plan's own,
    /// then the one for every plan. `owner` is nil where none is certain.
    public func choice(for target: TargetFacts, owner: OwnerFacts?) -> ScheduleChoice {
        if let rule = rules.first(where: { $0.when.fits(target, owner) }) {
            return ScheduleChoice(schedule: rule.schedule, reason: .rule(rule.number, line: rule.line))
        }
        let plan = plan(target.plan.name)
        return ScheduleChoice(
            schedule: plan.schedule, reason: plan.hasOwnSchedule ? .plan(target.plan.name) : .everyPlan)
    }
}
