// Suites that adopt one small plan, "gates", edition by edition, and decide its doubts.

import ActionPlans
import CivilTime
import Reminders
import Testing

@testable import Register

protocol GatesPlan {
    var register: Store { get }
}

extension GatesPlan {
    @discardableResult
    func adopt(_ name: String, _ recommendations: [RecommendationDraft], at now: Int64 = 0) throws -> Adoption {
        try register.adopt(draft(recommendations), as: "gates", source: source(name), by: amy, at: instant(now))
    }

    @discardableResult
    func decide(
        _ kind: DecisionKind, of reference: String? = "gates/1.1", doubt: DoubtName? = nil, at now: Int64 = 60
    ) throws -> DecisionEffect {
        let decision = Decision(
            plan: "gates", reference: reference, doubt: doubt, kind: kind, by: "Ada", because: "I asked")
        return try #require(try register.decide([decision], by: amy, at: instant(now)).decisions.first)
    }

    /// `gates/1.1 2026-04-30 r1 open`
    func line(_ target: TargetSummary) -> String {
        "\(target.reference) \(target.phrase) r\(target.revision) \(target.status.rawValue)"
    }

    func lines() throws -> [String] { try register.targets().map(line) }
}
