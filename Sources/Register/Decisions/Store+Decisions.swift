// What people decided about doubts: shown first, recorded all or none, taken to another register.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// What the decisions and entries would do, worked out on a copy in memory; nothing is written.
    public func previewDecisions(
        _ decisions: [Decision], owners entries: [OwnerEntry] = [], by author: Author, at now: Instant
    ) throws -> DecisionsEffect {
        try snapshot().decide(decisions, owners: entries, by: author, at: now)
    }

    /// Records decisions and makes the register say what the entries say: all of it or, where one throws, nothing.
    /// Throws `noSuchTarget`, `noSuchRow`, `wrongState`.
    @discardableResult
    public func decide(
        _ decisions: [Decision], owners entries: [OwnerEntry] = [], by author: Author, at now: Instant
    ) throws -> DecisionsEffect {
        try write(at: now, by: author) { writing in
            let effects = try writing.decide(decisions)
            return DecisionsEffect(decisions: effects, owners: try writing.adoptOwners(entries))
        }
    }

    /// What taking a decision back would do, worked out on a copy in memory; nothing is written.
    public func previewUndoing(
        _ number: Int64, by person: String, because: String, author: Author, at now: Instant
    ) throws -> DecisionEffect {
        try snapshot().undo(number, by: person, because: because, author: author, at: now)
    }

    /// Takes a decision back: what it put aside stands again, and so do the doubts that it settled. Throws `noSuchRow`
    /// for a number that no decision has, `wrongState` where something came after it.
    @discardableResult
    public func undo(
        _ number: Int64, by person: String, because: String, author: Author, at now: Instant
    ) throws -> DecisionEffect {
        try write(at: now, by: author) { try $0.undo(number, by: person, because: because) }
    }

    /// Every decision that stands, in the order in which it was recorded, of one plan where it is given.
    public func decisions(plan: String? = nil) throws -> [Decision] {
        try recordedDecisions(plan: plan).filter { $0.undone == nil }.map(\.decision)
    }

    /// Every decision that was ever recorded, those that were taken back included.
    public func recordedDecisions(plan: String? = nil) throws -> [RecordedDecision] {
        try read { db in
            let id = try plan.map { try Finding(db).plan($0) }
            return try RecordedDecision.fetch(db, where: "? IS NULL OR decision.plan_id = ?", [id, id])
        }
    }
}

extension RecordedDecision {
    static func fetch(
        _ db: Database, where condition: String, _ arguments: StatementArguments
    ) throws -> [RecordedDecision] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT decision.*, name, reference FROM decision JOIN plan ON plan.id = decision.plan_id
                LEFT JOIN target ON target.id = target_id WHERE \(condition) ORDER BY decision.id
                """, arguments: arguments
        ).compactMap { row in
            guard let kind = DecisionKind(name: row["kind"], column: row["value"]) else { return nil }
            let doubt: String? = row["doubt"]
            let undoneAt: Instant? = row["undone_at"]
            return RecordedDecision(
                number: row["id"],
                decision: Decision(
                    plan: row["name"], reference: row["reference"], doubt: doubt.map(DoubtName.text), kind: kind,
                    by: row["decided_by"], because: row["because"]),
                recordedAt: row["recorded_at"], recordedBy: row["recorded_by"],
                undone: undoneAt.map { Undone(at: $0, by: row["undone_by"], because: row["undone_because"]) })
        }
    }
}

/// What several decisions and entries of owners do together.
public struct DecisionsEffect: Hashable, Sendable {
    public let decisions: [DecisionEffect]
    public let owners: OwnersDifference

    /// Whether the register says all of it already.
    public var isEmpty: Bool { decisions.allSatisfy(\.isKnown) && owners.isEmpty }
}
