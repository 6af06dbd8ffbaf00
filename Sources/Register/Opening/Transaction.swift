// One write transaction: the connection, the instant it counts as, and the author. Verbs are written as its extensions,
// so that none can write outside of one.

import CivilTime
import GRDB
import Reminders

struct Transaction {
    let db: Database
    let at: Instant
    let author: Author?
    /// When a receipt or notice that it posts may leave: the next opening of the window, which the caller knows.
    var noticesFrom: Instant
    /// The end of the ledger as this transaction knows it.
    let tail = LedgerTail()

    init(db: Database, at: Instant, author: Author?, noticesFrom: Instant? = nil) {
        self.db = db
        self.at = at
        self.author = author
        self.noticesFrom = noticesFrom ?? at
    }

    /// The author as the purgeable tables keep it.
    var authorName: String { author?.description ?? "the service" }

    func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        try db.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    func insert(_ sql: String, _ arguments: StatementArguments = []) throws -> Int64 {
        try execute(sql, arguments)
        return db.lastInsertedRowID
    }

    /// How many rows it changed.
    func change(_ sql: String, _ arguments: StatementArguments = []) throws -> Int {
        try execute(sql, arguments)
        return db.changesCount
    }

    /// Its facts have changed: the service looks at it again at once, and a decision from before is stale.
    func touch(_ target: TargetID) throws {
        try Prepared(
            db,
            """
            UPDATE target SET version = version + 1, next_check = CASE WHEN armed_at IS NULL THEN NULL ELSE ? END
            WHERE id = ?
            """
        ).run(.at(at), .id(target))
    }
}
