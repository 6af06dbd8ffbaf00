// Taking a draft into the register, and telling what that did.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func adopt(
        _ draft: PlanDraft, as name: String, source: SourceDigest, progress: (Int) -> Void = { _ in }
    ) throws -> Adoption {
        let known = try PlanID.fetchOne(db, sql: "SELECT id FROM plan WHERE name = ?", arguments: [name])
        if let known, try wasImported(source, as: known) {
            return try summary(Adoption(plan: known, name: name, outcome: .unchanged))
        }
        if let known { try checkIsNotClosed(known) }
        let plan = try known ?? add(draft, as: name)
        try execute("UPDATE plan SET title = ?, published = ? WHERE id = ?", [draft.title, draft.published, plan])
        let adopting = Adopting(self, plan: plan, name: name)
        try adopting.adopt(draft, progress: progress)
        try execute(
            "INSERT INTO import (plan_id, file, sha256, at, by) VALUES (?, ?, ?, ?, ?)",
            [plan, source.name, source.sha256, at, authorName])
        var adoption = Adoption(plan: plan, name: name, outcome: known == nil ? .created : .updated)
        adoption.difference = PlanDifference(isFirst: known == nil, changes: adopting.changes)
        adoption.new = adopting.created.subtracting(adopting.superseded).count
        adoption.changed = adopting.changed.subtracting(adopting.created).subtracting(adopting.superseded).count
        adoption.kept =
            adopting.kept.subtracting(adopting.changed).subtracting(adopting.created)
            .subtracting(adopting.superseded).count
        adoption.superseded = adopting.superseded.count
        adoption.disarmed = adopting.disarmed.count
        adoption.doubtful = try doubtful(
            adopting.created.union(adopting.changed).subtracting(adopting.superseded))
        try note(
            .planAdopted, LedgerSubject(plan: plan),
            [
                ("sha256", .string(source.sha256)), ("new", .int(adoption.new)), ("changed", .int(adoption.changed)),
                ("kept", .int(adoption.kept)), ("superseded", .int(adoption.superseded)),
                ("disarmed", .int(adoption.disarmed)),
            ])
        return try summary(adoption)
    }

    private func wasImported(_ source: SourceDigest, as plan: PlanID) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM import WHERE plan_id = ? AND sha256 = ?)",
            arguments: [plan, source.sha256]) ?? false
    }

    private func add(_ draft: PlanDraft, as name: String) throws -> PlanID {
        guard PlanName.isValid(name) else {
            throw RegisterError.wrongState(
                sentence:
                    "\(name) cannot be the name of a plan: expected small letters, digits and hyphens, as in remand-2024"
            )
        }
        return PlanID(
            try insert(
                "INSERT INTO plan (name, title, published, adopted_at) VALUES (?, ?, ?, ?)",
                [name, draft.title, draft.published, at]))
    }

    private func doubtful(_ targets: Set<TargetID>) throws -> Int {
        try targets.filter { target in
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM worklist WHERE target_id = ? AND settled_at IS NULL)"),
                arguments: [target]) ?? false
        }.count
    }

    /// With what stands now: what waits, who is unresolved, and the worklist.
    private func summary(_ adoption: Adoption) throws -> Adoption {
        var adoption = adoption
        adoption.waiting =
            try Int.fetchOne(
                db,
                sql: "SELECT count(*) FROM target WHERE plan_id = ? AND armed_at IS NULL AND \(Store.isChased)",
                arguments: [adoption.plan]) ?? 0
        adoption.unresolvedOwners = try String.fetchAll(
            db,
            sql: """
                SELECT post FROM owner WHERE EXISTS (SELECT 1 FROM target_owner JOIN target ON target.id = target_id
                    WHERE owner_id = owner.id AND plan_id = ? AND status <> 'superseded')
                AND NOT EXISTS (SELECT 1 FROM standing WHERE owner_id = owner.id AND role = 'holder') ORDER BY post
                """, arguments: [adoption.plan])
        adoption.worklist = try WorklistRow.fetch(db, where: "worklist.plan_id = ?", [adoption.plan])
        return adoption
    }
}

/// The short name of a plan, which every reference begins with.
public enum PlanName {
    /// 1 to 40 small letters, digits and single hyphens between them.
    public static func isValid(_ name: String) -> Bool {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        return name.utf8.count <= 40
            && words.allSatisfy { word in
                !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
            }
    }
}
