// Making one post of two, and two of one again.

import GRDB
import Reminders

extension Transaction {
    /// One post was printed in two spellings: what the other was responsible for is this one's from now on. Where both
    /// have people in a seat, those of this one stay.
    func merge(_ other: OwnerID, into owner: OwnerID) throws {
        try execute(
            "INSERT INTO owner_merge (swallowed, stays, replaced, merged_at, merged_by) VALUES (?, ?, ?, ?, ?)",
            [other, owner, try Replaced.post(db, merging: other, into: owner).column, at, authorName])
        try execute("UPDATE owner_alias SET owner_id = ? WHERE owner_id = ?", [owner, other])
        // The surer tie of the two is the tie of the one post.
        try execute(
            """
            UPDATE target_owner SET tie = (SELECT min(both.tie) FROM target_owner AS both
                WHERE both.target_id = target_owner.target_id AND both.owner_id IN (?, ?)) WHERE owner_id = ?
            """, [owner, other, owner])
        try execute("UPDATE OR IGNORE target_owner SET owner_id = ? WHERE owner_id = ?", [owner, other])
        try execute("DELETE FROM target_owner WHERE owner_id = ?", [other])
        try execute(
            """
            UPDATE standing SET owner_id = ? WHERE owner_id = ?
            AND role NOT IN (SELECT role FROM standing WHERE owner_id = ?)
            """, [owner, other, owner])
        try execute("DELETE FROM standing WHERE owner_id = ?", [other])
        try execute("UPDATE target SET joint_lead = ? WHERE joint_lead = ?", [owner, other])
        try execute(
            "UPDATE owner SET body = ifnull(body, (SELECT body FROM owner WHERE id = ?)) WHERE id = ?", [other, owner])
        for table in Replaced.tablesOfPosts {
            try execute("UPDATE \(table) SET owner_id = ? WHERE owner_id = ?", [owner, other])
        }
        try execute("UPDATE owner SET merged_into = ? WHERE id = ?", [owner, other])
        try note(.ownerMerged, LedgerSubject(owner: owner), [("merged", .int(Int(other.value)))])
    }

    func mergeOwners(_ spelling: String, into post: String) throws -> OwnersMerged {
        let (other, owner) = (try known(spelling), try known(post))
        guard other != owner else {
            throw RegisterError.wrongState(
                sentence: "\u{201C}\(spelling)\u{201D} and \u{201C}\(post)\u{201D} are one post already")
        }
        let present = try OwnersReader(db).records()
        let entries = [other, owner].map { id in present.first { $0.id == id }?.entry }
        let references = try references(of: other)
        let dropped = Seat.allCases.filter { seat in
            entries.allSatisfy { $0?.people(seat).isEmpty == false }
                && entries[0]?.people(seat) != entries[1]?.people(seat)
        }
        try merge(other, into: owner)
        try execute(
            """
            UPDATE worklist SET settled_at = ?, settled_because = 'they were made one post' WHERE settled_at IS NULL
            AND kind = 'near_owner' AND owner_id IN (?, ?) AND like_owner_id IN (?, ?)
            """, [at, other, owner, other, owner])
        try touchTargets(of: owner)
        return OwnersMerged(
            from: entries[0]?.post ?? spelling, into: entries[1]?.post ?? post, references: references,
            dropped: dropped.map(\.rawValue))
    }

    /// The merge that took a spelling from its post, taken back.
    func partOwners(_ spelling: String) throws -> OwnersParted {
        let wanted = PostSpelling.normalised(spelling)
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, swallowed, stays, replaced FROM owner_merge WHERE undone_at IS NULL ORDER BY id")
        for row in rows {
            guard let post = try Replaced(column: row["replaced"]).post, post.spellings.contains(wanted) else {
                continue
            }
            _ = try PostParting(writing: self, post: post).part()
            try execute(
                "UPDATE owner_merge SET undone_at = ?, undone_by = ? WHERE id = ?",
                [at, authorName, row["id"] as Int64])
            let owner: OwnerID = row["swallowed"]
            try note(.ownerParted, LedgerSubject(owner: owner), [("from", .int(row["stays"]))])
            let names = try [owner, row["stays"] as OwnerID].map { id in
                try String.fetchOne(db, sql: "SELECT post FROM owner WHERE id = ?", arguments: [id]) ?? ""
            }
            return OwnersParted(post: names[0], from: names[1], references: try references(of: owner))
        }
        throw RegisterError.wrongState(
            sentence: "\u{201C}\(spelling)\u{201D} was not made one with another post, or is a post of its own again")
    }

    private func references(of owner: OwnerID) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT reference FROM target_owner JOIN target ON target.id = target_id WHERE owner_id = ?
                AND status <> 'superseded' ORDER BY target.id
                """, arguments: [owner])
    }
}
