// Why a message goes to the one it goes to: their place on the ladder, in whose stead, or as a copy.

/// The reason why a recipient hears of a target.
public struct WhyThisPerson: Hashable, Sendable {
    public let code: ReasonCode
    /// The rung that the stage is meant for.
    public let role: Role

    public init(role: Role, standIn: StandIn?, copy: CopyReason?) {
        self.role = role
        code = copy?.code ?? standIn?.code ?? role.code
    }

    /// "as its deputy", "in the holder's place, who has no address"; nothing of an absence but that it is one.
    public var words: String {
        switch code {
        case .doer: "as a copy, since they do the work"
        case .joint: "as a copy, since their post answers for it too"
        case .noPerson: "since the post has no \(role.rawValue)"
        case .noAddress: "since the \(role.rawValue) has no address"
        case .acting: "acting for the \(role.rawValue)"
        case .ownerUnclear: "as administrator, since the plan does not say for certain whose it is"
        default: "as \(role.rawValue)"
        }
    }
}

extension ScheduleChoice.Reason {
    /// "rule 2 of schedules.rules (line 41) fits it first"
    public var words: String {
        switch self {
        case .rule(let number, let line):
            "rule \(number)\(line.map { " (line \($0) of the settings)" } ?? "") is the first that fits"
        case .plan(let name): "no rule fits, and plans.\(name) names it"
        case .everyPlan: "no rule fits, and it is the one for every plan"
        }
    }

    /// The same beside the schedule's name: "rule 2, line 41", "for every plan".
    public var shortWords: String {
        switch self {
        case .rule(let number, let line): "rule \(number)\(line.map { ", line \($0)" } ?? "")"
        case .plan(let name): "for plans.\(name)"
        case .everyPlan: "for every plan"
        }
    }
}
