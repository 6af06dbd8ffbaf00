// A receiver of webhooks as an organisation would run one: it checks each signature by Standard Webhooks 1.0, and counts.
// It knows just enough of HTTP/1.1 (RFC 9112) for libcurl: one POST after the other, each with its Content-Length.

import Crypto
import FoundationEssentials
import Synchronization

public final class WebhookReceiver: Sendable {
    private let listener: LoopbackListener
    private let tally: Tally

    /// - Parameter key: the bytes behind `whsec_`.
    public init(key: [UInt8]) throws(LoopbackListener.Fault) {
        let tally = Tally()
        let symmetric = SymmetricKey(data: key)
        self.tally = tally
        listener = try LoopbackListener { peer in
            var connection = HTTPConnection(socket: peer)
            while let request = connection.next() {
                let isSigned = Self.isSigned(request, with: symmetric)
                tally.count(id: request.headers["webhook-id"] ?? "", isSigned: isSigned)
                connection.answer(isSigned ? "204 No Content" : "401 Unauthorized")
            }
        }
    }

    public var url: String { "http://127.0.0.1:\(listener.port)/reminders" }

    /// Distinct ids that came with a good signature.
    public var accepted: Int { tally.accepted }
    public var refused: Int { tally.refused }

    public func close() { listener.close() }

    private static func isSigned(_ request: HTTPRequest, with key: SymmetricKey) -> Bool {
        guard let id = request.headers["webhook-id"], let timestamp = request.headers["webhook-timestamp"],
            let signatures = request.headers["webhook-signature"]
        else { return false }
        let content = Array("\(id).\(timestamp).".utf8) + request.body
        return signatures.split(separator: " ").contains { signature in
            guard signature.hasPrefix("v1,"), let code = Data(base64Encoded: String(signature.dropFirst(3))) else {
                return false
            }
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: content, using: key)
        }
    }
}

/// What came in; the listener's thread writes it and the simulation's reads it.
private final class Tally: Sendable {
    private let counts = Mutex<(ids: Set<String>, unsigned: Int)>(([], 0))

    func count(id: String, isSigned: Bool) {
        counts.withLock { counts in
            if isSigned { counts.ids.insert(id) } else { counts.unsigned += 1 }
        }
    }

    var accepted: Int { counts.withLock { $0.ids.count } }
    var refused: Int { counts.withLock { $0.unsigned } }
}
