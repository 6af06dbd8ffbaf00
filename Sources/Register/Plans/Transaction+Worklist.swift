// Opening and settling rows of the worklist.

import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// Opens a row, unless the same one is open.
    func doubt(_ kind: WorklistRow.Kind, plan: PlanID?, target: TargetID?, text: String, line: Int?) throws {
        try execute(
            """
            INSERT INTO worklist (kind, plan_id, target_id, text, line, opened_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """, [kind, plan, target, text, line, at])
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
