// What a command asks of the running service, and hears back: one datagram each way, by the socket of the nudge. Whoever
// may write to that socket may ask; the answer carries the request's own number, so that no other process can give it.
// Source: unix(7), for the address that the kernel chooses (autobind).

import Glibc

public enum ServiceRequest: String, Hashable, Sendable, CaseIterable {
    /// Take the settings anew, and say what came of it.
    case reload
    /// The words of the settings in force.
    case settings

    /// Why there is no answer.
    public enum Fault: Error, Hashable, Sendable {
        /// Nobody listens beside this register.
        case noService
        /// It was there when it was asked, and is gone.
        case ended
        /// It listens, and has not answered for so many seconds.
        case silent(seconds: Int)
    }

    /// Asks the service of a register, and waits for its answer.
    ///
    /// - Throws: `Fault`, or `RegisterError` where the socket may not be written to.
    public func ask(registerPath: String, patience seconds: Int = 60) throws -> String {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw RegisterError.opening(registerPath + ".nudge", errno) }
        defer { _ = close(descriptor) }
        // A family and nothing else: the kernel chooses a name that no file has.
        var family = sa_family_t(AF_UNIX)
        let bound = withUnsafePointer(to: &family) { pointer in
            UnsafeRawPointer(pointer).withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sa_family_t>.size))
            }
        }
        guard bound == 0 else { throw RegisterError.opening(registerPath + ".nudge", errno) }
        let number = String(UInt64.random(in: .min ... .max), radix: 16)
        try send("\(rawValue) \(number)", from: descriptor, registerPath, patience: seconds)
        for _ in 0..<max(1, seconds) {
            if let answer = Self.answer(to: number, on: descriptor) { return answer }
            // A service that has gone would leave us waiting; a nudge costs one that is there nothing.
            guard isThere(descriptor, registerPath) else {
                guard let answer = Self.answer(to: number, on: descriptor) else { throw Fault.ended }
                return answer
            }
        }
        throw Fault.silent(seconds: seconds)
    }

    private func send(_ text: String, from descriptor: Int32, _ registerPath: String, patience: Int) throws {
        var limit = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        switch Self.put(Array(text.utf8), descriptor, registerPath, flags: 0) {
        case 0: return
        case ENOENT, ECONNREFUSED, ENOTDIR: throw Fault.noService
        // A service that takes nothing in, as one that was stopped by a signal.
        case EAGAIN: throw Fault.silent(seconds: patience)
        case let code: throw RegisterError.opening(registerPath, code)
        }
    }

    /// One whose queue is full is there.
    private func isThere(_ descriptor: Int32, _ registerPath: String) -> Bool {
        switch Self.put([1], descriptor, registerPath, flags: Int32(MSG_DONTWAIT)) {
        case ENOENT, ECONNREFUSED, ENOTDIR: false
        default: true
        }
    }

    /// The error number; 0 where it was sent.
    private static func put(_ bytes: [UInt8], _ descriptor: Int32, _ registerPath: String, flags: Int32) -> Int32 {
        Nudge.withAddress(registerPath) { address, length in
            let count = sendto(descriptor, bytes, bytes.count, flags | Int32(MSG_NOSIGNAL), address, length)
            return count == bytes.count ? 0 : errno
        }
    }

    /// nil where none came within a second. What carries another number is no answer of ours.
    private static func answer(to number: String, on descriptor: Int32) -> String? {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&wanted, 1, 1_000) > 0 {
            var bytes = [UInt8](repeating: 0, count: Asker.longest + 32)
            let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            guard count > 0 else { continue }
            let text = String(decoding: bytes.prefix(count), as: UTF8.self)
            guard text.hasPrefix(number + "\n") else { continue }
            return String(text.dropFirst(number.count + 1))
        }
        return nil
    }
}

/// Who asked something of the service.
public struct Asker: Sendable {
    private let address: sockaddr_un
    private let length: socklen_t
    private let number: String
    /// Bytes of an answer, with room below what a datagram may be on any system.
    static let longest = 128 << 10

    init?(_ address: sockaddr_un, _ length: socklen_t, number: String) {
        // Without an address of its own nobody can be answered.
        guard length > MemoryLayout<sa_family_t>.size else { return nil }
        self.address = address
        self.length = length
        self.number = number
    }

    /// Says it, or as much of it as fits. One that has gone meanwhile does not hear it.
    public func answer(_ text: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { _ = close(descriptor) }
        let bytes = Array("\(number)\n".utf8) + text.utf8.prefix(Self.longest)
        var address = address
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT), $0, length)
            }
        }
    }
}
