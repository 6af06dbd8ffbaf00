// How the messages of one plan present themselves: from whom, under which marking, and how much they say.

public struct Letterhead: Hashable, Sendable {
    /// nil for the name and the mailbox of every plan.
    public let senderName: String?
    /// A mailbox that a person reads.
    public let replyTo: String?
    /// A protective marking such as OFFICIAL-SENSITIVE: first in the subject and in the body. nil for none.
    public let marking: String?
    /// Whether a message holds no more than references and links.
    public let isThin: Bool
    /// Where a person reads more, with `{reference}` in it; nil for none.
    public let link: String?

    public init(
        senderName: String? = nil, replyTo: String? = nil, marking: String? = nil, isThin: Bool = false,
        link: String? = nil
    ) {
        self.senderName = senderName
        self.replyTo = replyTo
        self.marking = marking
        self.isThin = isThin
        self.link = link
    }
}
