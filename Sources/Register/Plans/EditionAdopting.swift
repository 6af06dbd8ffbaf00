// What one edition prints for one recommendation, set against the targets that stand.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct EditionAdopting {
    let adopting: Adopting
    let recommendation: Int64
    /// As its references have it.
    let number: String
    /// As this edition prints it.
    let printedNumber: String
    /// "recommendation 7"
    let place: String
    let edition: Int64
    let editionCode: String
    let cause: DateRevision.Cause
    /// Whether the register has had nothing of the recommendation so far.
    let isNew: Bool
    /// Whether it is surely the recommendation that the register has.
    let isCertain: Bool
    /// Every step that the edition prints for it.
    let steps: [ActionDraft]

    var writing: Transaction { adopting.writing }
    var db: Database { adopting.writing.db }

    func adopt(_ statements: [PrintedTarget]) throws {
        let targets = isNew ? [] : try StandingTarget.fetch(db, recommendation: recommendation)
        let owners = try statements.map { try $0.owners.map(adopting.owner(printed:)).uniqued() }
        let matching = Matching(of: statements, owners: owners, to: targets)
        var references: [Int: TargetID] = [:]
        for (place, statement) in statements.enumerated() {
            if let old = matching.successors[place] {
                var statement = statement
                // A person decided about posts, not about spellings.
                if !targets[old].decisions.isEmpty { statement.owners = try owners[place].map(post) }
                let decided = statement.decided(targets[old].decisions, steps: steps)
                try revise(
                    targets[old], to: decided, owners: try decided.owners.map(adopting.owner(printed:)).uniqued())
                references[place] = targets[old].id
                sayDecided(statement, decided, targets[old].id)
            } else {
                references[place] = try add(statement, owners: owners[place])
            }
            if let target = references[place] { adopting.say(statement, target) }
        }
        let matched = Set(matching.successors.values)
        let others = statements.indices.filter { matching.successors[$0] == nil && !statements[$0].isSilence }
        for (place, target) in targets.enumerated() where !matched.contains(place) {
            let successor = matching.likely[place]
            try supersede(
                target, candidates: others.map { statements[$0].phrase }.uniqued(),
                likely: successor.flatMap { place in references[place].map { (statements[place], $0) } })
        }
    }

    @discardableResult
    private func add(_ printed: PrintedTarget, owners: [OwnerID]) throws -> TargetID {
        let statement = try adopting.nextStatement(of: recommendation)
        let reference = "\(adopting.name)/\(number).\(statement)"
        let target = TargetID(
            try Prepared(
                db,
                """
                INSERT INTO target (plan_id, recommendation_id, edition_id, statement, reference, pairing, line, status,
                    revision, waiting_since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                """
            ).insert(
                .id(adopting.plan), .int(recommendation), .int(edition), .number(statement), .text(reference),
                .named(printed.pairing), .number(printed.line), .named(printed.status), .at(writing.at)))
        try writing.addRevision(
            NewRevision(phrase: printed.phrase, readings: printed.readings, cause: .printed, edition: edition),
            number: 1, of: target)
        try addParts(of: target, to: printed, owners: owners)
        try openDoubts(target, printed, owners: owners)
        adopting.created.insert(target)
        try writing.note(
            .targetAdded, LedgerSubject(plan: adopting.plan, target: target),
            [("edition", .string(editionCode)), ("due", .text(printed.chased?.due?.description))])
        if !printed.isSilence {
            tell(.newDate, reference, after: printed.phrase, dueAfter: printed.chased?.due)
        }
        return target
    }

    func tell(
        _ kind: PlanDifference.Change.Kind, _ reference: String, before: String? = nil, after: String? = nil,
        dueBefore: CivilDate? = nil, dueAfter: CivilDate? = nil, sureness: Pairing = .certain
    ) {
        adopting.changes.append(
            PlanDifference.Change(
                kind: kind, edition: editionCode, recommendation: printedNumber, reference: reference, before: before,
                after: after, dueBefore: dueBefore, dueAfter: dueAfter, sureness: isCertain ? sureness : .likely))
    }

    private func revise(_ target: StandingTarget, to printed: PrintedTarget, owners: [OwnerID]) throws {
        // A person has to tie them either way, so "likely" and "unclear" are no change of each other.
        let isTied = target.owners.mapValues { $0 == "certain" }
        let isSameDate = target.hasSameDate(as: printed)
        let status = try status(of: target, printed: printed, isSameDate: isSameDate)
        let isChanged =
            !isSameDate || status != target.status
            || isTied != Dictionary(uniqueKeysWithValues: owners.map { ($0, printed.isOwnerCertain) })
        if !isSameDate {
            let (before, after) = (target.chased?.due, printed.chased?.due)
            try writing.addRevision(
                NewRevision(
                    phrase: printed.phrase, readings: printed.readings, cause: cause,
                    isExtension: cause == .newEdition && before != nil && after != nil && before != after,
                    edition: edition),
                number: target.revision + 1, of: target.id)
            tell(
                .changedDate, target.reference, before: target.phrase, after: printed.phrase, dueBefore: before,
                dueAfter: after)
        }
        try writing.execute(
            "UPDATE target SET edition_id = ?, pairing = ?, line = ?, status = ? WHERE id = ?",
            [edition, printed.pairing, printed.line, status, target.id])
        if Set(target.owners.keys) != Set(owners) {
            tell(
                .owners, target.reference, before: try posts(Array(target.owners.keys)), after: try posts(owners))
        }
        try setParts(of: target.id, to: printed, owners: owners)
        guard isChanged || !isCertain else {
            adopting.kept.insert(target.id)
            sayDoubts(target.id, printed)
            return try writing.touch(target.id)
        }
        for kind in DoubtKind.ofStatement {
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

    private func posts(_ owners: [OwnerID]) throws -> String {
        try owners.sorted().map(post).joined(separator: "; ")
    }

    private func post(_ owner: OwnerID) throws -> String {
        try String.fetchOne(db.cachedStatement(sql: "SELECT post FROM owner WHERE id = ?"), arguments: [owner]) ?? ""
    }

    func disarm(_ target: TargetID) throws {
        try writing.disarm(target)
        adopting.disarmed.insert(target)
    }

    private func setParts(of target: TargetID, to printed: PrintedTarget, owners: [OwnerID]) throws {
        try writing.execute("DELETE FROM target_owner WHERE target_id = ?", [target])
        try writing.execute("DELETE FROM action WHERE target_id = ?", [target])
        try addParts(of: target, to: printed, owners: owners)
    }

    private func addParts(of target: TargetID, to printed: PrintedTarget, owners: [OwnerID]) throws {
        let likely = try printed.likelyOwners.compactMap(Finding(db).owner)
        for (position, owner) in owners.enumerated() {
            let tie = printed.isOwnerCertain ? "certain" : likely.contains(owner) ? "likely" : "unclear"
            try Prepared(db, "INSERT INTO target_owner (target_id, owner_id, position, tie) VALUES (?, ?, ?, ?)")
                .run(.id(target), .id(owner), .number(position), .text(tie))
        }
        for (position, action) in printed.actions.enumerated() {
            try Prepared(
                db,
                "INSERT INTO action (target_id, edition_id, position, label, text, pairing) VALUES (?, ?, ?, ?, ?, ?)"
            ).run(
                .id(target), .int(edition), .number(position), .words(action.label), .text(action.text),
                .named(action.pairing))
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
