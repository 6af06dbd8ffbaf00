// Owners as they stand to targets, and the people who stand for them on a day: many posts together, and each of them
// once.

import CivilTime
import GRDB
import Reminders

extension FactsReader {
    /// The owners of one target, with what they said of it.
    func owners(_ ties: ArraySlice<OwnerTie>, _ answers: ArraySlice<AnswerToTarget>, on day: CivilDate) throws
        -> [OwnerFacts]
    {
        try ties.map { tie in
            let key = OwnerDay(owner: tie.owner, day: day)
            if known.owners[key] == nil { try learn(ties.map(\.owner), on: day) }
            guard let owner = known.owners[key] else { throw RegisterError.noSuchRow(what: "owner \(tie.owner)") }
            let isHeard = !answers.isEmpty && answers.contains { $0.owner == tie.owner }
            guard isHeard || !tie.isCertain else { return owner }
            return owner.having(Heard(of: tie.owner, answers), isCertain: tie.isCertain)
        }
    }

    /// Reads posts that are not known yet, as owners who are certain and have said nothing.
    func learn(_ owners: [OwnerID], on day: CivilDate) throws {
        let new = Set(owners).filter { known.owners[OwnerDay(owner: $0, day: day)] == nil }.sorted()
        guard !new.isEmpty else { return }
        let standings = try StandingReader(db).standings(for: new, on: day)
        try meet(standings.values.flatMap(\.persons.values))
        let spellings = try spellings(of: new)
        let rows = try Prepared(db, "SELECT id, post, body FROM \(Prepared.wanted) owner WHERE id = wanted")
            .rows(.list(new)) { (id: OwnerID($0.int(0)), post: $0.text(1), body: $0.maybeText(2)) }
        for (id, post, body) in rows {
            let people = try people(standings[id])
            known.owners[OwnerDay(owner: id, day: day)] = OwnerFacts(
                id: id, post: post, holder: people[.holder], deputy: people[.deputy], manager: people[.manager],
                doer: people[.doer], body: body ?? PostBody.suggested(by: post), changesOn: people.changesOn,
                answer: nil, spellings: spellings[id] ?? [], isCertain: true)
        }
    }

    private func spellings(of owners: [OwnerID]) throws -> [OwnerID: [String]] {
        let rows = try Prepared(
            db,
            """
            SELECT owner_id, spelling FROM \(Prepared.wanted) owner_alias WHERE owner_id = wanted ORDER BY spelling
            """
        ).rows(.list(owners)) { (owner: OwnerID($0.int(0)), spelling: $0.text(1)) }
        return rows.reduce(into: [:]) { $0[$1.owner, default: []].append($1.spelling) }
    }

    /// Who stands for one post on one day.
    struct People {
        var persons: [Seat: PersonFacts] = [:]
        var changesOn: CivilDate?

        subscript(seat: Seat) -> PersonFacts? { persons[seat] }
    }

    func people(of owner: OwnerID, on day: CivilDate) throws -> People {
        try people(StandingReader(db).standings(for: [owner], on: day)[owner])
    }

    private func people(_ standing: StandingReader.Standing?) throws -> People {
        guard let standing else { return People() }
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
        if known.people[id] == nil { try meet([id]) }
        return known.people[id]
    }

    /// Reads people that are not known yet.
    private func meet(_ people: [PersonID]) throws {
        let new = Set(people).filter { known.people[$0] == nil }.sorted()
        guard !new.isEmpty else { return }
        let asked = try Prepared(
            db,
            """
            SELECT person_id, channel FROM \(Prepared.wanted) person_channel WHERE person_id = wanted
            ORDER BY person_id, position
            """
        ).rows(.list(new)) { (person: PersonID($0.int(0)), channel: try $0.channel(1)) }
        let channels: [PersonID: [Channel]] = asked.reduce(into: [:]) { $0[$1.person, default: []].append($1.channel) }
        let rows = try Prepared(
            db, "SELECT id, name, email, email_refused_at FROM \(Prepared.wanted) person WHERE id = wanted"
        ).rows(.list(new)) {
            (id: PersonID($0.int(0)), name: $0.text(1), email: $0.isNull(3) ? $0.maybeText(2) : nil)
        }
        known.makeRoom(for: rows.count)
        for (id, name, email) in rows {
            known.people[id] = PersonFacts(
                id: id, name: name, email: email,
                channels: (channels[id] ?? []).filter { $0 != .email || email != nil })
        }
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
