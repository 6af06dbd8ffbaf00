// Who stands for posts on a day, who of them is away, and when that changes next.

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

        fileprivate mutating func changes(on day: CivilDate) { changesOn = min(changesOn ?? day, day) }

        /// An absence that has not ended by a day.
        fileprivate mutating func meet(_ person: PersonID, _ from: CivilDate, _ until: CivilDate, on day: CivilDate) {
            changes(on: until.adding(days: 1))
            if from > day { changes(on: from) } else { away[person] = max(away[person] ?? until, until) }
        }
    }

    let db: Database

    init(_ db: Database) { self.db = db }

    /// Those for whom nobody ever stood are left out.
    func standings(for owners: [OwnerID], on day: CivilDate) throws -> [OwnerID: Standing] {
        var standings: [OwnerID: Standing] = [:]
        let rows = try Prepared(db, Self.standings).rows(.list(owners), .text("\(day)")) {
            (
                owner: OwnerID($0.int(0)), seat: try $0.named(1) as Seat, person: PersonID($0.int(2)),
                from: try $0.maybeDay(3), until: try $0.maybeDay(4)
            )
        }
        for row in rows {
            if let until = row.until { standings[row.owner, default: Standing()].changes(on: until.adding(days: 1)) }
            if let from = row.from, from > day {
                standings[row.owner, default: Standing()].changes(on: from)
            } else {
                standings[row.owner, default: Standing()].persons[row.seat] = row.person
            }
        }
        let absences = try Prepared(db, Self.absences).rows(.list(owners), .text("\(day)")) {
            (
                owner: OwnerID($0.int(0)), person: PersonID($0.int(1)), from: try $0.day(2), until: try $0.day(3)
            )
        }
        for absence in absences {
            standings[absence.owner, default: Standing()].meet(absence.person, absence.from, absence.until, on: day)
        }
        return standings
    }

    private static let standings = """
        SELECT owner_id, role, person_id, from_day, until_day FROM \(Prepared.wanted) standing
        WHERE owner_id = wanted AND (until_day IS NULL OR until_day >= ?)
        """

    private static let absences = """
        SELECT DISTINCT owner_id, absence.person_id, absence.from_day, absence.until_day
        FROM \(Prepared.wanted) standing JOIN absence ON absence.person_id = standing.person_id
        WHERE owner_id = wanted AND ended_at IS NULL AND absence.until_day >= ?
        """
}
