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
    public func compareOwners(
        with entries: [OwnerEntry], absences: [AbsenceEntry] = [], by author: Author, at now: Instant
    ) throws -> OwnersDifference {
        try snapshot().adoptOwners(entries, absences: absences, by: author, at: now)
    }

    /// The same without absences, worked out on what is read.
    public func compareOwners(with entries: [OwnerEntry]) throws -> OwnersDifference {
        try read { db in OwnersDifference(from: try OwnersReader(db).records().map(\.entry), to: entries) }
    }

    /// Makes the register say what the entries say; posts that they do not name stay as they are. An alias that was a
    /// post of its own is merged into its entry. Every target that it touches is due for a check.
    /// Absences are added to those that are known.
    @discardableResult
    public func adoptOwners(
        _ entries: [OwnerEntry], absences: [AbsenceEntry] = [], by author: Author, at now: Instant
    ) throws -> OwnersDifference {
        try write(at: now, by: author) { writing in
            let difference = try writing.adoptOwners(entries)
            return difference.adding(
                try absences.filter { try writing.recordAbsence($0) }.map { absence in
                    OwnersDifference.Change(
                        post: absence.person, text: "is away from \(absence.from) to \(absence.until)")
                })
        }
    }

    /// Makes one post of two that were printed in different spellings: answers, ties and reminders follow, and where both
    /// have people in a seat, those of the second stay. Returns how many targets it moved. Throws `noSuchRow`,
    /// `wrongState`.
    public func mergeOwners(
        _ spelling: String, into post: String, by author: Author, at now: Instant
    ) throws -> OwnersMerged {
        try write(at: now, by: author) { try $0.mergeOwners(spelling, into: post) }
    }

    /// What that would do; nothing is written.
    public func previewMerge(
        _ spelling: String, into post: String, by author: Author, at now: Instant
    ) throws -> OwnersMerged {
        try snapshot().mergeOwners(spelling, into: post, by: author, at: now)
    }

    /// Takes back the merge that took a spelling from its post, which is one of its own again, with its targets, people and
    /// answers of before. Throws `wrongState`.
    public func partOwners(_ spelling: String, by author: Author, at now: Instant) throws -> OwnersParted {
        try write(at: now, by: author) { try $0.partOwners(spelling) }
    }

    /// What that would do; nothing is written.
    public func previewParting(_ spelling: String, by author: Author, at now: Instant) throws -> OwnersParted {
        try snapshot().partOwners(spelling, by: author, at: now)
    }

    /// The person with this address, made where there is none: for the administrator that a configuration names. One who
    /// stands for a post keeps the name that the owners file gave.
    public func ensurePerson(name: String, email: String, at now: Instant) throws -> PersonFacts {
        try write(at: now) { writing in
            let named = try String.fetchOne(
                writing.db,
                sql: """
                    SELECT name FROM person JOIN standing ON person_id = person.id WHERE \(Finding.byAddress)
                    """, arguments: [email])
            let entry = PersonEntry(name: named ?? name, email: email, webhook: nil, from: nil, until: nil)
            let id = try writing.person(for: entry, keepingWebhook: true)
            let reader = FactsReader(writing.db, mode: .live, today: { _ in .min })
            guard let person = try reader.person(id) else { throw RegisterError.noSuchRow(what: "person \(id)") }
            return person
        }
    }
}

/// What a merge of two posts did.
public struct OwnersMerged: Hashable, Sendable {
    public let from: String
    public let into: String
    /// The references of the targets that it moved.
    public let references: [String]
    /// The seats of the first post that were dropped, since the second has people there.
    public let dropped: [String]
}

/// What taking a merge back did.
public struct OwnersParted: Hashable, Sendable {
    public let post: String
    /// The post that it was part of.
    public let from: String
    /// The references of its targets.
    public let references: [String]
}
