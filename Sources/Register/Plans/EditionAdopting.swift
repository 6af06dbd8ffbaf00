// What one edition prints for one recommendation, set against the targets that stand.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct EditionAdopting {
    let adopting: Adopting
    let recommendation: Int64
    let number: String
    let edition: Int64
    let editionCode: String
    let cause: DateRevision.Cause

    private var writing: Transaction { adopting.writing }
    private var db: Database { adopting.writing.db }

    func adopt(_ statements: [PrintedTarget]) throws {
        let targets = try StandingTarget.fetch(db, recommendation: recommendation)
        let owners = try statements.map { try $0.owners.map(writing.owner(printed:)).uniqued() }
        let matching = Matching(of: statements, owners: owners, to: targets)
        for (place, statement) in statements.enumerated() {
            if let old = matching.successors[place] {
                try revise(targets[old], to: statement, owners: owners[place])
            } else {
                try add(statement, owners: owners[place])
            }
        }
        let matched = Set(matching.successors.values)
        for (place, target) in targets.enumerated() where !matched.contains(place) {
            try supersede(target, isReplaced: !statements.isEmpty)
        }
    }

    private func add(_ printed: PrintedTarget, owners: [OwnerID]) throws {
        // The highest number ever given, superseded ones included: a reference is never used again.
        let highest = try Int.fetchOne(
            db, sql: "SELECT max(statement) FROM target WHERE recommendation_id = ?", arguments: [recommendation])
        let statement = (highest ?? 0) + 1
        let target = TargetID(
            try writing.insert(
                """
                INSERT INTO target (plan_id, recommendation_id, edition_id, statement, reference, pairing, line, status,
                    revision, waiting_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                """,
                [
                    adopting.plan, recommendation, edition, statement, "\(adopting.name)/\(number).\(statement)",
                    printed.pairing, printed.line, printed.status, writing.at,
                ]))
        try writing.addRevision(
            NewRevision(phrase: printed.phrase, readings: printed.readings, cause: .printed, edition: edition),
            number: 1, of: target)
        try setParts(of: target, to: printed, owners: owners)
        try openDoubts(target, printed, owners: owners)
        adopting.created.insert(target)
        try writing.note(
            .targetAdded, LedgerSubject(plan: adopting.plan, target: target),
            [("edition", .string(editionCode)), ("due", .text(printed.chased?.due?.description))])
    }

    private func revise(_ target: StandingTarget, to printed: PrintedTarget, owners: [OwnerID]) throws {
        let tie = printed.isOwnerCertain ? "certain" : "unclear"
        let isSameDate = target.hasSameDate(as: printed)
        let status = try status(of: target, printed: printed, isSameDate: isSameDate)
        let isChanged =
            !isSameDate || status != target.status
            || target.owners != Dictionary(uniqueKeysWithValues: owners.map { ($0, tie) })
        if !isSameDate {
            let (before, after) = (target.chased?.due, printed.chased?.due)
            try writing.addRevision(
                NewRevision(
                    phrase: printed.phrase, readings: printed.readings, cause: cause,
                    isExtension: cause == .newEdition && before != nil && after != nil && before != after,
                    edition: edition),
                number: target.revision + 1, of: target.id)
        }
        try writing.execute(
            "UPDATE target SET edition_id = ?, pairing = ?, line = ?, status = ? WHERE id = ?",
            [edition, printed.pairing, printed.line, status, target.id])
        try setParts(of: target.id, to: printed, owners: owners)
        guard isChanged else {
            adopting.kept.insert(target.id)
            return try writing.touch(target.id)
        }
        for kind in [WorklistRow.Kind.dateUnclear, .dateRelative, .noDate, .ownerUnclear, .noOwner] {
            try writing.settleDoubts(of: target.id, kind: kind, because: "printed anew in edition \(editionCode)")
        }
        try openDoubts(target.id, printed, owners: owners)
        adopting.changed.insert(target.id)
        try writing.note(
            .targetRevised, LedgerSubject(plan: adopting.plan, target: target.id),
            [
                ("edition", .string(editionCode)), ("cause", .string(cause.rawValue)),
                ("due", .text(printed.chased?.due?.description)),
            ])
        if target.isArmed { try disarm(target.id) } else { try writing.touch(target.id) }
    }

    /// What a person answered outweighs a later print, which is then put before a person.
    private func status(of target: StandingTarget, printed: PrintedTarget, isSameDate: Bool) throws -> Status {
        guard !target.status.isChased else {
            return isSameDate && printed.status.isChased ? target.status : printed.status
        }
        let isAnswered = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE target_id = ? AND undone_at IS NULL AND kind IN ('done', 'withdrawn'))
                """, arguments: [target.id])
        guard isAnswered == true else { return printed.status }
        if printed.status.isChased, !isSameDate {
            try writing.doubt(
                .contradiction, plan: adopting.plan, target: target.id,
                text:
                    "it was answered as \(target.status.rawValue), and edition \(editionCode) prints \u{201C}\(printed.phrase)\u{201D}",
                line: printed.line)
        }
        return target.status
    }

    private func supersede(_ target: StandingTarget, isReplaced: Bool) throws {
        if target.isArmed { try disarm(target.id) }
        try writing.settleDoubts(of: target.id, because: "superseded by edition \(editionCode)")
        try writing.execute(
            "UPDATE target SET status = 'superseded', version = version + 1 WHERE id = ?", [target.id])
        adopting.superseded.insert(target.id)
        try writing.note(
            .targetSuperseded, LedgerSubject(plan: adopting.plan, target: target.id),
            [("edition", .string(editionCode))])
        // What never had a date, or was done, needs nobody's decision.
        guard target.status.isChased, !target.phrase.isEmpty else { return }
        try writing.doubt(
            .superseded, plan: adopting.plan, target: target.id,
            text: isReplaced
                ? "edition \(editionCode) does not say which of its dates replaces \u{201C}\(target.phrase)\u{201D}"
                : "edition \(editionCode) prints no date in place of \u{201C}\(target.phrase)\u{201D}", line: nil)
    }

    private func disarm(_ target: TargetID) throws {
        try writing.disarm(target)
        adopting.disarmed.insert(target)
    }

    private func setParts(of target: TargetID, to printed: PrintedTarget, owners: [OwnerID]) throws {
        try writing.execute("DELETE FROM target_owner WHERE target_id = ?", [target])
        for (position, owner) in owners.enumerated() {
            try writing.execute(
                "INSERT INTO target_owner (target_id, owner_id, position, tie) VALUES (?, ?, ?, ?)",
                [target, owner, position, printed.isOwnerCertain ? "certain" : "unclear"])
        }
        try writing.execute("DELETE FROM action WHERE target_id = ?", [target])
        for (position, action) in printed.actions.enumerated() {
            try writing.execute(
                "INSERT INTO action (target_id, edition_id, position, label, text, pairing) VALUES (?, ?, ?, ?, ?, ?)",
                [target, edition, position, action.label, action.text, action.pairing])
        }
    }

    private func openDoubts(_ target: TargetID, _ printed: PrintedTarget, owners: [OwnerID]) throws {
        if let doubt = printed.dateDoubt {
            adopting.doubtfulDates.append((printed.line, printed.phrase))
            try writing.doubt(doubt.kind, plan: adopting.plan, target: target, text: doubt.text, line: printed.line)
        }
        guard printed.status != .completed else { return }
        if owners.isEmpty {
            try writing.doubt(
                .noOwner, plan: adopting.plan, target: target, text: "no owner is printed", line: printed.line)
        } else if !printed.isOwnerCertain {
            try writing.doubt(
                .ownerUnclear, plan: adopting.plan, target: target,
                text: "which of these owners answers for it is not printed: \(printed.owners.joined(separator: "; "))",
                line: printed.line)
        }
    }
}

extension Array where Element: Hashable {
    /// Each element once, where it stood first.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
