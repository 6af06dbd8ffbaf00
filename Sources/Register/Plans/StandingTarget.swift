// A target as it stands before an edition is adopted, as far as matching and comparing need it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct StandingTarget {
    let id: TargetID
    let reference: String
    let phrase: String
    let revision: Int
    let chased: Reading?
    let status: Status
    let owners: [OwnerID: String]
    let actions: [String]
    let isArmed: Bool

    /// The targets of a recommendation that no edition has superseded, in the order of their statements.
    static func fetch(_ db: Database, recommendation: Int64) throws -> [StandingTarget] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT target.*, date_revision.* FROM target
                JOIN date_revision ON target_id = target.id AND number = revision
                WHERE recommendation_id = ? AND status <> 'superseded' ORDER BY statement
                """, arguments: [recommendation]
        ).map { row in
            let id: TargetID = row["target_id"]
            let owners = try Row.fetchAll(
                db, sql: "SELECT owner_id, tie FROM target_owner WHERE target_id = ?", arguments: [id])
            return StandingTarget(
                id: id, reference: row["reference"], phrase: row["phrase"], revision: row["revision"],
                chased: Reading(row: row), status: row["status"],
                owners: Dictionary(uniqueKeysWithValues: owners.map { ($0["owner_id"], $0["tie"]) }),
                actions: try String.fetchAll(
                    db, sql: "SELECT text FROM action WHERE target_id = ? AND pairing = 'certain' ORDER BY position",
                    arguments: [id]),
                isArmed: (row["armed_at"] as Instant?) != nil)
        }
    }

    /// Whether a statement prints the date that is in force, in whatever words.
    func hasSameDate(as printed: PrintedTarget) -> Bool {
        guard let chased, let other = printed.chased else {
            return chased == nil && printed.chased == nil
                && PrintedTarget.normalised(phrase) == PrintedTarget.normalised(printed.phrase)
        }
        return chased.kind == other.kind && chased.from == other.from && chased.due == other.due
            && chased.recurrence == other.recurrence
    }
}
