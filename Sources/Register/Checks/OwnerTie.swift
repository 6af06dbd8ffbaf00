// The ties of targets to their owners, as the document and people made them.

import GRDB
import Reminders

/// The tie of one target to one of its owners.
struct OwnerTie {
    let target: TargetID
    let owner: OwnerID
    let isCertain: Bool

    /// In the order of the targets, and for each as printed.
    static func all(_ db: Database, _ range: TargetRange) throws -> [OwnerTie] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT target_id, owner_id, tie = 'certain' FROM target_owner
                    WHERE \(range.condition(on: "target_id")) ORDER BY target_id, position
                    """), arguments: range.arguments)
        var ties: [OwnerTie] = []
        while let row = try rows.next() {
            ties.append(OwnerTie(target: row[0], owner: row[1], isCertain: row[2]))
        }
        return ties
    }
}
