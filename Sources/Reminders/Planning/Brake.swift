// The brake: a pass that would send far more than anybody foresaw stops itself.

/// How many messages of reminders would leave by one channel.
public struct Leaving: Hashable, Sendable {
    public let channel: Channel
    public let messages: Int
    /// Of them, those for the person who would have most.
    public let mostForOne: Int

    public init(channel: Channel, messages: Int, mostForOne: Int) {
        (self.channel, self.messages, self.mostForOne) = (channel, messages, mostForOne)
    }
}

/// The most messages that may leave at once beyond what an administrator has approved.
public struct Brake: Hashable, Sendable {
    public let messages: Int
    /// Mails to one person. A webhook endpoint takes one message a reminder, and only counts among all.
    public let perPerson: Int

    public init(messages: Int, perPerson: Int) {
        self.messages = messages
        self.perPerson = perPerson
    }

    public static let standard = Brake(messages: 200, perPerson: 5)

    /// Why what is about to leave for the first time is to be held; nil where it may go.
    ///
    /// - Parameters:
    ///   - leaving: how many messages are to leave by each channel.
    ///   - approved: how many of them an administrator has agreed to beforehand.
    public func reason(toHold leaving: [Leaving], approved: Int) -> String? {
        let count = leaving.reduce(0) { $0 + $1.messages }
        if count > messages + approved {
            return "\(count) messages would leave at once; the brake allows \(messages)"
                + (approved > 0 ? " beyond the \(approved) that were approved" : "")
        }
        let most = leaving.lazy.filter { $0.channel == .email }.map(\.mostForOne).max() ?? 0
        guard most > perPerson else { return nil }
        return "\(most) mails would leave at once for one person; the brake allows \(perPerson)"
    }
}
