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

    /// The last one before a day, the first one from it on, and the one after that; fewer where there are none.
    func around(_ day: CivilDate) -> [CivilDate] {
        switch self {
        case .on(let days):
            let before = days.last { $0 < day }
            return (before.map { [$0] } ?? []) + days.filter { $0 >= day }.prefix(2)
        case .every(let months, let from):
            let rhythm = Rhythm(from: from, everyMonths: months)
            let next = rhythm.first(onOrAfter: day)
            return [rhythm.last(before: day), next, next.flatMap { rhythm.first(onOrAfter: $0.adding(days: 1)) }]
                .compactMap { $0 }
        }
    }
}
