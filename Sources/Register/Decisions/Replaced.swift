// What a decision puts aside, kept beside it so that it can be taken back. Dates need no such thing: their revisions
// are kept for ever.

import FoundationEssentials
import GRDB
import Reminders

struct Replaced: Codable {
    struct Owner: Codable {
        let owner: Int64
        let tie: String
    }

    struct Step: Codable {
        let label: String?
        let text: String
        let pairing: String
    }

    /// A post that another one swallowed.
    struct Post: Codable {
        struct Tie: Codable {
            let target: Int64
            let position: Int
            let tie: String
            /// Whether the post that swallowed it answered for the target before.
            let isShared: Bool
        }

        struct Standing: Codable {
            let role: String
            let person: Int64
            let from: String?
            let until: String?
            /// Whether the other post did not have the same person for the same time by itself.
            let hasMoved: Bool
        }

        let swallowed: Int64
        let into: Int64
        let spellings: [String]
        let ties: [Tie]
        let standings: [Standing]
        /// The rows of answers, reminders and holds that were its own, and the targets that it led; nil in a register
        /// whose decision was written down before they were kept.
        var rows: [String: [Int64]]?
        var leads: [Int64]?
    }

    /// The tables in which a row belongs to a post.
    static let tablesOfPosts = ["reminder", "answer_target", "hold"]

    var owners: [Owner]?
    var steps: [Step]?
    var pairing: String?
    var post: Post?

    static func owners(_ db: Database, of target: TargetID) throws -> Replaced {
        let rows = try Row.fetchAll(
            db, sql: "SELECT owner_id, tie FROM target_owner WHERE target_id = ? ORDER BY position",
            arguments: [target])
        return Replaced(owners: rows.map { Owner(owner: $0["owner_id"], tie: $0["tie"]) })
    }

    static func steps(_ db: Database, of target: TargetID) throws -> Replaced {
        let rows = try Row.fetchAll(
            db, sql: "SELECT label, text, pairing FROM action WHERE target_id = ? ORDER BY position",
            arguments: [target])
        return Replaced(
            steps: rows.map { Step(label: $0["label"], text: $0["text"], pairing: $0["pairing"]) },
            pairing: try String.fetchOne(db, sql: "SELECT pairing FROM target WHERE id = ?", arguments: [target]))
    }

    static func post(_ db: Database, merging other: OwnerID, into owner: OwnerID) throws -> Replaced {
        let ties = try Row.fetchAll(
            db,
            sql: """
                SELECT target_id, position, tie, EXISTS (SELECT 1 FROM target_owner AS present
                    WHERE present.target_id = target_owner.target_id AND owner_id = ?) AS shared
                FROM target_owner WHERE owner_id = ? ORDER BY target_id
                """, arguments: [owner, other])
        let standings = try Row.fetchAll(
            db,
            sql: """
                SELECT role, person_id, from_day, until_day, NOT EXISTS (SELECT 1 FROM standing AS present
                    WHERE owner_id = ? AND present.role = standing.role AND present.person_id = standing.person_id
                    AND present.from_day IS standing.from_day AND present.until_day IS standing.until_day) AS moves
                FROM standing WHERE owner_id = ? ORDER BY role, from_day
                """, arguments: [owner, other])
        var rows: [String: [Int64]] = [:]
        for table in tablesOfPosts {
            rows[table] = try Int64.fetchAll(
                db, sql: "SELECT id FROM \(table) WHERE owner_id = ? ORDER BY id", arguments: [other])
        }
        return Replaced(
            post: Post(
                swallowed: other.value, into: owner.value,
                spellings: try String.fetchAll(
                    db, sql: "SELECT spelling FROM owner_alias WHERE owner_id = ? ORDER BY spelling",
                    arguments: [other]),
                ties: ties.map {
                    Post.Tie(
                        target: $0["target_id"], position: $0["position"], tie: $0["tie"], isShared: $0["shared"])
                },
                standings: standings.map {
                    Post.Standing(
                        role: $0["role"], person: $0["person_id"], from: $0["from_day"], until: $0["until_day"],
                        hasMoved: $0["moves"])
                }, rows: rows,
                leads: try Int64.fetchAll(
                    db, sql: "SELECT id FROM target WHERE joint_lead = ? ORDER BY id", arguments: [other])))
    }

    init(owners: [Owner]? = nil, steps: [Step]? = nil, pairing: String? = nil, post: Post? = nil) {
        self.owners = owners
        self.steps = steps
        self.pairing = pairing
        self.post = post
    }

    init(column: String) throws { self = try JSONDecoder().decode(Replaced.self, from: Data(column.utf8)) }

    var column: String {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        }
    }
}
