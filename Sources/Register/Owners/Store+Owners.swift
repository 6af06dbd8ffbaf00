// Posts and the people who stand for them. The register is the truth; files are how they come in and go out.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Every post, by name.
    public func owners() throws -> [OwnerRecord] {
        try read { db in try OwnersReader(db).records() }
    }

    /// What the entries would change; writes nothing.
    public func compareOwners(with entries: [OwnerEntry]) throws -> OwnersDifference {
        try read { db in OwnersDifference(from: try OwnersReader(db).records().map(\.entry), to: entries) }
    }

    /// Makes the register say what the entries say; posts that they do not name stay as they are. An alias that was a
    /// post of its own is merged into its entry. Every target that it touches is due for a check.
    @discardableResult
    public func adoptOwners(_ entries: [OwnerEntry], by author: Author, at now: Instant) throws -> OwnersDifference {
        try write(at: now, by: author) { try $0.adoptOwners(entries) }
    }

    /// The person with this address, made where there is none: for the administrator that a configuration names. One who
    /// stands for a post keeps the name that the owners file gave.
    public func ensurePerson(name: String, email: String, at now: Instant) throws -> PersonFacts {
        try write(at: now) { writing in
            let named = try String.fetchOne(
                writing.db,
                sql: """
                    SELECT name FROM person JOIN standing ON person_id = person.id WHERE lower(email) = lower(?)
                    """, arguments: [email])
            let entry = PersonEntry(name: named ?? name, email: email, webhook: nil, from: nil, until: nil)
            let id = try writing.person(for: entry, keepingWebhook: true)
            let reader = FactsReader(writing.db, mode: .live, today: { _ in .min })
            guard let person = try reader.person(id) else { throw RegisterError.noSuchRow(what: "person \(id)") }
            return person
        }
    }
}
