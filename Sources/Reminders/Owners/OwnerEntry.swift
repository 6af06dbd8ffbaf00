// One post in an owners file: the way in which people come into the register, and out of it.

/// A post with its spellings and the people who are to stand for it.
public struct OwnerEntry: Hashable, Sendable {
    /// As printed in a plan.
    public let post: String
    /// Other spellings of the same post.
    public let aliases: [String]
    public let holder: PersonEntry?
    public let deputy: PersonEntry?
    public let manager: PersonEntry?

    public init(
        post: String, aliases: [String], holder: PersonEntry?, deputy: PersonEntry?, manager: PersonEntry?
    ) {
        self.post = post
        self.aliases = aliases
        self.holder = holder
        self.deputy = deputy
        self.manager = manager
    }
}
