// What was decided and is not recorded yet: as much as one transaction takes in a few hundred milliseconds. Pure.

import CivilTime
import Register
import Reminders

/// The check of one target.
struct Checked: Sendable {
    let reference: String
    let decision: CheckDecision
    /// Whether there is nothing to write: nothing to say, and the next check is the one that it waits for already.
    let isSettled: Bool

    init(_ target: DueTarget, under policy: Policy, at now: Instant) {
        reference = target.facts.reference
        decision = TargetCheck(of: target.facts, under: policy, at: now).decision()
        isSettled = decision.isSilent && decision.nextCheck == target.nextCheck
    }
}

struct Decided {
    private(set) var checked: [Checked] = []
    private var weight = 0

    /// What one transaction takes, in updates of one row. A reminder, with its message and its row of the ledger, or a
    /// refusal counts as sixteen.
    private static let room = 16_384

    var isFull: Bool { weight >= Self.room }

    /// Leaves out those of which there is nothing to write. Returns how many there are of the others.
    @discardableResult
    mutating func add(_ more: [Checked]) -> Int {
        let before = checked.count
        for check in more where !check.isSettled {
            checked.append(check)
            let decision = check.decision
            weight += 1 + 16 * (decision.reminders.count + decision.refusals.count + decision.proposals.count)
        }
        return checked.count - before
    }
}

extension CheckDecision {
    /// Whether nothing comes of it but a next check.
    var isSilent: Bool { reminders.isEmpty && refusals.isEmpty && proposals.isEmpty }
}
