// A webhook endpoint that the configuration names.

public struct Endpoint: Hashable, Sendable {
    public let name: String
    public let url: String
    /// `whsec_` secrets; the first signs first, a second one is there while it is being replaced.
    public let secrets: [SecretSource]
    /// Whether `http:` will do.
    public let allowsPlainHTTP: Bool
    /// Whether an address of a private, loopback or link-local network will do.
    public let allowsPrivateAddresses: Bool
    public let timeoutSeconds: Int
    public let caFile: String?

    public init(
        name: String, url: String, secrets: [SecretSource], allowsPlainHTTP: Bool, allowsPrivateAddresses: Bool,
        timeoutSeconds: Int, caFile: String?
    ) {
        self.name = name
        self.url = url
        self.secrets = secrets
        self.allowsPlainHTTP = allowsPlainHTTP
        self.allowsPrivateAddresses = allowsPrivateAddresses
        self.timeoutSeconds = timeoutSeconds
        self.caFile = caFile
    }
}
