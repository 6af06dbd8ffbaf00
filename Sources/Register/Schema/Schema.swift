// The shape of the file, as numbered migrations. A migration is never changed once it was released; the next one
// follows it.

import CivilTime
import FoundationEssentials
import GRDB

enum Schema {
    static let version: Int64 = Int64(migrations.count)

    /// The DDL of each version, from 1.
    static let migrations: [[String]] = [
        [plans, targets, people, answers, outbox, worklist, ledger],
        [decisions],
        [owners],
        [schedules],
        [undoing],
        [news],
        [releases],
        [channels],
        [holds],
        [rules],
        [look],
        [gathering],
        [introductions],
        [caps],
        [facts],
        [soundness],
        [merging],
        [wire],
        [windows],
        [keys],
    ]

    /// Makes the file ours, current and durable, or throws what stands against it; whether anything was written.
    static func prepareFile(_ db: Database, path: String, identity: Identity, at now: Instant) throws -> Bool {
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        if isEmpty, try pragma(db, "application_id") == 0, try pragma(db, "user_version") == 0 {
            // Written before anything else, so that a file left by a crash here is known as ours.
            try db.execute(sql: "PRAGMA application_id = \(FileHeader.applicationID)")
        }
        try check(db, path: path, isComplete: false)
        let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
        guard mode == "wal" else {
            throw RegisterError.unexpected(
                path: path,
                detail: "its file system does not allow SQLite's write-ahead log (journal mode \(mode ?? "none"))")
        }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        guard try pragma(db, "synchronous") == 2, try pragma(db, "foreign_keys") == 1 else {
            throw RegisterError.unexpected(
                path: path, detail: "SQLite does not keep to synchronous = FULL or foreign keys")
        }
        return try migrate(db, identity: identity, at: now)
    }

    /// Brings the schema to this version; whether anything was written.
    @discardableResult
    static func migrate(_ db: Database, identity: Identity, at now: Instant) throws -> Bool {
        let found = Int(try pragma(db, "user_version"))
        guard found < migrations.count else { return false }
        try db.inTransaction(.immediate) {
            for migration in migrations[found...] {
                for ddl in migration { try db.execute(sql: ddl) }
            }
            if found == 0 {
                try db.execute(
                    sql: "INSERT INTO register (id, uuid, salt, created_at) VALUES (1, ?, ?, ?)",
                    arguments: [identity.uuid, Data(identity.salt), now])
                try Transaction(db: db, at: now, author: nil).note(.registerCreated)
            }
            try db.execute(sql: "PRAGMA user_version = \(migrations.count)")
            return .commit
        }
        return true
    }

    /// Throws where the connection's file is not ours, or not of a version we know.
    static func check(_ db: Database, path: String, isComplete: Bool) throws {
        let found = try pragma(db, "user_version")
        try FileHeader(userVersion: found, applicationID: try pragma(db, "application_id")).check(path)
        // An empty file of which somebody was killed while it was made ours.
        if isComplete, found == 0 { throw RegisterError.absent(path: path) }
        if isComplete, found < version {
            throw RegisterError.wrongState(
                sentence: "\(path) was written by an earlier version of duewatch (schema \(found)): "
                    + "`duewatch serve` brings it up to date; restart the service")
        }
    }

    private static func pragma(_ db: Database, _ name: String) throws -> Int64 {
        try Int64.fetchOne(db, sql: "PRAGMA \(name)") ?? 0
    }

    /// The CHECK of a civil day in ISO 8601.
    static func day(_ column: String) -> String {
        "\(column) TEXT CHECK (\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')"
    }

    /// That a column holds one of a few words. SQLite makes a table of an IN list of three or more, at each row that is
    /// written; comparing them one by one takes a tenth of that.
    static func oneOf(_ column: String, _ words: String...) -> String {
        "(" + words.map { "\(column) = '\($0)'" }.joined(separator: " OR ") + ")"
    }
}
