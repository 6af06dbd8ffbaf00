// One datagram to the service after a command's commit: "look again". It carries nothing, and if nobody listens nothing
// is lost, since the service finds its work in the register.
// Source: unix(7), for the length of a socket's name and the abstract namespace.

import Crypto
import Glibc

public enum Nudge {
    /// Sends one; whether anybody was there to take it.
    @discardableResult
    public static func send(registerPath: String) -> Bool {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { _ = close(descriptor) }
        var byte: UInt8 = 1
        return withAddress(registerPath) { address, length in
            sendto(descriptor, &byte, 1, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL), address, length) == 1
        }
    }

    /// `PATH.nudge`, or an abstract name made of its hash where that is too long for a socket.
    static func name(registerPath: String) -> [UInt8] {
        let path = Array((registerPath + ".nudge").utf8)
        if path.count < 108 { return path }
        return [0] + Array("duewatch-\(SHA256.hash(data: path).hex)".utf8)
    }

    static func withAddress<Result>(
        _ registerPath: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        let name = name(registerPath: registerPath)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        // A path ends with a zero byte; an abstract name is exactly as long as it is said to be.
        let isAbstract = name.first == 0
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count + (isAbstract ? 0 : 1))
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}

private let hexDigits = Array("0123456789abcdef".utf8)

extension Digest {
    /// Lower-case hex digits.
    var hex: String {
        withUnsafeBytes { bytes in
            String(unsafeUninitializedCapacity: 2 * bytes.count) { text in
                for (place, byte) in bytes.enumerated() {
                    text[2 * place] = hexDigits[Int(byte >> 4)]
                    text[2 * place + 1] = hexDigits[Int(byte & 15)]
                }
                return 2 * bytes.count
            }
        }
    }
}
