// Words that an administrator gives to targets. Each change is in the ledger, and makes the target due for a check, since
// a rule may choose another schedule by it.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Adds and removes words of all of these targets or of none; the words that each has afterwards, in the order given.
    /// Throws `noSuchTarget`.
    public func label(
        _ references: [String], adding added: [String], removing removed: [String], by author: Author, at now: Instant
    ) throws -> [(reference: String, labels: [String])] {
        try write(at: now, by: author) { writing in
            try references.map { reference in
                let target = try Finding(writing.db).target(reference)
                try writing.label(target, adding: added, removing: removed)
                let labels = try String.fetchAll(
                    writing.db, sql: "SELECT word FROM label WHERE target_id = ? ORDER BY word", arguments: [target])
                return (reference, labels)
            }
        }
    }
}

extension Transaction {
    fileprivate func label(_ target: TargetID, adding added: [String], removing removed: [String]) throws {
        let plan = try PlanID.fetchOne(db, sql: "SELECT plan_id FROM target WHERE id = ?", arguments: [target])
        let subject = LedgerSubject(plan: plan, target: target)
        var isChanged = false
        for word in added
        where try change("INSERT INTO label (target_id, word) VALUES (?, ?) ON CONFLICT DO NOTHING", [target, word])
            == 1
        {
            try note(.labelAdded, subject, [("label", .string(word))])
            isChanged = true
        }
        for word in removed
        where try change("DELETE FROM label WHERE target_id = ? AND word = ?", [target, word]) == 1 {
            try note(.labelRemoved, subject, [("label", .string(word))])
            isChanged = true
        }
        if isChanged { try touch(target) }
    }
}
