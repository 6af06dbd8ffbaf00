// One coming of a stage for one ladder, before it is known whether it is sent.

import CivilTime

/// A stage with its repetition, the rung it is meant for and the day it is planned for, always a working day.
struct Occurrence: Hashable, Sendable {
    let stage: Stage
    var repetition: Int
    let role: Role
    let kind: ReminderKind
    let day: CivilDate
    /// The coming round or the review that it is about; nil for what comes once.
    var occurrence: CivilDate?
    /// Whether the schedule's repeats have ended by then: it is not told, and the ledger says why.
    var isPastTheEnd = false

    /// Later in the course of a target: by day, and on one day the more urgent.
    func follows(_ other: Occurrence) -> Bool { (day, kind.urgency) > (other.day, other.kind.urgency) }
}

extension ReminderKind {
    /// Higher is more urgent; what one message sorts by, and what wins where two stages fall on one day.
    var urgency: Int {
        switch self {
        case .undated, .review, .introduction: 0
        case .checkIn, .checkInRepeat: 1
        case .starts: 2
        case .midpoint: 3
        case .lead: 4
        case .due: 5
        case .letter: 6
        case .overdue: 7
        case .warned: 8
        case .extended: 9
        case .escalated: 10
        }
    }

    /// Reminders of one thread overtake one another; those of another say something else, and leave them alone.
    var thread: Thread {
        switch self {
        case .lead, .due, .letter, .overdue, .starts, .midpoint, .checkIn, .checkInRepeat, .undated: .date
        case .review: .review
        case .warned: .warning
        case .extended: .extensions
        case .escalated: .ladder
        case .introduction: .introduction
        }
    }

    enum Thread: Hashable { case date, review, warning, extensions, ladder, introduction }

    /// Whether it says that the date has passed; what a ladder climbs from.
    public var tellsOfLateness: Bool { [.letter, .overdue, .escalated, .warned].contains(self) }

    /// Whether nobody hears it who was introduced to the plan only lately.
    var waitsForIntroduction: Bool { tellsOfLateness || self == .extended }
}
