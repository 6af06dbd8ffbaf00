// A listening socket on 127.0.0.1, for the peers of a simulation. Each connection has a thread of its own, since a client
// may keep one open beside another. Out of reach from any other machine; `serve` never starts one.

import Glibc
import Service

/// Listens on a port that the system chooses, until it is closed.
public final class LoopbackListener: Sendable {
    public struct Fault: Error, CustomStringConvertible {
        let call: String
        let code: Int32

        public var description: String { "no loopback port to be had: \(call): \(String(cString: strerror(code)))" }
    }

    public let port: UInt16
    private let socket: Int32

    /// - Parameter serve: speaks with one peer over its descriptor, and returns when it has gone.
    public init(serve: @escaping @Sendable (Int32) -> Void) throws(Fault) {
        let listener = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard listener >= 0 else { throw Fault(call: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let opened = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, address, &length) == 0
            }
        }
        guard opened else {
            let code = errno
            Glibc.close(listener)
            throw Fault(call: "bind", code: code)
        }
        socket = listener
        port = UInt16(bigEndian: address.sin_port)
        Threads.start {
            while true {
                let peer = accept(listener, nil, nil)
                if peer < 0 && errno == EINTR { continue }
                guard peer >= 0 else { return }
                Threads.start {
                    serve(peer)
                    Glibc.close(peer)
                }
            }
        }
    }

    /// Takes no further connection.
    public func close() {
        shutdown(socket, Int32(SHUT_RDWR))
        Glibc.close(socket)
    }
}
