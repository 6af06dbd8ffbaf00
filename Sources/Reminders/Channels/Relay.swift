// The mail relay that the configuration names.

public struct Relay: Hashable, Sendable {
    public let host: String
    public let port: Int
    public let tls: TLSPolicy
    public let user: String?
    public let password: SecretSource?
    public let login: LoginMethod
    /// A file of CA certificates in PEM to trust in place of the system's.
    public let caFile: String?
    /// false where any certificate will do; `check` and each start warn of it.
    public let verifiesTLS: Bool
    /// How many connections at once, 1 to 64.
    public let sessions: Int
    /// How long each answer is waited for, 1 to 1800.
    public let timeoutSeconds: Int
    public let quota: Quota
    /// The name that we give ourselves in EHLO; nil for the domain of the sender.
    public let hello: String?

    public init(
        host: String, port: Int, tls: TLSPolicy, user: String?, password: SecretSource?, login: LoginMethod = .auto,
        caFile: String?, verifiesTLS: Bool = true, sessions: Int, timeoutSeconds: Int = 600, quota: Quota = .none,
        hello: String? = nil
    ) {
        self.hello = hello
        self.host = host
        self.port = port
        self.tls = tls
        self.user = user
        self.password = password
        self.login = login
        self.caFile = caFile
        self.verifiesTLS = verifiesTLS
        self.sessions = sessions
        self.timeoutSeconds = timeoutSeconds
        self.quota = quota
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

/// How the password is given. Source: RFC 4616 (PLAIN); LOGIN is older, and some relays know nothing else.
public enum LoginMethod: String, Hashable, Sendable, CaseIterable {
    /// PLAIN where the relay offers it, else LOGIN: one of them, so that a wrong password is one failed login.
    case auto
    case plain, login
}
