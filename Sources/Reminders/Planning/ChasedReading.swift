// Which of a phrase's readings is chased. "Completed" beside a date is history, and so is "ongoing" after one.

import ActionPlans
import CivilTime

extension Reading {
    /// The first reading that a schedule can plan stages for; nil where there is none, and the target stands in the
    /// register only.
    public static func chased(in readings: [Reading]) -> Reading? {
        let chases = readings.map { (reading: $0, chase: $0.chase) }
        // A day by which something is due says more than the day on which it starts, that more than what comes round, and
        // each more than "ongoing".
        let chosen =
            chases.first { $0.chase?.due != nil }
            ?? chases.first { if case .start = $0.chase { true } else { false } }
            ?? chases.first { if case .rounds = $0.chase { true } else { false } }
            ?? chases.first { $0.chase == .standing }
        return chosen?.reading
    }

    /// What its stages count from; nil for a reading that is not chased.
    var chase: Chase? {
        switch kind {
        case .due, .relative: due.map { .until($0, from: nil) }
        case .range: due.map { .until($0, from: from) }
        case .starts: from.map(Chase.start)
        case .recurring: Rhythm(self).map(Chase.rounds) ?? .standing
        case .ongoing: .standing
        case .completed, .none, .unclear: nil
        }
    }
}

/// How a target is chased.
enum Chase: Hashable, Sendable {
    /// Until this day, and after it as late; a range has a first day.
    case until(CivilDate, from: CivilDate?)
    /// Up to its start, and from then on by check-ins.
    case start(CivilDate)
    /// Until each day on which it comes round.
    case rounds(Rhythm)
    /// For ever, by check-ins.
    case standing

    /// The day it counts from; nil for what comes round or stands for ever.
    var day: CivilDate? {
        switch self {
        case .until(let day, _), .start(let day): day
        case .rounds, .standing: nil
        }
    }

    /// The day after which it is late; nil where it never is.
    var due: CivilDate? {
        if case .until(let day, _) = self { day } else { nil }
    }
}
