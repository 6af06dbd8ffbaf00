// One doubt or fault that a person has to settle.

import CivilTime
import Reminders

public struct WorklistRow: Hashable, Sendable {
    public typealias Kind = DoubtKind

    /// The number that names it in this register.
    public let id: Int64
    public let kind: Kind
    public let plan: PlanID?
    public let planName: String?
    /// `remand-2024/6.2`
    public let reference: String?
    public let text: String
    /// The line of the document.
    public let line: Int?
    public let openedAt: Instant
    /// The target that it is compared with: a likely successor, or the same step under another recommendation.
    public let like: String?
    /// The posts that may be one.
    public let posts: [String]
}
