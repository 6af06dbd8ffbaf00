// What the lists and pages of the command line show of targets.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// Targets in the order of their plans, recommendations and statements.
    public func targets(_ filter: TargetFilter = TargetFilter()) throws -> [TargetSummary] {
        try read { db in
            let plan = try filter.plan.map { try Finding(db).plan($0) }
            var owner: OwnerID?
            if let post = filter.owner {
                guard let known = try Finding(db).owner(post) else {
                    throw RegisterError.noSuchRow(what: "owner \(post); `duewatch owners` lists them")
                }
                owner = known
            }
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT target.*, date_revision.phrase, date_revision.kind, from_day, due
                    FROM target JOIN recommendation ON recommendation.id = recommendation_id
                    JOIN date_revision ON target_id = target.id AND date_revision.number = target.revision
                    WHERE (? IS NULL OR target.plan_id = ?) AND ifnull(status = ?, status <> 'superseded')
                    AND (? IS NULL OR due < ?) AND (? OR (armed_at IS NULL AND \(Self.isChased)))
                    AND (? IS NULL OR EXISTS (SELECT 1 FROM target_owner
                        WHERE target_id = target.id AND owner_id = ?))
                    ORDER BY target.plan_id, position, statement LIMIT ?
                    """,
                arguments: [
                    plan, plan, filter.status, filter.dueBefore, filter.dueBefore, !filter.waitingOnly, owner, owner,
                    filter.limit,
                ])
            return try rows.map { try TargetSummary(row: $0, db) }
        }
    }

    /// Everything known of one target; throws `noSuchTarget`.
    public func target(
        _ reference: String, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> TargetDetail {
        let facts = try facts(reference: reference, mode: mode, today: today)
        return try read { db in try TargetDetailReader(db, target: facts.id).detail(facts) }
    }

    /// The open rows of the worklist, of one plan where it is given, in the order of the document.
    public func worklist(plan: String? = nil) throws -> [WorklistRow] {
        try read { db in
            let id = try plan.map { try Finding(db).plan($0) }
            return try WorklistRow.fetch(db, where: "? IS NULL OR worklist.plan_id = ?", [id, id])
        }
    }
}

extension TargetSummary {
    init(row: Row, _ db: Database) throws {
        let id: TargetID = row["id"]
        let owners = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT post FROM target_owner JOIN owner ON owner.id = owner_id WHERE target_id = ?
                    ORDER BY target_owner.position
                    """), arguments: [id])
        self.init(
            id: id, reference: row["reference"], phrase: row["phrase"], kind: row["kind"], from: row["from_day"],
            due: row["due"], status: row["status"], owners: owners, revision: row["revision"],
            armedAt: row["armed_at"], nextCheck: row["next_check"])
    }
}

extension WorklistRow {
    static func fetch(_ db: Database, where condition: String, _ arguments: StatementArguments) throws -> [WorklistRow]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT worklist.*, plan.name AS plan_name, target.reference, other.reference AS like_reference,
                    owner.post AS post, like_owner.post AS like_post
                FROM worklist
                LEFT JOIN plan ON plan.id = worklist.plan_id LEFT JOIN target ON target.id = target_id
                LEFT JOIN target AS other ON other.id = like_target_id
                LEFT JOIN owner ON owner.id = worklist.owner_id
                LEFT JOIN owner AS like_owner ON like_owner.id = like_owner_id
                WHERE settled_at IS NULL AND (\(condition))
                ORDER BY worklist.plan_id, ifnull(worklist.line, 1 << 30), worklist.id
                """, arguments: arguments
        ).map {
            WorklistRow(
                id: $0["id"], kind: $0["kind"], plan: $0["plan_id"], planName: $0["plan_name"],
                reference: $0["reference"], text: $0["text"], line: $0["line"], openedAt: $0["opened_at"],
                like: $0["like_reference"],
                posts: [$0["post"] as String?, $0["like_post"] as String?].compactMap(\.self))
        }
    }
}
