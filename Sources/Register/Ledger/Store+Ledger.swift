// Reading the ledger, and proving it.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// The rows from `seq` on, oldest first; of one target or of one plan where one is given.
    public func ledger(
        from seq: Int64 = 1, plan: PlanID? = nil, target: TargetID? = nil, limit: Int = .max
    ) throws -> [LedgerEntry] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT ledger.*, author.name AS author_name FROM ledger LEFT JOIN author ON digest = ledger.author
                    WHERE seq >= ? AND (? IS NULL OR plan_id = ?) AND (? IS NULL OR target_id = ?)
                    ORDER BY seq LIMIT ?
                    """, arguments: [seq, plan, plan, target, target, limit]
            ).map(LedgerEntry.init(row:))
        }
    }

    /// Whether every row follows from the one before it.
    public func verifyLedger() throws -> LedgerVerification {
        try read { db in
            var previous = LedgerLink.root
            var expected: Int64 = 1
            let rows = try Row.fetchCursor(db, sql: "SELECT * FROM ledger ORDER BY seq")
            while let row = try rows.next() {
                let link = LedgerLink(row: row, previousHash: previous)
                let hash: String = row["hash"]
                guard link.seq == expected, row["prev_hash"] == previous, hash == link.hash else {
                    return .broken(seq: expected)
                }
                previous = hash
                expected += 1
            }
            return .sound(rows: expected - 1)
        }
    }
}

extension LedgerLink {
    init(row: Row, previousHash: String) {
        self.init(
            seq: row["seq"], at: row["at"], event: row["event"], plan: row["plan_id"], target: row["target_id"],
            reminder: row["reminder_id"], message: row["message_id"], owner: row["owner_id"], person: row["person_id"],
            author: row["author"], detail: Array((row["detail"] as String).utf8), previousHash: previousHash)
    }
}

extension LedgerEntry {
    init(row: Row) {
        self.init(
            seq: row["seq"], at: row["at"], event: row["event"], plan: row["plan_id"], target: row["target_id"],
            reminder: row["reminder_id"], message: row["message_id"], owner: row["owner_id"], person: row["person_id"],
            author: row["author_name"] ?? row["author"], detail: row["detail"], hash: row["hash"])
    }
}
