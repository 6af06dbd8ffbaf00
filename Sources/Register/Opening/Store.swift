// The store of the register: the only door to the SQLite file. Every public verb is one transaction. It never decides who is told
// what, reads no clock, and never blocks a reader while a writer waits for its lock.
// Source: SQLite's WAL-reset fault (3.7.0 to 3.51.2) is why every commit and checkpoint happens under one lock file.

import CivilTime
import GRDB
import Synchronization

public final class Store: Sendable {
    /// Absolute; nil for a register in memory.
    public let path: String?
    public let access: Access
    let queue: DatabaseQueue
    let lock: WriteLock?
    let serviceLock: ServiceLock?
    let openFile: OpenFile?
    /// For who plays the service through; open otherwise.
    public let gate = Gate()
    /// What the facts of many targets share. Only touched inside a transaction.
    let known = Known()
    /// Only touched inside a transaction that writes.
    let ahead = FactsAhead()
    let commitLog = CommitLog()
    /// Passed by a store beside this one while it reads, and by this one while it folds the log back: neither waits for
    /// the other inside of SQLite, with the write lock held.
    private let turnstile: Turnstile
    private let isBeside: Bool
    /// The store beside this one, once there is one.
    let companion = Mutex<Store?>(nil)
    /// How long SQLite waits for another connection, in milliseconds.
    static let patience = 5_000
    /// Threads of this process take turns here before the lock file, which cannot tell them apart.
    private let turn = Mutex(())

    init(
        path: String?, access: Access, queue: DatabaseQueue, lock: WriteLock?, serviceLock: ServiceLock?,
        openFile: OpenFile?, beside other: Store? = nil
    ) {
        self.path = path
        self.access = access
        self.queue = queue
        self.lock = lock
        self.serviceLock = serviceLock
        self.openFile = openFile
        turnstile = other?.turnstile ?? Turnstile()
        isBeside = other != nil
    }

    /// What the file is called in errors.
    var name: String { path ?? "the register in memory" }

    /// One transaction that writes. It nudges the service after the commit of a command.
    func write<Result>(
        at now: Instant, by author: Author? = nil, noticesFrom: Instant? = nil, _ body: (Transaction) throws -> Result
    ) throws -> Result {
        try mappingErrors {
            guard access != .reader else {
                throw RegisterError.wrongState(sentence: "\(name) was opened for reading only")
            }
            var result: Result?
            try gate.pass(.write)
            try turn.withLock { _ in
                try underLock {
                    try queue.writeWithoutTransaction { db in
                        result = try Self.committing(db) {
                            try body(Transaction(db: db, at: now, author: author, noticesFrom: noticesFrom))
                        }
                    }
                }
                try foldIfLong()
            }
            guard let result else {
                throw RegisterError.unexpected(path: name, detail: "a transaction gave no result")
            }
            if access == .writer, let path { Nudge.send(registerPath: path) }
            try gate.pass(.committed)
            return result
        }
    }

    /// As GRDB's `inTransaction` does, which has SQLite read the words BEGIN and COMMIT anew each time.
    private static func committing<Result>(_ db: Database, _ body: () throws -> Result) throws -> Result {
        try db.cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
        do {
            let result = try body()
            try db.cachedStatement(sql: "COMMIT TRANSACTION").execute()
            return result
        } catch {
            // SQLite may have ended it by itself. What went wrong first is what is told.
            if db.isInsideTransaction { _ = Swift.Result { try db.rollback() } }
            throw error
        }
    }

    /// One consistent read.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try mappingErrors {
            try gate.pass(.read)
            return isBeside ? try turnstile.pass { try reading(body) } : try reading(body)
        }
    }

    private func reading<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try queue.writeWithoutTransaction { db in
            var result: Result?
            try db.inTransaction(.deferred) {
                result = try body(db)
                return .rollback
            }
            guard let result else {
                throw RegisterError.unexpected(path: name, detail: "a read gave no result")
            }
            return result
        }
    }

    /// Whether the file still answers: a read, so that a stopped command cannot delay it.
    public func probe() throws {
        try read { db in _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM register") }
    }

    /// Closes the file; a writer folds the log of recent commits into it first, if the lock is free. Later verbs fail.
    public func close() throws {
        try companion.withLock { try $0?.close() }
        try mappingErrors {
            try turn.withLock { _ in
                if access != .reader {
                    do {
                        try underLock { try queue.writeWithoutTransaction { db in try fold(db) } }
                    } catch RegisterError.locked {
                        // Whoever holds the lock, or the next to close, will do it.
                    }
                }
                // SQLite's own checkpoint at the last close needs the file for itself alone, so it meets no commit.
                try queue.close()
            }
            openFile?.close()
            lock?.close()
            serviceLock?.close()
        }
    }

    func underLock<Result>(_ body: () throws -> Result) throws -> Result {
        guard let lock else { return try body() }
        try lock.acquire()
        defer { lock.release() }
        return try body()
    }

    /// Under the lock once more, so that who waits for it comes in between. What was written stays written whatever
    /// becomes of this.
    private func foldIfLong() throws {
        guard commitLog.isLong else { return }
        do {
            try underLock { try turnstile.pass { try queue.writeWithoutTransaction { db in try fold(db) } } }
        } catch RegisterError.locked {
            // Whoever holds the lock, or the next to commit, will do it.
        }
    }

    /// Writes what the log holds into the file; only ever called under the lock. It waits for no reader: what one still
    /// needs stays in the log.
    func fold(_ db: Database) throws {
        guard path != nil else { return }
        do {
            try db.checkpoint(.passive)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            // Somebody else folds it at this moment, as SQLite itself does when a reader is the last to close.
        }
        commitLog.wasFolded()
    }
}
