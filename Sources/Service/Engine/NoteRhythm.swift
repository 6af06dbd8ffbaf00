// When the administrator's note is sent: at once with anything new, then ever more rarely while nothing changes, and never
// not at all.

import CivilTime
import Register

struct NoteRhythm {
    /// What earlier notes said.
    let told: [String: NotedLine]
    let calendar: WorkingCalendar

    /// Working days from one saying of a line to the next; the last goes on for ever.
    static let gaps = [1, 2, 5, 10]

    /// Whether any of these lines is to be said on this day. A note says all that there is.
    func isDue(_ lines: [String], on day: CivilDate) -> Bool {
        lines.contains { line in
            guard let last = told[line] else { return true }
            let gap = Self.gaps[min(last.times, Self.gaps.count) - 1]
            return calendar.workingDays(from: last.lastDay, to: day) >= gap
        }
    }
}
