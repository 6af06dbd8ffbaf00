// A hold as somebody asks for it. Author, reason and end are never left out.

import CivilTime
import Reminders

/// What nothing is delivered for.
public enum HoldSubject: Hashable, Sendable {
    /// The short name of a plan.
    case plan(String)
    /// A reference.
    case target(String)
    /// A post, in any spelling.
    case owner(String)
    case channel(Channel)
}

extension HoldSubject: CustomStringConvertible {
    public var description: String {
        switch self {
        case .plan(let name): "the plan \(name)"
        case .target(let reference): reference
        case .owner(let post): "\u{201C}\(post)\u{201D}"
        case .channel(let channel): "the channel \(channel)"
        }
    }
}

public struct HoldEntry: Hashable, Sendable {
    public let subject: HoldSubject
    /// The last day of it.
    public let until: CivilDate
    public let because: String
    /// Who wants it.
    public let by: String

    public init(subject: HoldSubject, until: CivilDate, because: String, by: String) {
        self.subject = subject
        self.until = until
        self.because = because
        self.by = by
    }
}

/// A hold that stands.
public struct HoldRecord: Hashable, Sendable {
    public let id: HoldID
    /// With the names as the register has them.
    public let subject: HoldSubject
    /// The plan that it lies in, for one on a plan or a target.
    public let plan: String?
    public let until: CivilDate
    public let because: String
    public let by: String
    public let recordedAt: Instant
    public let recordedBy: String
    /// How many targets it keeps silent that would be chased otherwise; 0 for one on a channel.
    public let targets: Int
    /// Whether another one on the same subject ends later.
    public let isOutlasted: Bool
}
