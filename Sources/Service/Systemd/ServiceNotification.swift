// What the service says to systemd: sd_notify(3), one datagram of KEY=value lines to $NOTIFY_SOCKET. Without that variable
// it says nothing. No libsystemd.

import Glibc

public struct ServiceNotification: Sendable {
    private let path: String?
    private let hasWatchdog: Bool
    /// Milliseconds between two beats of the service: half of what the watchdog allows, and a minute at most. nil in a
    /// simulation, where nothing can stall.
    public let beatPeriod: Int64?

    /// Says nothing, and asks for no beat.
    public static let silent = ServiceNotification()

    private init() {
        path = nil
        hasWatchdog = false
        beatPeriod = nil
    }

    public init(environment: [String: String], processID: Int32) {
        path = environment["NOTIFY_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
        let isOurs = environment["WATCHDOG_PID"].map { $0 == String(processID) } ?? true
        let allowed = isOurs ? environment["WATCHDOG_USEC"].flatMap(Int64.init) : nil
        hasWatchdog = (allowed ?? 0) > 0
        // No shorter than a tenth of a second: a service that only beats does nothing else.
        beatPeriod = hasWatchdog ? min(max(100, (allowed ?? 0) / 2_000), 60_000) : 60_000
    }

    public func ready() { send("READY=1\n") }
    public func reloading() { send("RELOADING=1\n") }
    public func stopping() { send("STOPPING=1\n") }
    /// Says nothing to a watchdog that is not ours.
    public func beat() { if hasWatchdog { send("WATCHDOG=1\n") } }
    public func status(_ line: String) { send("STATUS=\(line)\n") }

    /// A datagram that nobody takes within a second is lost: nobody is there to tell, and the service has other work.
    private func send(_ text: String) {
        guard let path, var address = UnixAddress(path: path) else { return }
        let socket = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { return }
        defer { close(socket) }
        var patience = timeval(tv_sec: 1, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        address.withPointer { pointer, length in
            _ = text.withCString { sendto(socket, $0, strlen($0), Int32(MSG_NOSIGNAL), pointer, length) }
        }
    }
}

/// A socket address in the file system, or an abstract one where the path begins with `@`.
private struct UnixAddress {
    private var address = sockaddr_un()
    private let length: socklen_t

    init?(path: String) {
        let bytes = Array(path.utf8)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { field in
            field.copyBytes(from: bytes)
            if bytes.first == UInt8(ascii: "@") { field[0] = 0 }
        }
        // An abstract name ends where its bytes end; a path ends with its NUL.
        let isAbstract = bytes.first == UInt8(ascii: "@")
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
    }

    mutating func withPointer(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Void) {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
