// How a register is opened, and who asks.

/// What the opener will do.
public enum Access: Hashable, Sendable {
    /// Takes no lock, never writes, never checkpoints.
    case reader
    /// The command line: locks around each write, and nudges the service after it.
    case writer
    /// The service: holds the service lock for as long as the register is open.
    case service
}

/// Who makes a change: the login that ran the command, and whom it was made for.
public struct Author: Hashable, Sendable, CustomStringConvertible {
    public let login: String
    /// The name given with `--by`.
    public let by: String?

    public init(login: String, by: String?) {
        self.login = login
        self.by = by
    }

    /// `amy` or `amy, for Sam Okafor`.
    public var description: String { by.map { "\(login), for \($0)" } ?? login }
}
