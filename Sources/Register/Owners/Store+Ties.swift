// Targets whose owners no word ties to them for certain. Nobody but the administrator is told of them until a person says
// whose they are; a likely tie only has to be released.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// One target that waits for a person to say whose it is.
public struct LooseTie: Hashable, Sendable {
    public let reference: String
    public let phrase: String
    public let due: CivilDate?
    /// The posts that a step names which may mean this target; empty where nothing points at anybody.
    public let likely: [String]
    /// The other posts that the recommendation names.
    public let others: [String]
    public let isArmed: Bool
}

extension Store {
    /// The chased targets of a plan with owners of whom none is certain, in the order of the document. Throws
    /// `noSuchPlan`.
    public func looseTies(plan name: String) throws -> [LooseTie] {
        try read { db in
            let plan = try Finding(db).plan(name)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT target.id, reference, phrase, due, armed_at FROM target
                    JOIN recommendation ON recommendation.id = recommendation_id
                    JOIN date_revision ON target_id = target.id AND date_revision.number = target.revision
                    WHERE target.plan_id = ? AND \(Self.isChased)
                    AND EXISTS (SELECT 1 FROM target_owner WHERE target_id = target.id)
                    AND NOT EXISTS (SELECT 1 FROM target_owner WHERE target_id = target.id AND tie = 'certain')
                    ORDER BY position, statement
                    """, arguments: [plan]
            ).map { row in
                let owners = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT post, tie FROM target_owner JOIN owner ON owner.id = owner_id WHERE target_id = ?
                        ORDER BY target_owner.position
                        """, arguments: [row["id"] as TargetID])
                return LooseTie(
                    reference: row["reference"], phrase: row["phrase"], due: row["due"],
                    likely: owners.filter { $0["tie"] == "likely" }.map { $0["post"] },
                    others: owners.filter { $0["tie"] != "likely" }.map { $0["post"] },
                    isArmed: (row["armed_at"] as Instant?) != nil)
            }
        }
    }
}
