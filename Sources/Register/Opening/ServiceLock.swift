// The lock that a service holds for its whole life, so that a second one on the same register refuses to start.

import Glibc

final class ServiceLock: Sendable {
    private let file: LockFile

    init(register: String, command: String) throws {
        file = try LockFile(of: register, suffix: ".serve")
        guard try file.tryAcquire() else {
            let holder = file.holder()
            file.close()
            throw RegisterError.served(path: register, holder: holder)
        }
        file.name("process \(getpid()) (duewatch \(command))")
    }

    func close() {
        file.release()
        file.close()
    }
}
