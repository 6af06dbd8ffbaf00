// A rung above the deputy is put before an administrator: written down once, in the transaction of its check.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// Writes a proposal down, if it is new.
    func propose(_ proposal: Proposal, for decision: CheckDecision) throws {
        let row = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT plan_id, revision FROM target WHERE id = ?"), arguments: [decision.target])
        guard let row else { return }
        let isNews =
            try change(
                """
                INSERT INTO proposal (target_id, revision, mode, stage, owner_id, role, occurrence, opens_on,
                    needs_release, proposed_at, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed') ON CONFLICT DO NOTHING
                """,
                [
                    decision.target, row["revision"] as Int, proposal.mode, proposal.stage, proposal.owner,
                    proposal.role, proposal.occurrence, proposal.opensOn, proposal.needsRelease, at,
                ]) == 1
        guard isNews else { return }
        try note(
            .rungProposed, LedgerSubject(plan: row["plan_id"], target: decision.target, owner: proposal.owner),
            [
                ("revision", .int(row["revision"])), ("stage", .string(proposal.stage)),
                ("role", .string(proposal.role.rawValue)), ("mode", .string(proposal.mode.rawValue)),
                ("opens_on", .string(proposal.opensOn.description)),
            ])
    }
}
