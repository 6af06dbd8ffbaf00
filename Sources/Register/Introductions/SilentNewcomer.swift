// Somebody who was introduced to a plan and has said nothing since.

import CivilTime
import Reminders

public struct SilentNewcomer: Hashable, Sendable {
    public let person: String
    public let plan: String
    /// When the introduction was accepted; the first of them where several channels carried it.
    public let since: Instant
    /// What it listed and is still chased, by reference.
    public let references: [String]
    /// The messages that introduced them.
    public let messages: [MessageID]
    /// Whether a note to the administrator has said so.
    public let isTold: Bool
}
