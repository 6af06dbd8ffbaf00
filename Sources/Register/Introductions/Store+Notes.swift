// What the administrator's notes have said, so that they say it at once and then more rarely.

import CivilTime
import GRDB
import Reminders

/// How often a line was noted, and on which day last.
public struct NotedLine: Hashable, Sendable {
    public let times: Int
    public let lastDay: CivilDate

    public init(times: Int, lastDay: CivilDate) {
        self.times = times
        self.lastDay = lastDay
    }
}

extension Store {
    /// By the words of the line.
    public func notedLines() throws -> [String: NotedLine] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT text, times, last_day FROM noted_line")
            return Dictionary(
                uniqueKeysWithValues: rows.map { ($0["text"], NotedLine(times: $0["times"], lastDay: $0["last_day"])) })
        }
    }

    /// Queues the notes of a day and remembers what they say. A line that waits no longer is forgotten, and will be news
    /// when it comes back.
    ///
    /// - Parameters:
    ///   - standing: all that waits on this day, said or not.
    ///   - silent: the introductions that the notes name as unanswered.
    public func post(
        notes: [Notice], on day: CivilDate, standing: Set<String>, silent: [MessageID], at now: Instant
    ) throws {
        try write(at: now) { writing in
            for note in notes {
                try writing.post(note, notBefore: now)
                for text in note.paragraphs {
                    try writing.execute(
                        """
                        INSERT INTO noted_line (text, times, last_day) VALUES (?, 1, ?)
                        ON CONFLICT (text) DO UPDATE SET times = times + 1, last_day = excluded.last_day
                        """, [text, day])
                }
            }
            let known = try String.fetchAll(writing.db, sql: "SELECT text FROM noted_line")
            for text in known where !standing.contains(text) {
                try writing.execute("DELETE FROM noted_line WHERE text = ?", [text])
            }
            for message in silent {
                try writing.execute(
                    "UPDATE message SET silence_told_at = ? WHERE id = ? AND introduces = 1", [now, message])
            }
        }
    }
}
