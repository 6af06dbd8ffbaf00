// What happened to one try, as a channel reports it. A value: what we do about it is the verdict.

/// What a peer said.
public struct Reply: Hashable, Sendable, Codable {
    /// The SMTP reply code or HTTP status; 0 where there was none.
    public let code: Int
    /// `5.1.1`, where the peer gave one.
    public let enhancedStatus: String?
    /// The peer's words without control characters, at most 500 characters. May hold an address: never logged above debug.
    public let text: String

    public init(code: Int, enhancedStatus: String?, text: String) {
        self.code = code
        self.enhancedStatus = enhancedStatus
        self.text = text
    }

    /// `5.1.1` at the beginning of a text, whatever stands behind it; nil where it begins with anything else.
    /// Source: RFC 3463 section 2.
    public static func enhancedStatus(in text: some StringProtocol) -> String? {
        let ends = [UInt8(ascii: " "), UInt8(ascii: "("), UInt8(ascii: "\t")]
        let first = text.utf8.drop { ends.contains($0) }.prefix { !ends.contains($0) }
        let parts = first.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isStatus =
            parts.count == 3 && ["2", "4", "5"].contains { parts[0].elementsEqual($0.utf8) }
            && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy { (48...57).contains($0) } }
        return isStatus ? String(decoding: first, as: UTF8.self) : nil
    }
}

public enum Outcome: Hashable, Sendable {
    case accepted(Reply)
    case refusedForNow(Reply, retryAfterSeconds: Int?)
    case refusedForGood(Reply)
    /// The message may have arrived: the peer had it whole, and did not answer.
    case noAnswer(String)
    /// Nothing reached a peer: no connection, no file, no secret, no valid address.
    case localFault(String)
    /// It was not tried at all: the service is stopping, or the peer has just refused all of us.
    case notBegun(String)
}
