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

    /// Other posts that may be the same in another spelling.
    public var isLike: [String] = []

    /// Whether nobody can be told in the name of this post, now or later.
    public var isUnresolved: Bool { entry.hasNobodyToTell }
}
