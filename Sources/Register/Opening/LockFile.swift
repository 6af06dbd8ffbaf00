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

    /// Names the holder inside the file. A full disk does not matter here: the lock is held all the same.
    func name(_ holder: String) {
        let bytes = Array(holder.utf8.prefix(200))
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = pwrite(descriptor, bytes, bytes.count, 0)
    }

    /// The holder as it named itself.
    func holder() -> String {
        var bytes = [UInt8](repeating: 0, count: 200)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return "a process that did not name itself" }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }

    func release() { _ = flock(descriptor, LOCK_UN) }

    func close() { _ = Glibc.close(descriptor) }
}
