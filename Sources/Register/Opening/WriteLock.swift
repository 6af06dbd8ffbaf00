// The lock around every write transaction and its checkpoint, among all processes that write to one register. Whoever
// waits for it stands in a queue first, so that a service with thousands of small commits lets a command in between two.

import Glibc

final class WriteLock: Sendable {
    private let file: LockFile
    private let queue: LockFile
    private let register: String
    private let holder: String
    private let patience: Int

    /// `patience` is how many times it looks, 20 milliseconds apart.
    init(register: String, command: String, patience: Int) throws {
        file = try LockFile(of: register, suffix: ".lock")
        do {
            queue = try LockFile(of: register, suffix: ".queue")
        } catch {
            file.close()
            throw error
        }
        self.register = register
        holder = "process \(getpid()) (duewatch \(command))"
        self.patience = patience
    }

    /// Waits at most `patience` looks; throws `locked` with the name of the holder after that.
    func acquire() throws {
        let isInQueue = try queueUp()
        defer { if isInQueue { queue.release() } }
        var looks = 0
        while try !file.tryAcquire() {
            looks += 1
            if looks > patience { throw RegisterError.locked(path: register, holder: file.holder()) }
            Self.rest(looks)
        }
        file.name(holder)
    }

    /// Comes to the head of the queue, or goes past it: who is stopped there keeps nobody from the lock for more than a
    /// second.
    private func queueUp() throws -> Bool {
        for looks in 1...min(70, patience + 1) {
            if try queue.tryAcquire() { return true }
            Self.rest(looks)
        }
        return false
    }

    /// Between two looks: 1 millisecond for the first few, then 20.
    private static func rest(_ looks: Int) { usleep(looks < 20 ? 1_000 : 20_000) }

    func release() { file.release() }

    func close() {
        file.close()
        queue.close()
    }

    /// In bytes; 0 where there is no file.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }
}
