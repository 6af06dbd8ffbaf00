// Which of a phrase's readings is chased. "Completed" beside a date is history, and so is "ongoing" after one.

import ActionPlans
import CivilTime

extension Reading {
    /// The first reading that a schedule can plan stages for; nil where there is none, and the target stands in the
    /// register only.
    public static func chased(in readings: [Reading]) -> Reading? {
        let dated = readings.first { reading in
            switch reading.kind {
            case .due, .range, .relative: reading.due != nil
            case .starts: reading.from != nil
            case .recurring, .ongoing, .completed, .none, .unclear: false
            }
        }
        return dated ?? readings.first { $0.kind == .recurring || $0.kind == .ongoing }
    }

    /// What its stages count from; nil for a reading that is not chased.
    var chase: Chase? {
        switch kind {
        case .due, .range, .relative: due.map(Chase.until)
        case .starts: from.map(Chase.start)
        case .recurring, .ongoing: .standing
        case .completed, .none, .unclear: nil
        }
    }
}

/// How a target is chased.
enum Chase: Hashable, Sendable {
    /// Until this day, and after it as late.
    case until(CivilDate)
    /// Up to its start, and no further.
    case start(CivilDate)
    /// For ever, by check-ins.
    case standing
}
