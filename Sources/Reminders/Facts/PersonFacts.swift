// Who can be told: people and shared mailboxes, as the register knows them at this moment.

import CivilTime

/// A person or a shared mailbox, with the channels they asked for.
public struct PersonFacts: Hashable, Sendable, Codable {
    public let id: PersonID
    public let name: String
    /// An address that passed the syntax check; nil where none is known or a relay refused it for good.
    public let email: String?
    /// In the order in which they were given. `email` stands here only if `email` is known.
    public let channels: [Channel]
    /// The last day of an absence that is running; nil for one who is there. Nobody is told why.
    public let awayUntil: CivilDate?

    public init(
        id: PersonID, name: String, email: String?, channels: [Channel], awayUntil: CivilDate? = nil
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.channels = channels
        self.awayUntil = awayUntil
    }

    /// The same person during an absence.
    public func away(until day: CivilDate?) -> PersonFacts {
        PersonFacts(id: id, name: name, email: email, channels: channels, awayUntil: day)
    }

    /// Whether a message reaches them today: they are there, and have a channel.
    public var canBeTold: Bool { awayUntil == nil && !channels.isEmpty }
}
