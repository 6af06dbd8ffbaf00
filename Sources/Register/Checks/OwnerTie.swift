// The ties of targets to their owners, as the document and people made them.

import GRDB
import Reminders

/// The tie of one target to one of its owners.
struct OwnerTie {
    let owner: OwnerID
    let isCertain: Bool

    /// As printed.
    static func all(_ db: Database, _ range: TargetRange) throws -> ByTarget<OwnerTie> {
        try ByTarget(db, range, from: "target_owner", "owner_id, tie = 'certain'", order: "position") { row in
            OwnerTie(owner: OwnerID(row.int(1)), isCertain: row.int(2) != 0)
        }
    }
}
