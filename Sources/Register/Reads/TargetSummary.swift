// One target as the lists of the command line show it, and what they can be asked for.

import ActionPlans
import CivilTime
import Reminders

/// Which targets; nil is any. Superseded ones are left out unless they are asked for.
public struct TargetFilter: Hashable, Sendable {
    public var plan: String?
    /// The post in any of its spellings.
    public var owner: String?
    public var status: Status?
    public var dueBefore: CivilDate?
    /// Only those that wait for `arm`.
    public var waitingOnly: Bool
    public var limit: Int

    public init(
        plan: String? = nil, owner: String? = nil, status: Status? = nil, dueBefore: CivilDate? = nil,
        waitingOnly: Bool = false, limit: Int = .max
    ) {
        self.plan = plan
        self.owner = owner
        self.status = status
        self.dueBefore = dueBefore
        self.waitingOnly = waitingOnly
        self.limit = limit
    }
}

public struct TargetSummary: Hashable, Sendable {
    public let id: TargetID
    public let reference: String
    public let phrase: String
    /// The kind of the reading that is chased; nil where it stands in the register only.
    public let kind: Reading.Kind?
    public let from: CivilDate?
    public let due: CivilDate?
    public let status: Status
    public let owners: [String]
    public let revision: Int
    public let armedAt: Instant?
    public let nextCheck: Instant?

    /// Whether its day has passed without an answer.
    public func isLate(on today: CivilDate) -> Bool { status == .open && due.map { $0 < today } ?? false }
}
