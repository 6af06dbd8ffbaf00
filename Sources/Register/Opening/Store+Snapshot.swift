// Copies of the register: in memory for previews and forecasts, or as a file for a backup.

import CivilTime
import FoundationEssentials
import GRDB
import Glibc

extension Store {
    /// A copy in memory, as of one instant. Writing to it changes nothing else.
    public func snapshot() throws -> Store {
        try mappingErrors {
            let copy = try DatabaseQueue(configuration: Self.configuration(.writer))
            try queue.backup(to: copy)
            return Store(path: nil, access: .writer, queue: copy, lock: nil, serviceLock: nil, openFile: nil)
        }
    }

    /// A copy as a file of mode 0600, whole on disk when this returns. Throws `cannotCreate` where there is a file
    /// already.
    public func copy(to path: String) throws {
        try Self.mappingErrors(path: path) {
            let mask = umask(0o077)
            defer { umask(mask) }
            guard Glibc.access(path, F_OK) != 0 else {
                throw RegisterError.cannotCreate(path: path, reason: "there is a file of that name already")
            }
            let part = path + ".part"
            _ = unlink(part)
            try queue.writeWithoutTransaction { db in
                if access == .reader { try db.execute(sql: "PRAGMA query_only = OFF") }
                try db.execute(sql: "VACUUM INTO ?", arguments: [part])
                if access == .reader { try db.execute(sql: "PRAGMA query_only = ON") }
            }
            try Self.synchronise(part)
            guard rename(part, path) == 0 else { throw RegisterError.opening(path, errno) }
            try Self.synchronise(Ownership.directory(of: path))
        }
    }
}
