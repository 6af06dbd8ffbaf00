// The service's end of the nudge: one thread waits here. A datagram is a nudge unless it is a request; what a request is
// answered is not decided here.

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

    /// What came in.
    public enum Call: Sendable {
        case nudge
        case asked(ServiceRequest, Asker)
    }

    /// Blocks until somebody nudges or asks; several nudges at once count as one. nil once it is closed.
    public func next() -> Call? {
        while !isClosed.load(ordering: .acquiring) {
            guard let call = receive(flags: 0) else { continue }
            guard case .nudge = call else { return call }
            while isNudgeNext(), receive(flags: Int32(MSG_DONTWAIT)) != nil {}
            return isClosed.load(ordering: .acquiring) ? nil : .nudge
        }
        return nil
    }

    /// nil where a signal came, or nothing was there.
    private func receive(flags: Int32) -> Call? {
        var bytes = [UInt8](repeating: 0, count: Self.longestRequest)
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        let count = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                recvfrom(descriptor, &bytes, bytes.count, flags, $0, &length)
            }
        }
        guard count >= 0 else { return nil }
        let words = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: " ")
        guard words.count == 2, let request = ServiceRequest(rawValue: String(words[0])),
            let asker = Asker(address, length, number: String(words[1]))
        else { return .nudge }
        return .asked(request, asker)
    }

    private func isNudgeNext() -> Bool {
        var bytes: [UInt8] = [0, 0]
        return recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT) | Int32(MSG_PEEK)) == 1
    }

    private static let longestRequest = 64

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
