// What one transaction need not read again for each row that it writes to the ledger: nobody else writes meanwhile.

import GRDB

final class LedgerTail {
    /// The number and the hash of the last row; nil where it was not asked for yet.
    var last: (seq: Int64, hash: String)?
    /// The author's salted digest, once it is written beside the name.
    var author: String?

    /// The number and the hash of the last row of all.
    static func last(_ db: Database) throws -> (seq: Int64, hash: String) {
        try Prepared(db, "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1")
            .rows { ($0.int(0), $0.text(1)) }.first ?? (0, LedgerLink.root)
    }
}

extension Transaction {
    /// The number and the hash of the last row, which this transaction may have written itself.
    var ledgerEnd: (seq: Int64, hash: String) {
        get throws {
            if let last = tail.last { return last }
            let last = try LedgerTail.last(db)
            tail.last = last
            return last
        }
    }
}
