// Holds: placed, ended and listed. What a hold means for a reminder is decided by the core.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Places a hold. The same one again changes nothing, and `isNew` is false. Several may stand on one subject; the
    /// latest end counts.
    ///
    /// - Parameter today: no hold ends before it.
    /// - Throws: `noSuchPlan`, `noSuchTarget`, `noSuchRow`; `wrongState` where it would end in the past, or nothing is
    ///   chased there: a closed plan, a target that is no longer open.
    public func placeHold(
        _ entry: HoldEntry, on today: CivilDate, by author: Author, at now: Instant
    ) throws -> (hold: HoldRecord, isNew: Bool) {
        try write(at: now, by: author) { try $0.placeHold(entry, on: today) }
    }

    /// Ends a hold before its day; what was held is looked at again at once. Throws `noSuchRow` where none of this
    /// number stands.
    ///
    /// - Parameter leavingFrom: mail that waited behind a hold on its channel leaves no earlier.
    @discardableResult
    public func endHold(
        _ id: HoldID, because: String, on today: CivilDate, leavingFrom: Instant, by author: Author, at now: Instant
    ) throws -> HoldRecord {
        try write(at: now, by: author) {
            try $0.endHold(id, because: because, on: today, leavingFrom: leavingFrom)
        }
    }

    /// The holds that stand on a day, the first to end first.
    public func holds(on day: CivilDate) throws -> [HoldRecord] {
        try read { db in try HoldRecord.fetch(db, on: day, where: "1", []) }
    }

    /// The holds of one subject that stand on a day. Throws as `placeHold` does where there is no such subject.
    public func holds(of subject: HoldSubject, on day: CivilDate) throws -> [HoldRecord] {
        try read { db in
            let rows = try HoldRows(subject, Finding(db))
            return try HoldRecord.fetch(db, on: day, where: HoldRows.areSame, rows.arguments)
        }
    }

    /// The last day of each channel that is held on a day or later.
    public func heldChannels(on day: CivilDate) throws -> [Channel: CivilDate] {
        try read { db in
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT channel, max(until_day) AS until_day FROM hold
                        WHERE ended_at IS NULL AND until_day >= ? AND channel IS NOT NULL GROUP BY channel
                        """), arguments: [day])
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["channel"], $0["until_day"]) })
        }
    }
}

/// The rows that a subject names; one of them is set.
struct HoldRows {
    var plan: PlanID?
    var target: TargetID?
    var owner: OwnerID?
    var channel: Channel?

    init(_ subject: HoldSubject, _ finding: Finding) throws {
        switch subject {
        case .plan(let name): plan = try finding.plan(name)
        case .target(let reference): target = try finding.chased(reference)
        case .owner(let post):
            guard let id = try finding.owner(post) else {
                throw RegisterError.noSuchRow(what: "owner \(post); `duewatch owners` lists them")
            }
            owner = id
        case .channel(let channel): self.channel = channel
        }
    }

    var arguments: StatementArguments { [plan, target, owner, channel] }

    /// The condition on a hold, to go with `arguments`.
    static let areSame = "hold.plan_id IS ? AND hold.target_id IS ? AND hold.owner_id IS ? AND hold.channel IS ?"
}

extension HoldRecord {
    static func fetch(
        _ db: Database, on day: CivilDate, where condition: String, _ arguments: StatementArguments
    ) throws -> [HoldRecord] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT hold.*, plan.name, reference, post,
                    (SELECT count(*) FROM target WHERE (plan_id = hold.plan_id OR id = hold.target_id
                        OR id IN (SELECT target_id FROM target_owner WHERE owner_id = hold.owner_id))
                        AND \(Store.isChased)) AS targets,
                    EXISTS (SELECT 1 FROM hold AS other WHERE other.ended_at IS NULL
                        AND other.plan_id IS hold.plan_id AND other.target_id IS hold.target_id
                        AND other.owner_id IS hold.owner_id AND other.channel IS hold.channel
                        AND other.until_day > hold.until_day) AS is_outlasted
                FROM hold
                LEFT JOIN target AS held ON held.id = hold.target_id
                LEFT JOIN plan ON plan.id = ifnull(hold.plan_id, held.plan_id)
                LEFT JOIN owner ON owner.id = hold.owner_id
                WHERE ended_at IS NULL AND until_day >= ? AND \(condition) ORDER BY until_day, hold.id
                """, arguments: [day] + arguments
        ).map(HoldRecord.init(row:))
    }

    init(row: Row) {
        let plan: String? = row["name"]
        let reference: String? = row["reference"]
        let post: String? = row["post"]
        let channel: Channel? = row["channel"]
        let subject: HoldSubject =
            if let channel {
                .channel(channel)
            } else if let reference {
                .target(reference)
            } else if let post {
                .owner(post)
            } else {
                .plan(plan ?? "")
            }
        self.init(
            id: row["id"], subject: subject, plan: plan, until: row["until_day"], because: row["because"],
            by: row["by"], recordedAt: row["recorded_at"], recordedBy: row["recorded_by"], targets: row["targets"],
            isOutlasted: row["is_outlasted"])
    }
}
