// A lock file held with flock(2), with the name of its holder written inside. Never unlinked: a name that comes and
// goes can be locked twice.

import FoundationEssentials
import Glibc

final class LockFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// Opens or creates the file beside a register, mode 0600.
    init(of register: String, suffix: String) throws {
        path = register + suffix
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw RegisterError.opening(register, errno) }
    }

    /// Whether it was free; never waits.
    func tryAcquire() throws -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        switch errno {
        case EWOULDBLOCK, EINTR: return false
        case let code: throw RegisterError.inputOutput(path: path, detail: String(cString: strerror(code)))
        }
    }

    /// Names the holder inside the file, unless that is how it was left: to write it costs ten times as much as to look. A
    /// full disk does not matter here: the lock is held all the same.
    func name(_ holder: String) {
        let bytes = Array(holder.utf8.prefix(Self.room))
        guard written() != bytes[...], ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    /// The holder as it named itself.
    func holder() -> String {
        let bytes = written()
        return bytes.isEmpty ? "a process that did not name itself" : String(decoding: bytes, as: UTF8.self)
    }

    private static let room = 200

    private func written() -> ArraySlice<UInt8> {
        var bytes = [UInt8](repeating: 0, count: Self.room)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return bytes.prefix(max(0, count))
    }

    func release() { _ = flock(descriptor, LOCK_UN) }

    func close() { _ = Glibc.close(descriptor) }
}
