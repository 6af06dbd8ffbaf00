// The lock around every write transaction and its checkpoint, among all processes that write to one register.

import Glibc

final class WriteLock: Sendable {
    private let file: LockFile
    private let register: String
    private let holder: String
    private let patience: Int

    /// `patience` is how many times it looks, 20 milliseconds apart.
    init(register: String, command: String, patience: Int) throws {
        file = try LockFile(of: register, suffix: ".lock")
        self.register = register
        holder = "process \(getpid()) (duewatch \(command))"
        self.patience = patience
    }

    /// Waits at most `patience` looks; throws `locked` with the name of the holder after that.
    func acquire() throws {
        var looks = 0
        while try !file.tryAcquire() {
            looks += 1
            if looks > patience { throw RegisterError.locked(path: register, holder: file.holder()) }
            usleep(looks < 20 ? 1_000 : 20_000)
        }
        file.name(holder)
    }

    func release() { file.release() }

    func close() { file.close() }

    /// In bytes; 0 where there is no file.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
