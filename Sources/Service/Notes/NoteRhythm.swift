// When an administrator's note is sent: at once with anything new, daily while a post cannot be told, else ever more rarely
// while nothing changes, and never not at all.

import CivilTime
import Register

struct NoteRhythm {
    /// What earlier notes said.
    let told: [String: NotedLine]
    let calendar: WorkingCalendar

    /// Working days from one saying of a line to the next; the last goes on for ever.
    static let gaps = [1, 2, 5, 10]

    /// Whether the note is to be sent on this day. It says all that there is, not only what is due. While a post cannot
    /// be told it comes on each working day: until somebody mends that, reminders go to others.
    func isDue(_ note: DailyNote) -> Bool {
        !note.exceptions.isEmpty || note.lines.contains { isDue($0, on: note.day) }
    }

    private func isDue(_ line: String, on day: CivilDate) -> Bool {
        guard let last = told[line] else { return true }
        let gap = Self.gaps[min(last.times, Self.gaps.count) - 1]
        return calendar.workingDays(from: last.lastDay, to: day) >= gap
    }
}
