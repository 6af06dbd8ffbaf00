// Two posts that were made one are two again: each with its spellings, the targets that were its own, the people who stood
// for it, and what was sent to it or answered before. What came meanwhile stays with the post it was sent to.

import GRDB
import Reminders

struct PostParting {
    let writing: Transaction
    let post: Replaced.Post

    /// What changes, in words. Throws `wrongState` where the two are not one any more.
    func part() throws -> [String] {
        let swallowed = OwnerID(post.swallowed)
        let into = OwnerID(post.into)
        if let beyond = try OwnerID.fetchOne(
            writing.db, sql: "SELECT merged_into FROM owner WHERE id = ?", arguments: [into])
        {
            throw RegisterError.wrongState(
                sentence:
                    "\u{201C}\(try name(into))\u{201D} was itself made one with \u{201C}\(try name(beyond))\u{201D} "
                    + "since: take that back first")
        }
        let isOne =
            try writing.change(
                "UPDATE owner SET merged_into = NULL WHERE id = ? AND merged_into = ?", [swallowed, into]) == 1
        guard isOne else {
            throw RegisterError.wrongState(sentence: "the two posts are not one any more: nothing is to be taken back")
        }
        for spelling in post.spellings {
            try writing.execute(
                "UPDATE owner_alias SET owner_id = ? WHERE spelling = ? AND owner_id = ?", [swallowed, spelling, into])
        }
        for tie in post.ties { try part(tie, swallowed, into) }
        for standing in post.standings { try part(standing, swallowed, into) }
        for (table, rows) in post.rows ?? [:] where Replaced.tablesOfPosts.contains(table) {
            for row in rows {
                try writing.execute(
                    "UPDATE \(table) SET owner_id = ? WHERE id = ? AND owner_id = ?", [swallowed, row, into])
            }
        }
        for target in post.leads ?? [] {
            try writing.execute(
                "UPDATE target SET joint_lead = ? WHERE id = ? AND joint_lead = ?", [swallowed, target, into])
        }
        try writing.touchTargets(of: swallowed)
        try writing.touchTargets(of: into)
        return [
            "\u{201C}\(try name(swallowed))\u{201D} is a post of its own again, with \(post.ties.count) of the targets of "
                + "\u{201C}\(try name(into))\u{201D}"
        ]
    }

    private func name(_ owner: OwnerID) throws -> String {
        try String.fetchOne(writing.db, sql: "SELECT post FROM owner WHERE id = ?", arguments: [owner]) ?? ""
    }

    private func part(_ tie: Replaced.Post.Tie, _ swallowed: OwnerID, _ into: OwnerID) throws {
        guard !tie.isShared else {
            return try writing.execute(
                """
                INSERT OR IGNORE INTO target_owner (target_id, owner_id, position, tie)
                SELECT target_id, ?, ?, ? FROM target_owner WHERE target_id = ? AND owner_id = ?
                """, [swallowed, tie.position, tie.tie, tie.target, into])
        }
        try writing.execute(
            "UPDATE OR IGNORE target_owner SET owner_id = ? WHERE target_id = ? AND owner_id = ?",
            [swallowed, tie.target, into])
    }

    private func part(_ standing: Replaced.Post.Standing, _ swallowed: OwnerID, _ into: OwnerID) throws {
        // Whoever came with the merger goes with it.
        try writing.execute(
            """
            DELETE FROM standing WHERE owner_id = ? AND role = ? AND person_id = ? AND from_day IS ? AND until_day IS ?
            AND ?
            """,
            [into, standing.role, standing.person, standing.from, standing.until, standing.hasMoved])
        try writing.execute(
            """
            INSERT INTO standing (owner_id, role, person_id, from_day, until_day)
            SELECT ?, ?, id, ?, ? FROM person WHERE id = ?
            """, [swallowed, standing.role, standing.from, standing.until, standing.person])
    }
}
