// One post as the register knows it.

import Reminders

public struct OwnerRecord: Hashable, Sendable {
    public let id: OwnerID
    /// The post, its spellings and the people who stand for it.
    public let entry: OwnerEntry
    /// The plans that name it.
    public let plans: [String]
    /// Its targets that are open or ongoing.
    public let openTargets: Int

    /// Whether nobody can be told in the name of this post.
    public var isUnresolved: Bool { entry.holder?.email == nil && entry.holder?.webhook == nil }
}
