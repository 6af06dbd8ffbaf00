// Which register files this process has open. Reading the header of one of them by other means would drop the POSIX
// locks that SQLite holds on it, so whoever wants to look at a header asks here first.
// Source: sqlite.org/howtocorrupt.html, section 2.2.

import Glibc
import Synchronization

/// One entry in the list of open registers.
final class OpenFile: Sendable {
    private struct Identity: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    private static let counts = Mutex<[Identity: Int]>([:])
    private let identity: Identity?

    /// Reads the header while no connection of this process has the file, and counts the file as open from then on.
    /// nil for a file that is absent or empty, or open in this process already.
    static func register(_ path: String) throws -> (file: OpenFile, header: FileHeader?) {
        try counts.withLock { counts in
            let identity = identify(path)
            var header: FileHeader?
            if let identity, counts[identity, default: 0] == 0 { header = try FileHeader.read(path) }
            if let identity { counts[identity, default: 0] += 1 }
            return (OpenFile(identity: identity), header)
        }
    }

    private init(identity: Identity?) { self.identity = identity }

    func close() {
        guard let identity else { return }
        OpenFile.counts.withLock { counts in
            let left = counts[identity, default: 1] - 1
            counts[identity] = left > 0 ? left : nil
        }
    }

    private static func identify(_ path: String) -> Identity? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}
