// How long SQLite's log of commits is, and when it is folded back into the file. The file of the log is never cut while
// somebody works on the register: a log that begins anew writes over blocks that the file system has already, which is
// much cheaper than to have it find new ones at each commit.
// Source: sqlite.org/c3ref/wal_hook.html; sqlite.org/wal.html section 2.2.

import GRDB
import GRDBSQLite
import Synchronization

final class CommitLog: Sendable {
    /// Pages, 32 MB of them. Folding costs a flush of the log and of the file, and a page that was written ten times is
    /// folded once; but others wait for the lock meanwhile.
    private static let long = 8_192
    /// Octets that a log may keep on disk when it begins anew. A longer one was left by a single large transaction.
    private static let kept = 2 * long * 4_096

    private let pages = Mutex((length: 0, folded: 0))

    /// Has SQLite tell this after each commit of a connection, which must not outlive it.
    func watch(_ db: Database) throws {
        try db.execute(sql: "PRAGMA journal_size_limit = \(Self.kept)")
        sqlite3_wal_hook(
            db.sqliteConnection,
            { log, _, _, length in
                if let log { Unmanaged<CommitLog>.fromOpaque(log).takeUnretainedValue().grew(to: Int(length)) }
                return SQLITE_OK
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// So many pages are in the log now, of which those that were folded are the first.
    private func grew(to length: Int) {
        pages.withLock { $0 = (length, length < $0.folded ? 0 : $0.folded) }
    }

    /// Whether there is enough to fold.
    var isLong: Bool { pages.withLock { $0.length - $0.folded > Self.long } }

    /// What there is was folded, or could not be because somebody still reads it: either is tried again when as much has
    /// come since.
    func wasFolded() { pages.withLock { $0.folded = $0.length } }
}
