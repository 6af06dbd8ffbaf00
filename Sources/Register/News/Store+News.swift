// Answers and changed dates, told to the endpoints that asked for them.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Queues one webhook to each endpoint for every answer and changed date that is news, and forgets the news; without
    /// endpoints it only forgets. The date of a target that is not armed waits until it is. The messages belong to the
    /// administrator, who hears of it if one is refused. Returns how many were queued.
    public func tell(_ endpoints: [String], administrator: PersonID, at now: Instant) throws -> Int {
        guard try read(Self.hasNews) else { return 0 }
        return try write(at: now) { writing in
            guard !endpoints.isEmpty else {
                try writing.execute("DELETE FROM news")
                return 0
            }
            var count = 0
            for row in try Row.fetchAll(writing.db, sql: "SELECT news.* \(Self.ripe) ORDER BY news.id LIMIT 512") {
                let piece = try News(writing.db, row)
                for endpoint in endpoints {
                    let notice = piece.notice(to: administrator, endpoint: endpoint)
                    let isNew = try writing.post(notice, notBefore: now, by: .webhook(endpoint: endpoint))
                    count += isNew ? 1 : 0
                }
                try writing.execute("DELETE FROM news WHERE id = ?", [row["id"] as Int64])
            }
            return count
        }
    }

    private static let ripe = """
        FROM news JOIN target ON target.id = target_id
        WHERE news.revision IS NULL OR armed_at IS NOT NULL OR status = 'superseded'
        """

    private static func hasNews(_ db: Database) throws -> Bool {
        try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 \(ripe))") ?? false
    }
}
