// One plan, as `duewatch plans` lists it.

import CivilTime
import Reminders

public struct PlanSummary: Hashable, Sendable {
    public let id: PlanID
    public let name: String
    public let title: String
    public let published: CivilDate?
    /// The editions, earliest first: "2020-01", "2020-12".
    public let editions: [String]
    public let recommendations: Int
    /// Targets that are not superseded.
    public let targets: Int
    /// Of them: open or ongoing, with a date that can be chased.
    public let chased: Int
    public let armed: Int
    /// Chased, and waiting for `arm`.
    public let waiting: Int
    /// Since when the oldest of these waits.
    public let waitingSince: Instant?
    /// Open rows of its worklist.
    public let doubts: Int
    public let armedAt: Instant?
    /// nil while it is not closed. A closed plan has nothing that is chased or waits.
    public let closed: PlanClosure?
}

/// When and why all chasing of a plan was ended.
public struct PlanClosure: Hashable, Sendable {
    public let at: Instant
    public let by: String
    public let because: String
}

/// What an administrator saw and agreed to when arming.
public struct Approval: Hashable, Sendable {
    /// How many messages were foreseen.
    public let messages: Int
    /// The last day of that forecast.
    public let until: CivilDate

    public init(messages: Int, until: CivilDate) {
        self.messages = messages
        self.until = until
    }
}
