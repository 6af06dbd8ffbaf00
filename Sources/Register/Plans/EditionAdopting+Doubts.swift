// The doubts that a statement raises when it is printed anew.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension EditionAdopting {
    /// What a person decided about a statement answers the reader's doubts about it as well.
    func sayDecided(_ statement: PrintedTarget, _ decided: PrintedTarget, _ target: TargetID) {
        if decided.isSettled { adopting.sayDoubtful(statement) }
        guard statement.pairing == .unclear, decided.pairing == .certain else { return }
        adopting.sayUnclear(
            UnclearPairing(
                target: target, place: place, phrase: statement.phrase, line: statement.line, steps: steps.count,
                isDecided: true))
    }

    /// What the reader is going to say of it in words of its own.
    func sayDoubts(_ target: TargetID, _ printed: PrintedTarget) {
        if printed.dateDoubt != nil { adopting.sayDoubtful(printed) }
        guard printed.pairing == .unclear, printed.chased != nil, !steps.isEmpty else { return }
        adopting.sayUnclear(
            UnclearPairing(
                target: target, place: place, phrase: printed.phrase, line: printed.line, steps: steps.count))
    }

    func openDoubts(_ target: TargetID, _ printed: PrintedTarget, owners: [OwnerID]) throws {
        sayDoubts(target, printed)
        func doubt(_ kind: DoubtKind, _ text: String) throws {
            try writing.doubt(kind, plan: adopting.plan, target: target, text: text, line: printed.line)
        }
        if let found = printed.dateDoubt { try doubt(found.kind, found.text) }
        guard printed.status != .completed, !printed.isSettled || printed.chased != nil else { return }
        for second in printed.secondDates {
            try doubt(
                .secondDate,
                "\u{201C}\(printed.phrase)\u{201D} gives \(second.givenDay) too, and only \(printed.chased?.givenDay ?? "the first") is chased"
            )
        }
        if owners.isEmpty {
            try doubt(.noOwner, "no owner is printed")
        } else if !printed.isOwnerCertain {
            try doubt(
                .ownerUnclear,
                "which of these owners answers for it is not printed: \(printed.owners.joined(separator: "; "))")
        }
    }
}

extension DoubtKind {
    /// Those that a statement raises, and that its next print settles.
    static let ofStatement: [DoubtKind] = [
        .dateUnclear, .dateRelative, .noDate, .secondDate, .pairingUnclear, .ownerUnclear, .noOwner,
    ]
}

extension Reading {
    /// "2024-06-30", or "from 2024-06-30" for a start.
    var givenDay: String { due?.description ?? from.map { "from \($0)" } ?? "no day" }
}
