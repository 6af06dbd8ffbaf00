// Who can be told: people and shared mailboxes, as the register knows them at this moment.

/// A person or a shared mailbox, with the channels they asked for.
public struct PersonFacts: Hashable, Sendable, Codable {
    public let id: PersonID
    public let name: String
    /// An address that passed the syntax check; nil where none is known or a relay refused it for good.
    public let email: String?
    /// In the order in which they were given. `email` stands here only if `email` is known.
    public let channels: [Channel]

    public init(id: PersonID, name: String, email: String?, channels: [Channel]) {
        self.id = id
        self.name = name
        self.email = email
        self.channels = channels
    }
}
