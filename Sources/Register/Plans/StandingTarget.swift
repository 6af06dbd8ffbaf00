// A target as it stands before an edition is adopted, as far as matching and comparing need it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct StandingTarget {
    let id: TargetID
    let reference: String
    /// As it was printed last, whatever an owner said or a person decided since.
    let phrase: String
    let printed: Reading?
    /// The date in force, and its number.
    let chased: Reading?
    let revision: Int
    let status: Status
    let owners: [OwnerID: String]
    /// The owners as printed, whatever a person decided since.
    let printedOwners: Set<OwnerID>
    /// The steps that it belongs to for certain.
    let actions: [String]
    /// The steps that it may belong to.
    let possibleActions: [String]
    let isArmed: Bool
    let decisions: [StandingDecision]

    /// The targets of a recommendation that no edition has superseded, in the order of their statements.
    static func fetch(_ db: Database, recommendation: Int64) throws -> [StandingTarget] {
        try fetch(db, where: "recommendation_id = ? AND status <> 'superseded'", recommendation)
    }

    /// Whatever its status.
    static func fetch(_ db: Database, _ id: TargetID) throws -> StandingTarget {
        guard let target = try fetch(db, where: "target.id = ?", id.value).first else {
            throw RegisterError.noSuchRow(what: "target \(id)")
        }
        return target
    }

    private static func fetch(
        _ db: Database, where condition: String, _ argument: Int64
    ) throws -> [StandingTarget] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT target.*, date_revision.*, (SELECT max(number) FROM date_revision
                        WHERE target_id = target.id AND cause <> 'extended') AS printed
                    FROM target JOIN date_revision ON target_id = target.id AND number = revision
                    WHERE \(condition) ORDER BY statement
                    """), arguments: [argument]
        ).map { row in
            let id: TargetID = row["target_id"]
            let owners = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT owner_id, tie FROM target_owner WHERE target_id = ?"), arguments: [id])
            let printed = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM date_revision WHERE target_id = ? AND number = ?"),
                arguments: [id, row["printed"] as Int])
            let decisions = try StandingDecision.fetch(db, target: id)
            let corrected = decisions.first { $0.id == printed?["decision_id"] }?.printed
            let present = Set(owners.map { $0["owner_id"] as OwnerID })
            let decided = try decisions.first { try $0.owners(db) == present }
            let actions = try Row.fetchAll(
                db.cachedStatement(sql: "SELECT text, pairing FROM action WHERE target_id = ? ORDER BY position"),
                arguments: [id])
            return StandingTarget(
                id: id, reference: row["reference"], phrase: corrected ?? printed?["phrase"] ?? row["phrase"],
                printed: printed.flatMap { Reading(row: $0) }, chased: Reading(row: row), revision: row["revision"],
                status: row["status"],
                owners: Dictionary(uniqueKeysWithValues: owners.map { ($0["owner_id"], $0["tie"]) }),
                printedOwners: try decided.map { try Self.owners(db, printed: $0.printed) } ?? present,
                actions: actions.filter { $0["pairing"] == "certain" }.map { $0["text"] },
                possibleActions: actions.map { $0["text"] },
                isArmed: (row["armed_at"] as Instant?) != nil, decisions: decisions)
        }
    }

    private static func owners(_ db: Database, printed: String?) throws -> Set<OwnerID> {
        Set(try (printed ?? "").split(separator: "\n").compactMap { try Finding(db).owner(String($0)) })
    }

    /// Whether a statement prints nothing new: the date that was printed last, or the one that is in force by now.
    func hasSameDate(as statement: PrintedTarget) -> Bool {
        guard let date = statement.chased else {
            return printed == nil && PrintedTarget.normalised(phrase) == PrintedTarget.normalised(statement.phrase)
        }
        return [printed, chased].contains { $0?.isSameDate(as: date) == true }
    }
}

extension Reading {
    /// Whether both give the same day, in whatever words.
    func isSameDate(as other: Reading) -> Bool {
        guard kind == other.kind, from == other.from, due == other.due else { return false }
        return recurrence == other.recurrence
    }
}

extension Reading {
    /// Whether it names a day of its own that something is due on or starts.
    var givesDay: Bool {
        switch kind {
        case .due, .range, .relative: due != nil
        case .starts: from != nil
        case .completed, .ongoing, .recurring, .none, .unclear: false
        }
    }
}
