import Crypto
import Foundation
import Glibc
import Testing

@testable import Simulation

@Suite("The webhook receiver of the demo")
struct WebhookReceiverTests {
    private let key = Array("a key of thirty-two bytes, or so".utf8)

    @Test("takes what is signed, refuses what is not, and counts an id once")
    func signatures() throws {
        let receiver = try WebhookReceiver(key: key)
        defer { receiver.close() }
        let peer = try Peer(url: receiver.url)
        #expect(peer.exchange(request("{}", id: "msg_1")) == "204")
        #expect(peer.exchange(request("{}", id: "msg_1")) == "204")
        #expect(peer.exchange(request("{\"a\": 1}", signing: "{}", id: "msg_2")) == "401")
        #expect(peer.exchange("POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n") == "401")
        #expect(receiver.accepted == 1)
        #expect(receiver.refused == 2)
    }

    @Test("puts a request together from packets of a few bytes, and takes two in one packet apart")
    func packets() throws {
        let receiver = try WebhookReceiver(key: key)
        defer { receiver.close() }
        let peer = try Peer(url: receiver.url)
        for byte in request("{\"words\": \"a body\"}", id: "msg_1").utf8 { peer.send([byte]) }
        #expect(peer.status() == "204")
        peer.send(Array((request("{}", id: "msg_2") + request("{}", id: "msg_3")).utf8))
        #expect(peer.status() == "204")
        #expect(peer.status() == "204")
        #expect(receiver.accepted == 3)
    }

    @Test("serves a second connection while the first is open")
    func twoConnections() throws {
        let receiver = try WebhookReceiver(key: key)
        defer { receiver.close() }
        let (first, second) = (try Peer(url: receiver.url), try Peer(url: receiver.url))
        #expect(second.exchange(request("{}", id: "msg_1")) == "204")
        #expect(first.exchange(request("{}", id: "msg_2")) == "204")
    }

    @Test(
        "ends a connection whose request it cannot bound",
        arguments: [
            ("a body that is too large", "POST / HTTP/1.1\r\nContent-Length: 300000\r\n\r\n", "413"),
            ("a length that is no number", "POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", "400"),
            ("a negative length", "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "400"),
        ])
    func unbounded(_ sentence: String, _ request: String, _ status: String) throws {
        let receiver = try WebhookReceiver(key: key)
        defer { receiver.close() }
        let peer = try Peer(url: receiver.url)
        #expect(peer.exchange(request) == status, "\(sentence)")
        #expect(peer.status() == nil, "and the connection is closed")
    }

    private func request(_ body: String, signing signed: String? = nil, id: String) -> String {
        let content = Data("\(id).1767225600.\(signed ?? body)".utf8)
        let code = Data(HMAC<SHA256>.authenticationCode(for: content, using: SymmetricKey(data: key)))
        return "POST /reminders HTTP/1.1\r\nwebhook-id: \(id)\r\nWebhook-Timestamp: 1767225600\r\n"
            + "webhook-signature: v1,bm90aGluZw== v1,\(code.base64EncodedString())\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }
}

/// A client that speaks raw bytes.
private final class Peer {
    struct Fault: Error { let code: Int32 }

    private let descriptor: Int32
    private var received: [UInt8] = []

    init(url: String) throws {
        let port = url.split(separator: ":").last?.split(separator: "/").first.flatMap { UInt16($0) } ?? 0
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Fault(code: errno) }
    }

    deinit { close(descriptor) }

    func exchange(_ request: String) -> String? {
        send(Array(request.utf8))
        return status()
    }

    func send(_ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    /// The code of the next answer; nil once the connection is closed.
    func status() -> String? {
        let mark = Array("\r\n\r\n".utf8)
        while true {
            if let end = received.firstRange(of: mark) {
                let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
                received.removeSubrange(..<end.upperBound)
                return head.split(separator: " ").dropFirst().first.map(String.init)
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            received += buffer[..<count]
        }
    }
}
