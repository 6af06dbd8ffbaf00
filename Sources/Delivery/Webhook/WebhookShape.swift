// How much one endpoint is told, and where its people can read more.

import Reminders

public struct WebhookShape: Hashable, Sendable {
    /// Reference, stage and link, and nothing else.
    public let isThin: Bool
    /// An address with `{reference}` in it.
    public let link: String?

    public init(isThin: Bool = false, link: String? = nil) {
        self.isThin = isThin
        self.link = link
    }

    public init(_ endpoint: Endpoint) { self.init(isThin: endpoint.isThin, link: endpoint.link) }

    /// The address for one target, its reference percent-encoded. Source: RFC 3986 section 2.3.
    func link(to reference: String) -> String? {
        link?.split(separator: "{reference}", omittingEmptySubsequences: false).joined(
            separator: Self.encoded(reference))
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": String(Unicode.Scalar(byte))
            default: "%" + QuotedPrintable.hex(byte)
            }
        }.joined()
    }
}
