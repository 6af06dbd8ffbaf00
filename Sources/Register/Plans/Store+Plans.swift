// Adopting, arming and disarming plans.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// Takes a draft into the register under a short name. Both of its editions are adopted, the older first; what is
    /// new, changed or doubtful waits for `arm`. The same file again changes nothing.
    /// `progress` is told after each recommendation how many are done.
    public func adopt(
        _ draft: PlanDraft, as name: String, source: SourceDigest, by author: Author, at now: Instant,
        progress: (Int) -> Void = { _ in }
    ) throws -> Adoption {
        try write(at: now, by: author) { try $0.adopt(draft, as: name, source: source, progress: progress) }
    }

    /// What adopting would do and change, worked out on a copy in memory; nothing is written.
    public func compare(
        _ draft: PlanDraft, as name: String, source: SourceDigest, by author: Author, at now: Instant,
        progress: (Int) -> Void = { _ in }
    ) throws -> Adoption {
        try snapshot().adopt(draft, as: name, source: source, by: author, at: now, progress: progress)
    }

    /// The plans by name.
    public func plans() throws -> [PlanSummary] {
        try read { db in try Self.plans(db, where: "1 ORDER BY name", []) }
    }

    /// The numbers of the plans' rows by name.
    public func planNumbers() throws -> [String: PlanID] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT name, id FROM plan")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["name"], $0["id"]) })
        }
    }

    /// Throws `noSuchPlan`.
    public func plan(named name: String) throws -> PlanSummary {
        try read { db in
            let id = try Finding(db).plan(name)
            guard let plan = try Self.plans(db, where: "plan.id = ?", [id]).first else {
                throw RegisterError.noSuchPlan(name: name, didYouMean: nil)
            }
            return plan
        }
    }

    /// Arms every target of the plan that waits for it and can be chased; each is due for a check at once. What the
    /// administrator saw and agreed to is kept for the brake. Returns how many.
    public func arm(_ plan: String, approved: Approval, by author: Author, at now: Instant) throws -> Int {
        try write(at: now, by: author) { try $0.arm(try Finding($0.db).plan(plan), approved: approved) }
    }

    /// Disarms every target of the plan: nothing more is recorded for it, and what waits is dropped. Returns how many.
    public func disarm(_ plan: String, because: String, by author: Author, at now: Instant) throws -> Int {
        try write(at: now, by: author) { try $0.disarm(try Finding($0.db).plan(plan), because: because) }
    }

    static func plans(_ db: Database, where condition: String, _ arguments: StatementArguments) throws -> [PlanSummary]
    {
        try Row.fetchAll(
            db,
            sql: """
                SELECT plan.*,
                    (SELECT count(*) FROM recommendation WHERE plan_id = plan.id) AS recommendations,
                    (SELECT group_concat(code, ' ') FROM (SELECT code FROM edition WHERE plan_id = plan.id ORDER BY id))
                        AS editions,
                    (SELECT count(*) FROM worklist WHERE plan_id = plan.id AND settled_at IS NULL) AS doubts
                FROM plan WHERE \(condition)
                """, arguments: arguments
        ).map { row in
            let editions: String? = row["editions"]
            let counts = try counts(db, of: row["id"])
            return PlanSummary(
                id: row["id"], name: row["name"], title: row["title"], published: row["published"],
                editions: editions?.split(separator: " ").map(String.init) ?? [],
                recommendations: row["recommendations"], targets: counts["targets"], chased: counts["chased"],
                armed: counts["armed"], waiting: counts["waiting"], waitingSince: counts["oldest"],
                doubts: row["doubts"], armedAt: row["armed_at"], closed: PlanClosure(row: row))
        }
    }

    /// All that is counted of a plan's targets, going through them once. The limit bounds nothing: without it SQLite would
    /// ask anew at each mention whether a target is chased.
    private static func counts(_ db: Database, of plan: PlanID) throws -> Row {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FILTER (WHERE status <> 'superseded') AS targets,
                        count(*) FILTER (WHERE is_chased) AS chased,
                        count(*) FILTER (WHERE is_chased AND armed_at IS NOT NULL) AS armed,
                        count(*) FILTER (WHERE is_chased AND armed_at IS NULL) AS waiting,
                        min(waiting_since) FILTER (WHERE is_chased AND armed_at IS NULL) AS oldest
                    FROM (SELECT status, armed_at, waiting_since, \(isChased) AS is_chased FROM target
                        WHERE plan_id = ? LIMIT -1)
                    """), arguments: [plan])
        guard let row else { throw RegisterError.noSuchRow(what: "counts of plan \(plan)") }
        return row
    }

    /// The condition on a target that reminders may come for, once it is armed: it has a date that is chased, or was agreed
    /// to without one. Never one of a closed plan.
    static let isChased = """
        (status IN ('open', 'ongoing') AND (
            EXISTS (SELECT 1 FROM date_revision
                WHERE target_id = target.id AND number = target.revision AND kind IS NOT NULL)
            OR (status = 'open' AND same_as IS NULL AND EXISTS (SELECT 1 FROM date_revision
                WHERE target_id = target.id AND number = target.revision AND decision_id IS NULL)
                AND (SELECT response FROM recommendation WHERE id = recommendation_id)
                IN ('accepted', 'partially_accepted', 'agreed', 'partly_agreed'))))
        AND NOT EXISTS (SELECT 1 FROM plan WHERE id = target.plan_id AND closed_at IS NOT NULL)
        """
}
