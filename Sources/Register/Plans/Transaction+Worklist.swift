// Opening and settling rows of the worklist.

import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// Opens a row, unless the same one is open, or a person settled what the document still says.
    func doubt(
        _ kind: DoubtKind, plan: PlanID?, target: TargetID?, text: String, line: Int?, like: TargetID? = nil,
        owners: (OwnerID, OwnerID)? = nil
    ) throws {
        if kind.isOfDocument, try isDecided(kind, plan: plan, target: target, text: text) { return }
        try execute(
            """
            INSERT INTO worklist (kind, plan_id, target_id, text, line, opened_at, like_target_id, owner_id,
                like_owner_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, [kind, plan, target, text, line, at, like, owners?.0, owners?.1])
    }

    private func isDecided(_ kind: DoubtKind, plan: PlanID?, target: TargetID?, text: String) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM worklist WHERE decision_id IS NOT NULL AND plan_id IS ? AND kind = ?
                        AND target_id IS ? AND text = ?)
                    """), arguments: [plan, kind, target, text]) ?? false
    }

    /// Settles the open rows of a target, of all kinds or of one.
    func settleDoubts(of target: TargetID, kind: WorklistRow.Kind? = nil, because: String) throws {
        try execute(
            """
            UPDATE worklist SET settled_at = ?, settled_because = ?
            WHERE target_id = ? AND settled_at IS NULL AND (? IS NULL OR kind = ?)
            """, [at, because, target, kind, kind])
    }

    /// Every target that a person stands for, in any role.
    func touchTargets(ofPerson person: PersonID) throws {
        let targets = try TargetID.fetchAll(
            db,
            sql: """
                SELECT DISTINCT target_id FROM target_owner JOIN standing USING (owner_id)
                WHERE standing.person_id = ? ORDER BY target_id
                """, arguments: [person])
        for target in targets { try touch(target) }
    }
}

extension DoubtKind {
    /// Whether it comes from what is printed, so that the same print raises it no second time.
    var isOfDocument: Bool {
        switch self {
        case .notMine, .contradiction, .unreadable, .deliveryRefused, .deliverySetAside: false
        default: true
        }
    }
}
