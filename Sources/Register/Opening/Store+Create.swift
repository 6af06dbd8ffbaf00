// How a register comes into being: made whole under another name beside its place, then put there. So whoever is killed
// meanwhile leaves no half of one, which a reader could not tell from a foreign file.

import CivilTime
import GRDB
import Glibc

extension Store {
    /// Makes the register unless there is a file already. Only ever called under the write lock.
    static func createIfAbsent(_ path: String, identity: Identity, at now: Instant) throws {
        guard Glibc.access(path, F_OK) != 0 else { return }
        guard !isLink(path) else { return try createBehind(path) }
        let part = path + ".part"
        // What somebody who was killed here left.
        for suffix in ["", "-journal", "-wal", "-shm"] { _ = unlink(part + suffix) }
        let descriptor = Glibc.open(part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw RegisterError.opening(path, errno) }
        _ = Glibc.close(descriptor)
        let queue = try DatabaseQueue(path: part, configuration: configuration(.writer))
        try queue.writeWithoutTransaction { db in
            _ = try Schema.prepareFile(db, path: path, identity: identity, at: now)
            _ = try db.checkpoint(.truncate)
        }
        try queue.close()
        guard rename(part, path) == 0 else { throw RegisterError.opening(path, errno) }
        try synchronise(Ownership.directory(of: path))
    }

    /// A link that leads nowhere yet stays what it is: the register comes to lie where it leads, empty at first, and who opens
    /// it makes it whole.
    private static func createBehind(_ link: String) throws {
        let descriptor = Glibc.open(link, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw RegisterError.opening(link, errno) }
        _ = Glibc.close(descriptor)
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Waits until a file, or the names in a directory, are on the disk.
    static func synchronise(_ path: String) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw RegisterError.opening(path, errno) }
        defer { _ = Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw RegisterError.opening(path, errno) }
    }
}
