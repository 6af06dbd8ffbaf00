// One commit for what came back and for what leaves next. A session of a relay takes its next mail only when its last is
// settled, so that two commits and a look at everything between them would be most of what a mail costs.

import CivilTime
import GRDB
import Reminders

/// What a service saw when it last looked at everything. Nothing is claimed past it.
public struct LastLook: Hashable, Sendable {
    /// What `changesByOthers` gave before that look.
    let changes: Int64
    /// When the brake last let something go.
    let braked: Instant

    public init(changes: Int64, braked: Instant) { (self.changes, self.braked) = (changes, braked) }
}

extension Store {
    /// A number that stays the same until another process, or another connection of this one, changes the register.
    public func changesByOthers() throws -> Int64 { try read(Self.changesByOthers) }

    /// Writes settlements down as `settle` does, and then claims as `claim` does, all in one transaction. The claim is nil,
    /// and nothing is claimed, where there is more to look at first: somebody else has changed the register since the
    /// look, a target is due for a check, or the time of a message has come that the brake has not seen.
    public func turn(
        settling settlements: [Settlement], channels: [ChannelChange], administrator: PersonID, noticesFrom: Instant,
        claiming terms: ClaimTerms, since look: LastLook, at now: Instant
    ) throws -> (settled: [Settled], claimed: Claimed?) {
        try write(at: now, noticesFrom: noticesFrom) { writing in
            let settled = try settle(settlements, channels: channels, administrator: administrator, in: writing)
            guard try isCalm(since: look, writing) else { return (settled, nil) }
            return (settled, try claim(terms, in: writing))
        }
    }

    private func isCalm(since look: LastLook, _ writing: Transaction) throws -> Bool {
        guard try Self.changesByOthers(writing.db) == look.changes else { return false }
        guard try !Self.hasChecks(writing.db, at: writing.at) else { return false }
        return try !Self.hasFirstAttempts(writing.db, after: look.braked, until: writing.at)
    }

    /// Source: sqlite.org/pragma.html#pragma_data_version.
    static func changesByOthers(_ db: Database) throws -> Int64 {
        try Prepared(db, "PRAGMA data_version").rows { $0.int(0) }.first ?? 0
    }

    /// Whether a target is due for a check, or a look through all of them is under way.
    static func hasChecks(_ db: Database, at now: Instant) throws -> Bool {
        try Prepared(
            db,
            """
            SELECT EXISTS (SELECT 1 FROM target WHERE next_check <= ?)
                OR EXISTS (SELECT 1 FROM register WHERE looked_through IS NOT NULL)
            """
        ).rows(.at(now)) { $0.int(0) != 0 }.first ?? false
    }
}
