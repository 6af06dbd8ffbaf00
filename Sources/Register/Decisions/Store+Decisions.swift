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

    /// Every decision in the order in which it was recorded, of one plan where it is given.
    public func decisions(plan: String? = nil) throws -> [Decision] {
        try read { db in
            let id = try plan.map { try Finding(db).plan($0) }
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT decision.*, name, reference FROM decision JOIN plan ON plan.id = decision.plan_id
                    LEFT JOIN target ON target.id = target_id
                    WHERE ? IS NULL OR decision.plan_id = ? ORDER BY decision.id
                    """, arguments: [id, id]
            ).compactMap { row in
                guard let kind = DecisionKind(name: row["kind"], column: row["value"]) else { return nil }
                let doubt: String? = row["doubt"]
                return Decision(
                    plan: row["name"], reference: row["reference"], doubt: doubt.map(DoubtName.text), kind: kind,
                    by: row["decided_by"], because: row["because"])
            }
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
