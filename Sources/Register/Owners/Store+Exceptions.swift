// Posts for which the one whom it is meant for cannot be told: a leaver, a post without a holder, an address that is
// missing or was refused for good, an absence with nobody to act. For the administrator's daily note and `owners`.

import CivilTime
import GRDB
import Reminders

/// One post whose holder cannot be told while targets of it are chased.
public struct PostException: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        case noHolder
        case noAddress(holder: String)
        /// A relay refused the address for good.
        case refused(holder: String)
        /// The holder is away, and nobody on the ladder can act.
        case nobodyActs(holder: String, until: CivilDate)
    }

    public let post: String
    public let reason: Reason
    /// The first day of it, as far as it is known.
    public let since: CivilDate
    /// The targets that are armed and chased, by reference.
    public let references: [String]
    /// The name of the next on the ladder, who is told instead; nil is the administrator.
    public let toldInstead: String?

    public init(post: String, reason: Reason, since: CivilDate, references: [String], toldInstead: String?) {
        self.post = post
        self.reason = reason
        self.since = since
        self.references = references
        self.toldInstead = toldInstead
    }

    /// With those of its targets alone that are wanted; nil where none is.
    public func about(_ isWanted: (_ reference: String) -> Bool) -> PostException? {
        let wanted = references.filter(isWanted)
        guard !wanted.isEmpty else { return nil }
        return PostException(post: post, reason: reason, since: since, references: wanted, toldInstead: toldInstead)
    }
}

extension Store {
    /// The exceptions on a day, by post. `dayOf` is the day of an instant where the administrator is at home.
    public func exceptions(on day: CivilDate, dayOf: @escaping (Instant) -> CivilDate) throws -> [PostException] {
        try read { db in
            let facts = FactsReader(db, mode: .live, today: { _ in day })
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT id, post, created_at FROM owner WHERE EXISTS (
                        SELECT 1 FROM target_owner JOIN target ON target.id = target_id
                        WHERE owner_id = owner.id AND tie = 'certain' AND armed_at IS NOT NULL AND \(Self.isChased))
                    ORDER BY post COLLATE NOCASE, id
                    """)
            var exceptions: [PostException] = []
            while let row = try rows.next() {
                let people = try facts.people(of: row["id"], on: day)
                guard people[.holder]?.canBeTold != true else { continue }
                let reader = ExceptionReader(db: db, owner: row["id"], people: people, day: day, dayOf: dayOf)
                if let found = try reader.exception(post: row["post"], created: row["created_at"]) {
                    exceptions.append(found)
                }
            }
            return exceptions
        }
    }
}

private struct ExceptionReader {
    let db: Database
    let owner: OwnerID
    let people: FactsReader.People
    let day: CivilDate
    let dayOf: (Instant) -> CivilDate

    /// nil where the holder is away and somebody acts for them: that is as it should be.
    func exception(post: String, created: Instant) throws -> PostException? {
        let instead = [Seat.deputy, .manager].compactMap { people[$0] }.first(where: \.canBeTold)
        let (reason, since): (PostException.Reason, CivilDate)
        if let holder = people[.holder] {
            let person = try Row.fetchOne(
                db, sql: "SELECT email_refused_at, created_at FROM person WHERE id = ?", arguments: [holder.id])
            let refused: Instant? = person?["email_refused_at"]
            let known: Instant? = person?["created_at"]
            if !holder.channels.isEmpty, let until = holder.awayUntil {
                guard instead == nil else { return nil }
                (reason, since) = (.nobodyActs(holder: holder.name, until: until), day)
            } else if let refused {
                (reason, since) = (.refused(holder: holder.name), dayOf(refused))
            } else {
                (reason, since) = (.noAddress(holder: holder.name), dayOf(known ?? created))
            }
        } else {
            let last = try CivilDate.fetchOne(
                db, sql: "SELECT max(until_day) FROM standing WHERE owner_id = ? AND role = 'holder' AND until_day < ?",
                arguments: [owner, day])
            (reason, since) = (.noHolder, last?.adding(days: 1) ?? dayOf(created))
        }
        return PostException(
            post: post, reason: reason, since: since, references: try references(), toldInstead: instead?.name)
    }

    private func references() throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                SELECT reference FROM target_owner JOIN target ON target.id = target_id WHERE owner_id = ?
                AND tie = 'certain' AND armed_at IS NOT NULL AND \(Store.isChased) ORDER BY target.id
                """, arguments: [owner])
    }
}
