// A webhook endpoint that the configuration names.

public struct Endpoint: Hashable, Sendable {
    public let name: String
    public let url: String
    /// `whsec_` secrets; the first signs first, a second one is there while it is being replaced. Empty only where there
    /// is an authentication.
    public let secrets: [SecretSource]
    /// What the endpoint asks for besides a signature.
    public let authentication: EndpointAuthentication?
    /// Whether `http:` will do.
    public let allowsPlainHTTP: Bool
    /// Whether an address of a private, loopback or link-local network will do.
    public let allowsPrivateAddresses: Bool
    /// Machines and networks that will do, although they lie inside.
    public let allowed: [AllowedPeer]
    /// `http://HOST:PORT` that takes our requests further; nil to connect directly.
    public let proxy: String?
    public let timeoutSeconds: Int
    public let caFile: String?
    /// false where any certificate will do; `check` and each start warn of it.
    public let verifiesTLS: Bool
    public let events: Set<EndpointEvent>
    /// Whether it is told no more than reference, stage and link.
    public let isThin: Bool
    /// Where a person reads more, with `{reference}` in it; nil for none.
    public let link: String?

    /// Where all its secrets lie.
    public var sources: [SecretSource] { secrets + [authentication?.source].compactMap { $0 } }

    public init(
        name: String, url: String, secrets: [SecretSource], authentication: EndpointAuthentication? = nil,
        allowsPlainHTTP: Bool, allowsPrivateAddresses: Bool, allowed: [AllowedPeer] = [], proxy: String? = nil,
        timeoutSeconds: Int, caFile: String?, verifiesTLS: Bool = true, events: Set<EndpointEvent> = [.reminders],
        isThin: Bool = false, link: String? = nil
    ) {
        self.name = name
        self.url = url
        self.secrets = secrets
        self.authentication = authentication
        self.allowsPlainHTTP = allowsPlainHTTP
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.allowed = allowed
        self.proxy = proxy
        self.timeoutSeconds = timeoutSeconds
        self.caFile = caFile
        self.verifiesTLS = verifiesTLS
        self.events = events
        self.isThin = isThin
        self.link = link
    }
}

/// What an endpoint wants to hear of.
public enum EndpointEvent: String, Hashable, Sendable, CaseIterable {
    /// Reminders for the people whose webhook it is.
    case reminders
    /// Every answer and every changed date of a plan that is armed.
    case answers
}

/// How an endpoint knows us besides by the signature.
public enum EndpointAuthentication: Hashable, Sendable {
    /// `Authorization: Bearer TOKEN`
    case bearer(SecretSource)
    case header(name: String, value: SecretSource)

    public var source: SecretSource {
        switch self {
        case .bearer(let source), .header(_, let source): source
        }
    }

    /// Whether a header of this name may be set: a token of RFC 9110 that is none of ours or of HTTP's own.
    public static func isHeaderName(_ name: String) -> Bool {
        let symbols = Set("!#$%&'*+-.^_`|~".utf8)
        let isToken = name.utf8.allSatisfy { byte in
            switch Unicode.Scalar(byte) {
            case "a"..."z", "A"..."Z", "0"..."9": true
            default: symbols.contains(byte)
            }
        }
        let lower = name.lowercased()
        return isToken && (1...64).contains(name.utf8.count) && !lower.hasPrefix("webhook-") && !taken.contains(lower)
    }

    private static let taken: Set<String> = [
        "host", "content-length", "content-type", "content-encoding", "transfer-encoding", "connection", "expect",
        "user-agent", "upgrade", "te", "trailer", "keep-alive", "proxy-authorization", "proxy-connection",
    ]
}
