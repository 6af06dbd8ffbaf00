// A server on 127.0.0.1 that plays one part for a test: each connection is handed to a closure on a thread of its own.

import Foundation
import Synchronization

final class LoopbackServer: Sendable {
    let port: Int
    private let listener: Int32
    private let connections = Mutex(0)

    init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
        let (listener, port) = try Self.bound(listening: true)
        self.listener = listener
        self.port = Int(port)
        Thread.detachNewThread { [self] in
            while true {
                let descriptor = accept(listener, nil, nil)
                if descriptor < 0 {
                    close(listener)
                    return
                }
                connections.withLock { $0 += 1 }
                Thread.detachNewThread {
                    serve(Connection(descriptor))
                    close(descriptor)
                }
            }
        }
    }

    /// How many connections have come.
    var connectionCount: Int { connections.withLock { $0 } }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// A port that is taken, so that nobody else gets it, and on which nobody listens.
    static func deadPort() throws -> Int { Int(try bound(listening: false).port) }

    private static func bound(listening: Bool) throws -> (descriptor: Int32, port: UInt16) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isReady = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && (!listening || listen(descriptor, 16) == 0)
                    && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isReady else { throw POSIXError(.EADDRNOTAVAIL) }
        return (descriptor, UInt16(bigEndian: address.sin_port))
    }
}

/// One end of a conversation, used by its own thread alone.
final class Connection {
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    /// The next line without its CRLF; nil at the end.
    func line() -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end]
                buffer.removeFirst(end + 1)
                return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
            }
            guard fill() else { return nil }
        }
    }

    func bytes(_ count: Int) -> [UInt8] {
        while buffer.count < count { guard fill() else { break } }
        defer { buffer.removeFirst(min(count, buffer.count)) }
        return Array(buffer.prefix(count))
    }

    func say(_ text: String) {
        let bytes = Array(text.utf8)
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Says no more, but listens until the other end goes.
    func fallSilent() { while fill() {} }

    private func fill() -> Bool {
        var room = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &room, room.count, 0)
        guard count > 0 else { return false }
        buffer += room.prefix(count)
        return true
    }
}
