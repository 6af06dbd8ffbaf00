// Making the register say what an owners file says.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func adoptOwners(_ entries: [OwnerEntry]) throws -> OwnersDifference {
        let present = try OwnersReader(db).records().map(\.entry)
        let difference = OwnersDifference(from: present, to: entries)
        for entry in entries where !OwnersDifference(from: present, to: [entry]).isEmpty { try adopt(entry) }
        return difference
    }

    func adopt(_ entry: OwnerEntry) throws {
        let owner = try owner(for: entry)
        for role in Role.allCases {
            let present = try PersonID.fetchOne(
                db, sql: "SELECT person_id FROM standing WHERE owner_id = ? AND role = ?", arguments: [owner, role])
            try execute("DELETE FROM standing WHERE owner_id = ? AND role = ?", [owner, role])
            guard let appointed = entry.person(role) else { continue }
            let person = try person(for: appointed, present: present)
            try execute(
                "INSERT INTO standing (owner_id, role, person_id, from_day, until_day) VALUES (?, ?, ?, ?, ?)",
                [owner, role, person, appointed.from, appointed.until])
        }
        try note(.ownerAdopted, LedgerSubject(owner: owner), try standing(owner))
        try touchTargets(of: owner)
    }

    /// The owner with this printed post, made where no spelling matches.
    func owner(printed post: String) throws -> OwnerID {
        if let known = try Finding(db).owner(post) { return known }
        let id = OwnerID(try insert("INSERT INTO owner (post, created_at) VALUES (?, ?)", [post, at]))
        try alias(post, of: id)
        return id
    }

    /// The owner that an entry means; whatever one of its spellings was before is merged into it.
    func owner(for entry: OwnerEntry) throws -> OwnerID {
        let finding = Finding(db)
        var known: OwnerID?
        for spelling in [entry.post] + entry.aliases where known == nil { known = try finding.owner(spelling) }
        let owner = try known ?? owner(printed: entry.post)
        for spelling in [entry.post] + entry.aliases {
            switch try finding.owner(spelling) {
            case owner: continue
            case nil: try alias(spelling, of: owner)
            case let other?: try merge(other, into: owner)
            }
        }
        return owner
    }

    private func alias(_ spelling: String, of owner: OwnerID) throws {
        try execute(
            "INSERT INTO owner_alias (spelling, owner_id, printed) VALUES (?, ?, ?)",
            [PostSpelling.normalised(spelling), owner, spelling])
    }

    /// One post was printed in two spellings: what the other was responsible for is this one's from now on.
    private func merge(_ other: OwnerID, into owner: OwnerID) throws {
        try execute("UPDATE owner_alias SET owner_id = ? WHERE owner_id = ?", [owner, other])
        for table in ["target_owner", "standing"] {
            try execute("UPDATE OR IGNORE \(table) SET owner_id = ? WHERE owner_id = ?", [owner, other])
            try execute("DELETE FROM \(table) WHERE owner_id = ?", [other])
        }
        for table in ["reminder", "answer_target", "hold"] {
            try execute("UPDATE \(table) SET owner_id = ? WHERE owner_id = ?", [owner, other])
        }
        try execute("UPDATE owner SET merged_into = ? WHERE id = ?", [owner, other])
        try note(.ownerMerged, LedgerSubject(owner: owner), [("merged", .int(Int(other.value)))])
    }

    func touchTargets(of owner: OwnerID) throws {
        let targets = try TargetID.fetchAll(
            db, sql: "SELECT target_id FROM target_owner WHERE owner_id = ? ORDER BY target_id", arguments: [owner])
        for target in targets { try touch(target) }
    }

    /// The people by number, for the ledger.
    private func standing(_ owner: OwnerID) throws -> [(String, JSON)] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT role, person_id FROM standing WHERE owner_id = ? ORDER BY role", arguments: [owner])
        return rows.map { ($0["role"], .int($0["person_id"])) }
    }
}
