// What joint ownership means, as a person decides it for one target or for all of a plan that have no meaning of their own.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// One decision about joint ownership.
public struct JointDecision: Hashable, Sendable {
    /// A reference, or the name of a plan.
    public let subject: String
    /// The word of a meaning: one of `JointMeaning.names`.
    public let meaning: String
    /// The post that leads, in any spelling; nil is the owner printed first.
    public let lead: String?
    public let by: String
    public let because: String

    public init(subject: String, meaning: String, lead: String?, by: String, because: String) {
        self.subject = subject
        self.meaning = meaning
        self.lead = lead
        self.by = by
        self.because = because
    }
}

/// What the decision did to one target with several owners.
public struct JointEffect: Hashable, Sendable {
    public let reference: String
    public let owners: [String]
    public let before: String
    public let after: String
    /// Whether what was answered already is enough by now.
    public let completes: Bool
}

extension Store {
    /// What the decision would do, worked out on a copy in memory; nothing is written.
    public func previewJoint(_ decision: JointDecision, by author: Author, at now: Instant) throws -> [JointEffect] {
        try snapshot().setJoint(decision, by: author, at: now)
    }

    /// Sets what joint ownership means for a target, or for every target of a plan that has no meaning of its own.
    /// Returns the targets with several owners for which it is otherwise by now. Throws `noSuchTarget`, `noSuchPlan`,
    /// `wrongState`.
    @discardableResult
    public func setJoint(_ decision: JointDecision, by author: Author, at now: Instant) throws -> [JointEffect] {
        try write(at: now, by: author) { try $0.setJoint(decision) }
    }
}

extension Transaction {
    func setJoint(_ decision: JointDecision) throws -> [JointEffect] {
        guard JointMeaning.names.contains(decision.meaning) else {
            throw RegisterError.wrongState(
                sentence:
                    "expected \(JointMeaning.names.joined(separator: ", ")), found \u{201C}\(decision.meaning)\u{201D}")
        }
        guard decision.subject.contains("/") else { return try setPlanJoint(decision) }
        let target = try TargetState.fetch(db, try Finding(db).target(decision.subject))
        try check(target, decision)
        let lead = try decision.lead.map(known)
        if let lead, !target.owners.contains(where: { $0.id == lead && $0.isCertain }) {
            throw RegisterError.wrongState(
                sentence: "\(decision.lead ?? "") cannot lead \(target.reference): its certain owners are "
                    + target.owners.filter(\.isCertain).map(\.post).joined(separator: "; "))
        }
        try execute(
            "UPDATE target SET joint = ?, joint_lead = ? WHERE id = ?", [decision.meaning, lead, target.id])
        let effect = try settleJoint(target)
        guard let effect else { return [] }
        try note(
            .jointDecided, LedgerSubject(plan: target.plan, target: target.id, owner: lead),
            [("meaning", .string(decision.meaning))])
        return [effect]
    }

    private func check(_ target: TargetState, _ decision: JointDecision) throws {
        let problem: String? =
            if !target.status.isChased {
                "is \(target.status.rawValue) already; `duewatch answer --reopen` comes first"
            } else if target.owners.count(where: \.isCertain) < 2 {
                "has not two owners for certain, so there is nothing joint about it; `duewatch settle --owner` ties them"
            } else if decision.lead != nil, decision.meaning != "lead" {
                "--lead goes with the meaning lead"
            } else {
                nil
            }
        if let problem { throw RegisterError.wrongState(sentence: "\(target.reference) \(problem)") }
    }

    /// Those with a meaning of their own keep it.
    private func setPlanJoint(_ decision: JointDecision) throws -> [JointEffect] {
        let plan = try Finding(db).plan(decision.subject)
        guard decision.lead == nil else {
            throw RegisterError.wrongState(
                sentence: "--lead names the leading post of one target; for a plan, the owner printed first leads")
        }
        let targets = try TargetID.fetchAll(
            db,
            sql: """
                SELECT id FROM target WHERE plan_id = ? AND joint IS NULL AND \(Store.isChased)
                AND (SELECT count(*) FROM target_owner WHERE target_id = target.id AND tie = 'certain') > 1 ORDER BY id
                """, arguments: [plan])
        let before = try targets.map { try TargetState.fetch(db, $0) }
        let isNews =
            try change(
                "UPDATE plan SET joint = ? WHERE id = ? AND joint <> ?", [decision.meaning, plan, decision.meaning])
            == 1
        guard isNews else { return [] }
        try note(.jointDecided, LedgerSubject(plan: plan), [("meaning", .string(decision.meaning))])
        return try before.compactMap(settleJoint)
    }

    /// nil where nothing changed. What was answered already may be enough by now.
    private func settleJoint(_ before: TargetState) throws -> JointEffect? {
        let after = try TargetState.fetch(db, before.id)
        guard before.joint != after.joint else { return nil }
        let completes = after.status.isChased && after.isAnswered
        if completes {
            try setStatus(.completed, of: before.id)
            _ = try stopWaiting(before.id, owner: nil, because: .answeredDone)
        }
        try touch(before.id)
        return JointEffect(
            reference: before.reference, owners: before.owners.filter(\.isCertain).map(\.post),
            before: before.words(before.joint), after: after.words(after.joint), completes: completes)
    }
}

extension TargetState {
    /// "all answer", "any one answers", "Head of Wings leads".
    func words(_ meaning: JointMeaning) -> String {
        switch meaning {
        case .all: return "all answer"
        case .any: return "any one answers"
        case .lead:
            let certain = owners.filter(\.isCertain)
            let lead = meaning.lead(among: certain.map(\.id))
            return "\(certain.first { $0.id == lead }?.post ?? "nobody") leads"
        }
    }
}
