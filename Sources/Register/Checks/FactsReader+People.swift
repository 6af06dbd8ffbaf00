// Owners as they stand to targets, and the people who stand for them on a day.

import CivilTime
import GRDB
import Reminders

/// The ties of targets to their owners.
struct OwnersOfTargets {
    private let rows: RowsByTarget

    init(_ db: Database, _ range: TargetRange) throws {
        rows = try range.rows(db, of: "target_owner", "owner_id, tie = 'certain'", order: "position")
    }

    /// As printed.
    func owners(of target: TargetID) throws -> [(owner: OwnerID, isCertain: Bool)] {
        var found: [(OwnerID, Bool)] = []
        try rows.each(of: target) { row in found.append((row[1], row[2])) }
        return found
    }
}

/// An owner on a day: what stays the same from target to target.
struct OwnerDay: Hashable {
    let owner: OwnerID
    let day: CivilDate
}

extension FactsReader {
    /// The owners of one target, with what they said of it.
    func owners(
        _ ties: [(owner: OwnerID, isCertain: Bool)], _ answers: [AnswerToTarget], on day: CivilDate
    ) throws -> [OwnerFacts] {
        try ties.map { tie in
            let owner = try silent(tie.owner, on: day)
            let isHeard = !answers.isEmpty && answers.contains { $0.owner == tie.owner }
            guard isHeard || !tie.isCertain else { return owner }
            return owner.having(Heard(of: tie.owner, answers), isCertain: tie.isCertain)
        }
    }

    /// An owner that is certain and has said nothing.
    private func silent(_ id: OwnerID, on day: CivilDate) throws -> OwnerFacts {
        let key = OwnerDay(owner: id, day: day)
        if let known = owners[key] { return known }
        let row = try Prepared(db, "SELECT post, body FROM owner WHERE id = ?").rows(.id(id)) {
            (post: $0.text(0), body: $0.maybeText(1))
        }.first
        guard let row else { throw RegisterError.noSuchRow(what: "owner \(id)") }
        let post = row.post
        let people = try people(of: id, on: day)
        let owner = OwnerFacts(
            id: id, post: post, holder: people[.holder], deputy: people[.deputy], manager: people[.manager],
            doer: people[.doer], body: row.body ?? PostBody.suggested(by: post), changesOn: people.changesOn,
            answer: nil,
            spellings: try spellings(of: id), isCertain: true)
        owners[key] = owner
        return owner
    }

    private func spellings(of owner: OwnerID) throws -> [String] {
        try Prepared(db, "SELECT spelling FROM owner_alias WHERE owner_id = ? ORDER BY spelling").rows(.id(owner)) {
            $0.text(0)
        }
    }

    /// Who stands for one post on one day.
    struct People {
        var persons: [Seat: PersonFacts] = [:]
        var changesOn: CivilDate?

        subscript(seat: Seat) -> PersonFacts? { persons[seat] }
    }

    func people(of owner: OwnerID, on day: CivilDate) throws -> People {
        let standing = try StandingReader(db).standing(for: owner, on: day)
        var people = People(changesOn: standing.changesOn)
        for (seat, id) in standing.persons { people.persons[seat] = try person(id)?.away(until: standing.away[id]) }
        return people
    }

    /// Who hears on a day what is meant for the holder of a post; nil where nobody on its ladder can be told.
    func hearer(of owner: OwnerID, on day: CivilDate) throws -> PersonID? {
        let people = try people(of: owner, on: day)
        let candidates = [Seat.holder, .deputy, .manager].compactMap { people[$0] }
        return candidates.first(where: \.canBeTold)?.id
    }

    func person(_ id: PersonID) throws -> PersonFacts? {
        if let known = people[id] { return known }
        let row = try Prepared(db, "SELECT name, email, email_refused_at FROM person WHERE id = ?").rows(.id(id)) {
            (name: $0.text(0), email: $0.isNull(2) ? $0.maybeText(1) : nil)
        }.first
        guard let row else { return nil }
        let channels = try Prepared(db, "SELECT channel FROM person_channel WHERE person_id = ? ORDER BY position")
            .rows(.id(id)) { try $0.channel(0) }
        let person = PersonFacts(
            id: id, name: row.name, email: row.email, channels: channels.filter { $0 != .email || row.email != nil })
        people[id] = person
        return person
    }
}

extension OwnerFacts {
    /// The same owner with what it said of a target.
    fileprivate func having(_ heard: Heard, isCertain: Bool) -> OwnerFacts {
        OwnerFacts(
            id: id, post: post, holder: holder, deputy: deputy, manager: manager, doer: doer, body: body,
            changesOn: changesOn, answer: heard.answer, heardAt: heard.at, doneThrough: heard.doneThrough,
            spellings: spellings, isCertain: isCertain)
    }
}
