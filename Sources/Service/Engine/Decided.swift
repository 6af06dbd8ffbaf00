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

    /// In updates of one row. A reminder, with its message and its row of the ledger, takes eight times as long as one; a
    /// refusal or a proposal is taken for as much.
    var weight: Int { 1 + 8 * (decision.reminders.count + decision.refusals.count + decision.proposals.count) }
}

struct Decided {
    private(set) var checked: [Checked] = []
    /// Of those there is nothing to write but a next check.
    private(set) var moved: [NextCheck] = []
    /// What one transaction takes.
    private let room: Int
    private var weight = 0

    static let (least, usual, most) = (2_048, 16_384, 40_960)

    init(room: Int = usual) { self.room = room }

    var isFull: Bool { weight >= room }
    var isEmpty: Bool { weight == 0 }

    mutating func add(_ looked: Looked) {
        moved += looked.moved
        weight += looked.moved.count
        add(looked.checked)
    }

    /// Leaves out those of which there is nothing to write; returns the others.
    @discardableResult
    mutating func add(_ more: [Checked]) -> ArraySlice<Checked> {
        let before = checked.count
        for check in more where !check.isSettled {
            checked.append(check)
            weight += check.weight
        }
        return checked[before...]
    }

    /// How many the next transaction takes, when this one took so many milliseconds: others wait for it.
    func roomNext(after took: Int64) -> Int {
        guard took > 0, weight > 0 else { return room }
        return min(max(weight * Self.wanted / Int(took), Self.least), Self.most)
    }

    /// Milliseconds. A longer transaction writes each page of an index less often, and keeps others waiting for longer.
    private static let wanted = 90
}
