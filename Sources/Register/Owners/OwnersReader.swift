// Reads posts with the people who stand for them.

import CivilTime
import GRDB
import Reminders

struct OwnersReader {
    let db: Database

    init(_ db: Database) { self.db = db }

    func records() throws -> [OwnerRecord] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, post FROM owner WHERE merged_into IS NULL ORDER BY post COLLATE NOCASE, id")
        return try rows.map { row in
            let id: OwnerID = row["id"]
            return OwnerRecord(
                id: id, entry: try entry(id, post: row["post"]), plans: try plans(id), openTargets: try openTargets(id))
        }
    }

    private func entry(_ id: OwnerID, post: String) throws -> OwnerEntry {
        let spellings = try String.fetchAll(
            db.cachedStatement(sql: "SELECT printed FROM owner_alias WHERE owner_id = ? ORDER BY printed"),
            arguments: [id])
        let normalised = PostSpelling.normalised(post)
        return OwnerEntry(
            post: post, aliases: spellings.filter { PostSpelling.normalised($0) != normalised },
            holder: try person(.holder, of: id), deputy: try person(.deputy, of: id),
            manager: try person(.manager, of: id))
    }

    private func person(_ role: Role, of owner: OwnerID) throws -> PersonEntry? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT name, email, from_day, until_day, (SELECT channel FROM person_channel
                        WHERE person_id = person.id AND channel <> 'email' ORDER BY position LIMIT 1) AS webhook
                    FROM standing JOIN person ON person.id = person_id WHERE owner_id = ? AND role = ?
                    """), arguments: [owner, role])
        guard let row else { return nil }
        var endpoint: String?
        if case .webhook(let name)? = row["webhook"] as Channel? { endpoint = name }
        return PersonEntry(
            name: row["name"], email: row["email"], webhook: endpoint, from: row["from_day"], until: row["until_day"])
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
                    WHERE owner_id = ? AND status IN ('open', 'ongoing')
                    """), arguments: [owner]) ?? 0
    }
}
