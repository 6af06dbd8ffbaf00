// Who stands for a post on a day, who of them is away, and when that changes next.

import CivilTime
import GRDB
import Reminders

struct StandingReader {
    /// The people of one post on one day.
    struct Standing {
        var persons: [Seat: PersonID] = [:]
        /// The last day of the absence that is running, for those who are away.
        var away: [PersonID: CivilDate] = [:]
        /// The next day on which any of it is otherwise.
        var changesOn: CivilDate?
    }

    let db: Database

    init(_ db: Database) { self.db = db }

    func standing(for owner: OwnerID, on day: CivilDate) throws -> Standing {
        var standing = Standing()
        var changes: [CivilDate] = []
        let rows = try Prepared(db, Self.standings).rows(.id(owner), .text("\(day)")) {
            (
                seat: try $0.named(0) as Seat, person: PersonID($0.int(1)), from: try $0.maybeDay(2),
                until: try $0.maybeDay(3)
            )
        }
        for row in rows {
            if let until = row.until { changes.append(until.adding(days: 1)) }
            if let from = row.from, from > day { changes.append(from) } else { standing.persons[row.seat] = row.person }
        }
        let absences = try Prepared(db, Self.absences).rows(.text("\(day)"), .id(owner)) {
            (person: PersonID($0.int(0)), from: try $0.day(1), until: try $0.day(2))
        }
        for absence in absences {
            changes.append(absence.until.adding(days: 1))
            if absence.from > day {
                changes.append(absence.from)
            } else {
                standing.away[absence.person] = max(standing.away[absence.person] ?? absence.until, absence.until)
            }
        }
        standing.changesOn = changes.min()
        return standing
    }

    private static let standings = """
        SELECT role, person_id, from_day, until_day FROM standing
        WHERE owner_id = ? AND (until_day IS NULL OR until_day >= ?)
        """

    private static let absences = """
        SELECT person_id, from_day, until_day FROM absence WHERE ended_at IS NULL AND until_day >= ?
        AND person_id IN (SELECT person_id FROM standing WHERE owner_id = ?)
        """
}
