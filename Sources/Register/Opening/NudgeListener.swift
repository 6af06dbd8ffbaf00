// The service's end of the nudge: one thread waits here. Never reads what a datagram says.

import Glibc
import Synchronization

public final class NudgeListener: Sendable {
    private let registerPath: String
    private let descriptor: Int32
    private let isClosed = Atomic(false)

    /// Binds the socket beside the register, replacing one that a killed service left; only the holder of the service
    /// lock may do so.
    public init(registerPath: String) throws {
        self.registerPath = registerPath
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RegisterError.opening(registerPath + ".nudge", errno) }
        unlinkSocket()
        let bound = Nudge.withAddress(registerPath) { bind(descriptor, $0, $1) }
        guard bound == 0 else {
            let code = errno
            _ = Glibc.close(descriptor)
            throw RegisterError.opening(registerPath + ".nudge", code)
        }
    }

    /// Blocks until somebody nudges; several at once count as one. False once it is closed.
    public func wait() -> Bool {
        var byte: UInt8 = 0
        repeat {
            if isClosed.load(ordering: .acquiring) { return false }
        } while recv(descriptor, &byte, 1, 0) < 0 && errno == EINTR
        while recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) >= 0 {}
        return !isClosed.load(ordering: .acquiring)
    }

    /// Wakes the thread that waits, which then ends. The descriptor lives as long as the listener.
    public func close() {
        guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
        Nudge.send(registerPath: registerPath)
        unlinkSocket()
    }

    deinit { _ = Glibc.close(descriptor) }

    private func unlinkSocket() {
        let name = Nudge.name(registerPath: registerPath)
        guard name.first != 0 else { return }
        _ = unlink(registerPath + ".nudge")
    }
}
