// The brake: a pass that would send far more than anybody foresaw stops itself.

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
    ///   - leaving: the recipient and channel of each message.
    ///   - approved: how many of them an administrator has agreed to beforehand.
    public func reason(toHold leaving: [(recipient: PersonID, channel: Channel)], approved: Int) -> String? {
        if leaving.count > messages + approved {
            return "\(leaving.count) messages would leave at once; the brake allows \(messages)"
                + (approved > 0 ? " beyond the \(approved) that were approved" : "")
        }
        var mails: [PersonID: Int] = [:]
        for message in leaving where message.channel == .email { mails[message.recipient, default: 0] += 1 }
        guard let most = mails.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), most.value > perPerson else {
            return nil
        }
        return "\(most.value) mails would leave at once for one person; the brake allows \(perPerson)"
    }
}
