// How long a mail relay is waited for.
// Source: RFC 5321 section 4.5.3.2; after the body it wants ten minutes, because giving up early sends twice.

/// Seconds, each at least 1.
public struct SMTPTimeouts: Hashable, Sendable {
    /// Until there is a connection.
    public let connect: Int
    /// For each answer.
    public let reply: Int
    /// For one message from start to end.
    public let message: Int

    public init(connect: Int, reply: Int, message: Int) {
        self.connect = connect
        self.reply = reply
        self.message = message
    }

    /// What follows from how long one answer may take: half a minute at most for the connection, and no message longer
    /// than two such answers.
    public init(reply: Int) { self.init(connect: min(30, reply), reply: reply, message: 2 * reply) }
}
