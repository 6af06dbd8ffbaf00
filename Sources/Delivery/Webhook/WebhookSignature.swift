// Signatures by which a receiver knows that a webhook is ours and fresh. Pure.
// Source: Standard Webhooks 1.0.0, "Signature scheme": HMAC-SHA256 over `id.timestamp.body`, scheme `v1`.

import Crypto

/// A key that signs, made of a `whsec_` secret.
struct SigningKey: Sendable {
    private let key: SymmetricKey

    /// Throws, never naming the secret, unless it is `whsec_` and base64 of 24 to 64 bytes.
    init(_ secret: Secret) throws(CarrierFault) {
        guard secret.text.hasPrefix("whsec_") else {
            throw CarrierFault(description: "expected a secret that begins with whsec_, found another beginning")
        }
        guard let bytes = Base64.bytes(String(secret.text.dropFirst("whsec_".count))) else {
            throw CarrierFault(description: "expected whsec_ and padded base64, found other characters after whsec_")
        }
        guard (24...64).contains(bytes.count) else {
            throw CarrierFault(description: "expected 24 to 64 bytes after whsec_, found \(bytes.count)")
        }
        key = SymmetricKey(data: bytes)
    }

    /// `v1,` and the base64 of the signature.
    func signature(id: String, timestamp: Int64, body: [UInt8]) -> String {
        var signer = HMAC<SHA256>(key: key)
        signer.update(data: Array("\(id).\(timestamp).".utf8))
        signer.update(data: body)
        return "v1,\(Base64.text(signer.finalize()))"
    }
}

/// The three headers that a signed webhook carries.
enum WebhookHeaders {
    static func lines(id: String, timestamp: Int64, body: [UInt8], keys: [SigningKey]) -> [String] {
        let signatures = keys.map { $0.signature(id: id, timestamp: timestamp, body: body) }
        return ["webhook-id: \(id)", "webhook-timestamp: \(timestamp)"]
            + (signatures.isEmpty ? [] : ["webhook-signature: \(signatures.joined(separator: " "))"])
    }
}
