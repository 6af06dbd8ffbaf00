// Making the register say what an owners file says.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func adoptOwners(_ entries: [OwnerEntry]) throws -> OwnersDifference {
        let present = try OwnersReader(db).records().map(\.entry)
        let difference = OwnersDifference(from: present, to: entries)
        for entry in OwnersDifference.changing(present, among: entries) { try adopt(entry) }
        return difference
    }

    func adopt(_ entry: OwnerEntry) throws {
        if let (seat, first, second) = entry.overlap {
            throw RegisterError.wrongState(
                sentence: "\u{201C}\(entry.post)\u{201D} would have two people as \(seat.rawValue) on one day: "
                    + "\(first.words), and \(second.words). Give the first an until, or the second a later from")
        }
        let owner = try owner(for: entry)
        try execute("UPDATE owner SET body = ? WHERE id = ?", [entry.body, owner])
        for seat in Seat.allCases { try appoint(entry.people(seat), as: seat, of: owner) }
        try note(.ownerAdopted, LedgerSubject(owner: owner), try standing(owner))
        try touchTargets(of: owner)
    }

    /// Those of before make way: the register says what the entry says. A person who stays keeps their number.
    private func appoint(_ people: [PersonEntry], as seat: Seat, of owner: OwnerID) throws {
        let present = try PersonID.fetchAll(
            db, sql: "SELECT person_id FROM standing WHERE owner_id = ? AND role = ? ORDER BY from_day",
            arguments: [owner, seat])
        try execute("DELETE FROM standing WHERE owner_id = ? AND role = ?", [owner, seat])
        for entry in people {
            try execute(
                "INSERT INTO standing (owner_id, role, person_id, from_day, until_day) VALUES (?, ?, ?, ?, ?)",
                [owner, seat, try person(for: entry, present: present), entry.from, entry.until])
        }
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

    func touchTargets(of owner: OwnerID) throws {
        let targets = try TargetID.fetchAll(
            db, sql: "SELECT target_id FROM target_owner WHERE owner_id = ? ORDER BY target_id", arguments: [owner])
        for target in targets { try touch(target) }
    }

    /// The people by number, for the ledger.
    private func standing(_ owner: OwnerID) throws -> [(String, JSON)] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT role, person_id FROM standing WHERE owner_id = ? ORDER BY from_day", arguments: [owner])
        // A seat whose people follow one another has one number after the other.
        return Seat.allCases.compactMap { seat in
            let persons = rows.filter { $0["role"] == seat }.map { JSON.int($0["person_id"]) }
            return persons.isEmpty ? nil : (seat.rawValue, persons.count == 1 ? persons[0] : .array(persons))
        }
    }
}
