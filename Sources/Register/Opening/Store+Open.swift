// Opening a register: what must hold before the first verb, in order. A file that is not ours, or newer than us, is
// left untouched.

import CSQLite
import CivilTime
import FoundationEssentials
import GRDB
import Glibc

/// What tells one register from another; drawn once, when the file is made.
public struct Identity: Hashable, Sendable {
    public let uuid: String
    /// Salts the digests of names in the ledger.
    public let salt: [UInt8]

    public init(uuid: String, salt: [UInt8]) {
        self.uuid = uuid
        self.salt = salt
    }

    public static func random() -> Identity {
        var generator = SystemRandomNumberGenerator()
        return Identity(
            uuid: UUID().uuidString.lowercased(), salt: (0..<32).map { _ in .random(in: 0...255, using: &generator) })
    }
}

extension Store {
    /// Opens the register at `path`; a writer creates it where there is none, a reader throws `absent`.
    /// `command` names this process to whoever waits for its lock. `patience` bounds the wait for the write lock, in
    /// looks 20 milliseconds apart. Throws `RegisterError`.
    public static func open(
        at path: String, as access: Access, command: String, at now: Instant, identity: Identity = .random(),
        patience: Int = 500
    ) throws -> Store {
        let path = absolute(path)
        return try mappingErrors(path: path) {
            try Ownership.become(ownerOf: path)
            if access == .reader { return try openForReading(path) }
            umask(0o077)
            let lock = try WriteLock(register: path, command: command, patience: patience)
            var service: ServiceLock?
            do {
                if access == .service { service = try ServiceLock(register: path, command: command) }
                return try openForWriting(path, access, lock: lock, service: service, identity: identity, at: now)
            } catch {
                service?.close()
                lock.close()
                throw error
            }
        }
    }

    /// The same register once more, to read it on another thread while this one writes; nil for one in memory. It is
    /// opened once and closed with this one: to let its queue go earlier would start libdispatch's pool of threads, which
    /// wakes every second from then on. What it knows of people and posts stands as long as what is known here.
    public func beside() throws -> Store? {
        guard let path else { return nil }
        let store = try companion.withLock { companion in
            if let companion { return companion }
            let store = try mappingErrors { try Self.openForReading(path, beside: self) }
            companion = store
            return store
        }
        let standing = try read { db in
            try known.refresh(db)
            return known.standing
        }
        store.queue.inDatabase { _ in store.known.follow(standing) }
        return store
    }

    /// Gives back the memory that SQLite keeps pages in.
    public func rest() throws {
        try mappingErrors { try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA shrink_memory") } }
    }

    /// A register that lives as long as the process, for tests and forecasts.
    public static func inMemory(at now: Instant, identity: Identity = .random()) throws -> Store {
        let register = Store(
            path: nil, access: .writer, queue: try DatabaseQueue(configuration: configuration(.writer)), lock: nil,
            serviceLock: nil, openFile: nil)
        try register.mappingErrors {
            try register.queue.writeWithoutTransaction { db in _ = try Schema.migrate(db, identity: identity, at: now) }
        }
        return register
    }

    private static func openForReading(_ path: String, beside other: Store? = nil) throws -> Store {
        let (file, header) = try OpenFile.register(path)
        do {
            guard Glibc.access(path, F_OK) == 0, WriteLock.size(of: path) > 0 else {
                if errno == EACCES { throw RegisterError.opening(path, EACCES) }
                throw RegisterError.absent(path: path)
            }
            try header?.check(path)
            let queue = try DatabaseQueue(path: readingName(of: path), configuration: configuration(.reader))
            try queue.writeWithoutTransaction { db in try Schema.check(db, path: path, isComplete: true) }
            return Store(
                path: path, access: .reader, queue: queue, lock: nil, serviceLock: nil, openFile: file, beside: other)
        } catch {
            file.close()
            throw error
        }
    }

    private static func openForWriting(
        _ path: String, _ access: Access, lock: WriteLock, service: ServiceLock?, identity: Identity, at now: Instant
    ) throws -> Store {
        try lock.acquire()
        defer { lock.release() }
        try createIfAbsent(path, identity: identity, at: now)
        let (file, header) = try OpenFile.register(path)
        do {
            try header?.check(path)
            guard Glibc.access(path, R_OK | W_OK) == 0 else { throw RegisterError.opening(path, errno) }
            let queue = try DatabaseQueue(path: path, configuration: configuration(access))
            let register = Store(
                path: path, access: access, queue: queue, lock: lock, serviceLock: service, openFile: file)
            try queue.writeWithoutTransaction { db in
                let changed = try Schema.prepareFile(db, path: path, identity: identity, at: now)
                try register.commitLog.watch(db)
                if changed { try register.fold(db) }
            }
            return register
        } catch {
            file.close()
            throw error
        }
    }

    /// SQLite counts its memory under a lock of the whole process, where two connections wait for each other at each
    /// allocation. Nobody reads that count. Worked out once, before the first connection; where another library has opened
    /// one already, the lock stays, and nothing else changes.
    private static let isWithoutStatistics = shim_keep_memory_statistics(0) == SQLITE_OK

    static func configuration(_ access: Access) -> Configuration {
        _ = isWithoutStatistics
        var configuration = Configuration()
        configuration.readonly = access == .reader
        configuration.busyMode = .timeout(Double(patience) / 1000)
        configuration.label = "register"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA wal_autocheckpoint = 0")
            // An adoption of tens of thousands of rows would write most pages of its indexes to the log many times over.
            if access == .writer { try db.execute(sql: "PRAGMA cache_size = -49152") }
            if access == .reader { try db.execute(sql: "PRAGMA query_only = ON") }
        }
        return configuration
    }

    /// Where nobody can write beside the file, SQLite cannot keep its index of the log there; with no log to read, the
    /// file is opened as one that does not change.
    private static func readingName(of path: String) -> String {
        let isQuiet = WriteLock.size(of: path + "-wal") == 0
        guard isQuiet, Glibc.access(Ownership.directory(of: path), W_OK) != 0 else { return path }
        let safe = path.utf8.map { byte -> String in
            let isPlain =
                byte < 0x80 && byte != UInt8(ascii: "%") && byte != UInt8(ascii: "?") && byte != UInt8(ascii: "#")
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "file://\(safe.joined())?immutable=1"
    }

    private static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let directory = getcwd(nil, 0) else { return path }
        defer { free(directory) }
        return "\(String(cString: directory))/\(path)"
    }
}
