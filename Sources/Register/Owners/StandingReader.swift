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
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT role, person_id, from_day, until_day FROM standing
                    WHERE owner_id = ? AND (until_day IS NULL OR until_day >= ?)
                    """), arguments: [owner, day])
        for row in rows {
            let from: CivilDate? = row["from_day"]
            let until: CivilDate? = row["until_day"]
            if let until { changes.append(until.adding(days: 1)) }
            if let from, from > day { changes.append(from) } else { standing.persons[row["role"]] = row["person_id"] }
        }
        let absences = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT person_id, from_day, until_day FROM absence WHERE ended_at IS NULL AND until_day >= ?
                    AND person_id IN (SELECT person_id FROM standing WHERE owner_id = ?)
                    """), arguments: [day, owner])
        for row in absences {
            let (from, until): (CivilDate, CivilDate) = (row["from_day"], row["until_day"])
            changes.append(until.adding(days: 1))
            if from > day {
                changes.append(from)
            } else {
                let person: PersonID = row["person_id"]
                standing.away[person] = max(standing.away[person] ?? until, until)
            }
        }
        standing.changesOn = changes.min()
        return standing
    }
}
