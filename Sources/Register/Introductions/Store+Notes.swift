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

    /// Queues a note and remembers its lines; one that it no longer holds is forgotten, and will be news when it comes
    /// back. `silent` are the introductions that it names as unanswered.
    public func post(note: Notice, on day: CivilDate, silent: [MessageID], at now: Instant) throws {
        try write(at: now) { writing in
            try writing.post(note, notBefore: now)
            for text in note.paragraphs {
                try writing.execute(
                    """
                    INSERT INTO noted_line (text, times, last_day) VALUES (?, 1, ?)
                    ON CONFLICT (text) DO UPDATE SET times = times + 1, last_day = excluded.last_day
                    """, [text, day])
            }
            try writing.execute("DELETE FROM noted_line WHERE last_day < ?", [day])
            for message in silent {
                try writing.execute(
                    "UPDATE message SET silence_told_at = ? WHERE id = ? AND introduces = 1", [now, message])
            }
        }
    }
}
