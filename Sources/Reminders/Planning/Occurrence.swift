// One coming of a stage for one ladder, before it is known whether it is sent.

import CivilTime

/// A stage with its repetition, the rung it is meant for and the day it is planned for, always a working day.
struct Occurrence: Hashable, Sendable {
    let stage: Stage
    let repetition: Int
    let role: Role
    let kind: ReminderKind
    let day: CivilDate

    /// Later in the course of a target: by day, and on one day the more urgent.
    func follows(_ other: Occurrence) -> Bool { (day, kind.urgency) > (other.day, other.kind.urgency) }
}

extension ReminderKind {
    /// Higher is more urgent; what one message sorts by, and what wins where two stages fall on one day.
    var urgency: Int {
        switch self {
        case .checkIn: 0
        case .starts: 1
        case .lead: 2
        case .due: 3
        case .letter: 4
        case .overdue: 5
        case .escalated: 6
        }
    }

    /// Whether it says that the date has passed; what a ladder climbs from.
    public var tellsOfLateness: Bool { self == .letter || self == .overdue || self == .escalated }
}
