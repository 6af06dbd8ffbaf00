// Finds rows by the names that people type, and says what was probably meant where there is none.

import CivilTime
import GRDB
import Reminders

struct Finding {
    let db: Database

    init(_ db: Database) { self.db = db }

    func plan(_ name: String) throws -> PlanID {
        if let id = try PlanID.fetchOne(db, sql: "SELECT id FROM plan WHERE name = ?", arguments: [name]) { return id }
        let names = try String.fetchAll(db, sql: "SELECT name FROM plan ORDER BY name")
        throw RegisterError.noSuchPlan(name: name, didYouMean: Self.nearest(to: name, among: names))
    }

    func target(_ reference: String) throws -> TargetID {
        let id = try TargetID.fetchOne(db, sql: "SELECT id FROM target WHERE reference = ?", arguments: [reference])
        if let id { return id }
        let references = try String.fetchAll(db, sql: "SELECT reference FROM target ORDER BY id LIMIT 5000")
        throw RegisterError.noSuchTarget(
            reference: reference, didYouMean: Self.nearest(to: reference, among: references))
    }

    /// The target that is chased for the one that is named: what is said of one deliverable under any of its references is
    /// said of all.
    func chased(_ reference: String) throws -> TargetID {
        let target = try target(reference)
        return try TargetID.fetchOne(
            db, sql: "SELECT same_as FROM target WHERE id = ? AND same_as IS NOT NULL AND status <> 'superseded'",
            arguments: [target]) ?? target
    }

    /// A person with this address, in place of a question mark. The index has only those with one, and SQLite must be told
    /// that it is enough.
    static let byAddress = "lower(email) = lower(?) AND email IS NOT NULL"

    /// nil where no spelling matches.
    func owner(_ post: String) throws -> OwnerID? {
        try OwnerID.fetchOne(
            db.cachedStatement(sql: "SELECT owner_id FROM owner_alias WHERE spelling = ?"),
            arguments: [PostSpelling.normalised(post)])
    }

    /// The nearest name that is at most two slips away.
    static func nearest(to name: String, among names: [String]) -> String? {
        let wanted = Array(name.lowercased().utf8)
        var best: (name: String, slips: Int)?
        for candidate in names {
            let slips = distance(wanted, Array(candidate.lowercased().utf8))
            if slips <= 2, slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        return best?.name
    }

    /// Insertions, deletions and changes from one to the other; more than 2 is not counted further.
    private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        guard abs(a.count - b.count) <= 2, a.count <= 200, b.count <= 200 else { return 3 }
        var above = Array(0...b.count)
        var row = above
        for (i, letter) in a.enumerated() {
            row[0] = i + 1
            var fewest = row[0]
            for (j, other) in b.enumerated() {
                row[j + 1] = min(above[j] + (letter == other ? 0 : 1), above[j + 1] + 1, row[j] + 1)
                fewest = min(fewest, row[j + 1])
            }
            if fewest > 2 { return 3 }
            swap(&above, &row)
        }
        return above[b.count]
    }
}
