// Reviews of a plan: before each, every owner with something open is asked for an update.

import CivilTime

/// When a plan is reviewed, and when its owners are asked.
public struct ReviewRounds: Hashable, Sendable {
    public let days: ReviewDays
    /// So long before each review; the latest that has come is told.
    public let leads: [Span]
    /// After the review, every so many working days without an answer; nil for never.
    public let overdue: Int?
    /// When these end.
    public let ending: Ending

    public init(days: ReviewDays, leads: [Span], overdue: Int?, ending: Ending) {
        self.days = days
        self.leads = leads
        self.overdue = overdue
        self.ending = ending
    }
}

public enum ReviewDays: Hashable, Sendable {
    /// Ascending.
    case on([CivilDate])
    case every(months: Int, from: CivilDate)
}
