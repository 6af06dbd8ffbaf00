// The facts that schedules and their rules ask for: labels, proposals, who moved a date, what was heard.

import CivilTime
import GRDB
import Reminders

extension FactsReader {
    func labels(of target: TargetID) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT word FROM label WHERE target_id = ? ORDER BY word"), arguments: [target])
    }

    func proposals(of target: TargetID, revision: Int) throws -> [ProposalFacts] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM proposal WHERE target_id = ? AND revision = ? AND mode = ? ORDER BY id"),
            arguments: [target, revision, mode]
        ).map { row in
            let state: ProposalState =
                switch row["state"] as String {
                case "released": .released
                case "stopped": .stopped(because: row["because"])
                default: .proposed
                }
            return ProposalFacts(
                owner: row["owner_id"], stage: row["stage"], occurrence: row["occurrence"], state: state)
        }
    }

    /// The owners who asked for the date in force; empty where no answer made it, or it was no extension.
    func extendedBy(_ target: TargetID, _ answer: AnswerID?) throws -> [OwnerID] {
        guard let answer else { return [] }
        return try OwnerID.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT owner_id FROM answer_target JOIN date_revision
                        ON date_revision.target_id = answer_target.target_id
                        AND date_revision.answer_id = answer_target.answer_id
                    WHERE answer_target.target_id = ? AND answer_target.answer_id = ? AND is_extension
                    AND owner_id IS NOT NULL ORDER BY answer_target.id
                    """), arguments: [target, answer])
    }

    /// When anything was last heard of an owner on a target, and the last coming round that it said was done.
    func heard(of owner: OwnerID, on target: TargetID) throws -> (at: Instant?, doneThrough: CivilDate?) {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT max(recorded_at) AS at, max(occurrence) AS done_through
                    FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE target_id = ? AND owner_id = ? AND undone_at IS NULL
                    """), arguments: [target, owner])
        return (row?["at"], row?["done_through"])
    }

    func spellings(of owner: OwnerID) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(sql: "SELECT spelling FROM owner_alias WHERE owner_id = ? ORDER BY spelling"),
            arguments: [owner])
    }
}
