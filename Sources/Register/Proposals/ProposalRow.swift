// A rung above the deputy as an administrator sees it.

import CivilTime
import GRDB
import Reminders

public struct ProposalRow: Hashable, Sendable {
    public let id: Int64
    public let target: TargetID
    public let reference: String
    public let plan: PlanID
    public let owner: OwnerID
    /// The post that has not answered, as printed.
    public let post: String
    public let stage: String
    public let role: Role
    /// Who stands in the role; nil for nobody.
    public let person: String?
    public let opensOn: CivilDate
    public let proposedAt: Instant

    /// Those that can still be told: of the target's date in force and the mode of the last start, where the owner has
    /// not answered with done or not mine since. Oldest first.
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [ProposalRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT proposal.*, reference, plan_id, post,
                    (SELECT name FROM standing JOIN person ON person.id = person_id
                        WHERE standing.owner_id = proposal.owner_id AND standing.role = proposal.role LIMIT 1) AS person
                FROM proposal JOIN target ON target.id = target_id AND target.revision = proposal.revision
                JOIN owner ON owner.id = owner_id
                WHERE status IN ('open', 'ongoing') AND armed_at IS NOT NULL
                AND mode = (SELECT ifnull(mode_last, proposal.mode) FROM register)
                AND NOT EXISTS (SELECT 1 FROM reminder WHERE reminder.target_id = proposal.target_id
                    AND reminder.revision = proposal.revision AND reminder.mode = proposal.mode
                    AND reminder.stage = proposal.stage AND reminder.owner_id = proposal.owner_id
                    AND reminder.occurrence IS proposal.occurrence AND reminder.because IS NULL)
                AND ifnull((SELECT kind FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE answer_target.target_id = proposal.target_id AND answer_target.owner_id = proposal.owner_id
                    AND undone_at IS NULL AND kind <> 'note' ORDER BY answer.id DESC LIMIT 1), '')
                    NOT IN ('done', 'not-mine')
                AND (\(condition)) ORDER BY proposal.id
                """, arguments: arguments
        ).map {
            ProposalRow(
                id: $0["id"], target: $0["target_id"], reference: $0["reference"], plan: $0["plan_id"],
                owner: $0["owner_id"], post: $0["post"], stage: $0["stage"], role: $0["role"], person: $0["person"],
                opensOn: $0["opens_on"], proposedAt: $0["proposed_at"])
        }
    }
}
