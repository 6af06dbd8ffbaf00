// The mail relay that the configuration names.

public struct Relay: Hashable, Sendable {
    public let host: String
    public let port: Int
    public let tls: TLSPolicy
    public let user: String?
    public let password: SecretSource?
    /// A file of CA certificates in PEM to trust in place of the system's.
    public let caFile: String?
    /// How many connections at once, 1 to 64.
    public let sessions: Int

    public init(
        host: String, port: Int, tls: TLSPolicy, user: String?, password: SecretSource?, caFile: String?, sessions: Int
    ) {
        self.host = host
        self.port = port
        self.tls = tls
        self.user = user
        self.password = password
        self.caFile = caFile
        self.sessions = sessions
    }
}

public enum TLSPolicy: String, Hashable, Sendable, CaseIterable {
    /// STARTTLS, and no mail without it.
    case required
    /// TLS from the first byte.
    case implicit
    /// In the clear; `check` and each start warn of it.
    case none
}
