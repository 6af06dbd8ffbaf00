// Reads posts with the people who stand for them.

import CivilTime
import GRDB
import Reminders

struct OwnersReader {
    let db: Database

    init(_ db: Database) { self.db = db }

    func records() throws -> [OwnerRecord] {
        let alike = try alike()
        var records: [OwnerRecord] = []
        try forEachEntry { id, entry in
            records.append(
                OwnerRecord(
                    id: id, entry: entry, plans: try plans(id), openTargets: try openTargets(id),
                    isLike: alike[id] ?? []))
        }
        return records
    }

    /// How many posts have open targets and nobody to tell. The targets of all others are left alone: they may be many.
    func unresolved() throws -> Int {
        var count = 0
        try forEachEntry { id, entry in if try entry.hasNobodyToTell && openTargets(id) > 0 { count += 1 } }
        return count
    }

    /// One after another: all of them at once would be the most that the service keeps in memory.
    private func forEachEntry(_ body: (OwnerID, OwnerEntry) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, post, body FROM owner WHERE merged_into IS NULL ORDER BY post COLLATE NOCASE, id")
        while let row = try rows.next() {
            try body(row["id"], try entry(row["id"], post: row["post"], body: row["body"]))
        }
    }

    /// The posts that the worklist takes for the same, until a person says.
    private func alike() throws -> [OwnerID: [String]] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT a.id AS one, a.post AS one_post, b.id AS other, b.post AS other_post FROM worklist
                JOIN owner AS a ON a.id = owner_id JOIN owner AS b ON b.id = like_owner_id
                WHERE settled_at IS NULL AND kind = 'near_owner' AND a.id <> b.id
                AND a.merged_into IS NULL AND b.merged_into IS NULL ORDER BY worklist.id
                """)
        return rows.reduce(into: [:]) { alike, row in
            let (one, other): (String, String) = (row["one_post"], row["other_post"])
            if alike[row["one"]]?.contains(other) != true { alike[row["one"], default: []].append(other) }
            if alike[row["other"]]?.contains(one) != true { alike[row["other"], default: []].append(one) }
        }
    }

    private func entry(_ id: OwnerID, post: String, body: String?) throws -> OwnerEntry {
        let spellings = try String.fetchAll(
            db.cachedStatement(sql: "SELECT printed FROM owner_alias WHERE owner_id = ? ORDER BY printed"),
            arguments: [id])
        let normalised = PostSpelling.normalised(post)
        return OwnerEntry(
            post: post, aliases: spellings.filter { PostSpelling.normalised($0) != normalised }, body: body,
            people: try people(of: id))
    }

    private func people(of owner: OwnerID) throws -> [Seat: [PersonEntry]] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT role, name, email, from_day, until_day, (SELECT channel FROM person_channel
                        WHERE person_id = person.id AND channel <> 'email' ORDER BY position LIMIT 1) AS webhook
                    FROM standing JOIN person ON person.id = person_id WHERE owner_id = ?
                    ORDER BY ifnull(from_day, '')
                    """), arguments: [owner])
        return rows.reduce(into: [:]) { people, row in
            var endpoint: String?
            if case .webhook(let name)? = row["webhook"] as Channel? { endpoint = name }
            people[row["role"], default: []].append(
                PersonEntry(
                    name: row["name"], email: row["email"], webhook: endpoint, from: row["from_day"],
                    until: row["until_day"]))
        }
    }

    private func plans(_ owner: OwnerID) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT plan.name FROM target_owner JOIN target ON target.id = target_id
                    JOIN plan ON plan.id = plan_id WHERE owner_id = ? AND status <> 'superseded' ORDER BY plan.name
                    """), arguments: [owner])
    }

    private func openTargets(_ owner: OwnerID) throws -> Int {
        try Int.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT count(*) FROM target_owner JOIN target ON target.id = target_id
                    WHERE owner_id = ? AND status IN ('open', 'ongoing') AND NOT EXISTS (
                        SELECT 1 FROM plan WHERE plan.id = target.plan_id AND closed_at IS NOT NULL)
                    """), arguments: [owner]) ?? 0
    }
}
