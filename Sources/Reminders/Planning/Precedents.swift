// What one look through the register decided already, by what its targets have in common. A decision that says nothing is
// the same for every target with the same outline, so that a million of them take a few thousand decisions.
// Not for facts in full: whoever has those asks `TargetCheck`, whose decisions are the only ones that are kept here.

import CivilTime

/// Decisions under one policy at one instant. For one thread.
public final class Precedents {
    public enum Answer {
        /// Nothing is to be said of it, and it is looked at again then; nil for never.
        case silent(until: Instant?)
        /// Its facts have to be read in full. Where it has an outline, what is decided on them can be noted under that.
        case unknown(TargetOutline?)
    }

    private let policy: Policy
    private let now: Instant
    private var decided: [TargetOutline: Instant?] = [:]
    private var plan: Plan?
    /// So many outlines are kept.
    private static let room = 20_000

    public init(under policy: Policy, at now: Instant) {
        self.policy = policy
        self.now = now
    }

    public func answer(_ target: BriefFacts) -> Answer {
        guard target.status.isChased, target.date.chase != nil || target.isUndated else { return .silent(until: nil) }
        guard let outline = outline(of: target) else { return .unknown(nil) }
        guard let known = decided[outline] else { return .unknown(outline) }
        return .silent(until: known)
    }

    /// Keeps what was decided of a target with this outline, if it says nothing.
    public func note(_ decision: CheckDecision, of outline: TargetOutline) {
        guard decision.isSilent else { return }
        if decided.count >= Self.room { decided.removeAll(keepingCapacity: true) }
        decided[outline] = .some(decision.nextCheck)
    }

    /// nil where somebody is still to be introduced, or was so lately that nothing late is said.
    private func outline(of target: BriefFacts) -> TargetOutline? {
        let plan = plan(target.plan)
        guard policy.rules.isEmpty || target.recommendation != nil, target.isIntroduced || !plan.policy.introduces,
            target.newcomers.isEmpty || target.newcomers.values.allSatisfy({ plan.isPast($0, at: now) })
        else { return nil }
        var past: PastOutline?
        if let happened = target.past {
            past = plan.outline(of: happened, target)
            if past == nil { return nil }
        }
        let isRound = if case .rounds = target.date.chase { true } else { false }
        let isMoved = past.map { !$0.extendedBy.isEmpty } ?? false
        return TargetOutline(
            plan: plan.ownName, status: target.status, armedAt: target.armedAt, chase: target.date.chase,
            setOn: isRound || isMoved ? plan.day(target.date.setAt) : nil, circle: target.circle,
            rules: rules(for: target), past: past)
    }

    /// The number of the rule that chooses the schedule of each owner; 0 for none.
    private func rules(for target: BriefFacts) -> [Int] {
        guard !policy.rules.isEmpty, let recommendation = target.recommendation else { return [] }
        let subject = RuleSubject(
            plan: target.plan, recommendation: recommendation, status: target.status, labels: target.labels)
        let owners: [OwnerFacts?] = target.circle.owners.isEmpty ? [nil] : target.circle.owners
        return owners.map { owner in policy.rules.first { $0.when.fits(subject, owner) }?.number ?? 0 }
    }

    /// The targets of one plan mostly stand one after another.
    private func plan(_ name: String) -> Plan {
        if let plan, plan.name == name { return plan }
        let new = Plan(name, policy)
        plan = new
        return new
    }
}

extension Precedents {
    /// A class because policies are large.
    private final class Plan {
        let name: String
        let policy: PlanPolicy
        private let administrator: PersonID
        /// nil for one that is chased like every other.
        let ownName: String?
        /// An introduction that left by then keeps nothing back any more.
        private var past = Instant.distantPast

        init(_ name: String, _ policy: Policy) {
            self.name = name
            self.policy = policy.plan(name)
            administrator = policy.administrator(of: name).id
            let isAlone = policy.plans[name] != nil || policy.planAdministrators[name] != nil
            ownName = isAlone ? name : nil
        }

        func day(_ instant: Instant) -> CivilDate { policy.calendar.zone.date(at: instant) }

        func outline(of past: Past, _ target: BriefFacts) -> PastOutline? {
            let isUntil = if case .until = target.date.chase { true } else { false }
            return PastOutline(
                past, of: target.circle, administrator: administrator,
                asksWhenHeard: !isUntil || policy.reviews != nil, day: day)
        }

        func isPast(_ introduction: ReminderFate, at now: Instant) -> Bool {
            switch introduction {
            case .waiting: return false
            case .givenUp: return true
            case .sent(let instant):
                // Who was told earlier is not kept quiet for longer.
                if instant <= past { return true }
                let quiet = TargetCheck.quiet(after: instant, policy.calendar, policy.window)
                guard quiet.resumes <= now else { return false }
                past = instant
                return true
            }
        }
    }
}
