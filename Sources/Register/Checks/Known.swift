// What many targets share, kept from one read to the next: plans, people, posts on a day, holds. It stands for as long as
// the ledger has no new row, since no verb changes any of it without writing one.

import CivilTime
import GRDB
import Reminders

final class Known: @unchecked Sendable {
    // Unchecked: a store keeps one, and touches it inside the serial queue of its connection only.
    var people: [PersonID: PersonFacts] = [:]
    var plans: [PlanID: KnownPlan] = [:]
    var owners: [OwnerDay: OwnerFacts] = [:]
    var holds: StandingHolds?
    private var ledgerEnd: Int64?
    private static let room = 20_000

    /// Forgets everything if anything was written to the ledger meanwhile, or it has grown large.
    func refresh(_ db: Database) throws {
        let end = try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(seq) FROM ledger")) ?? 0
        guard end != ledgerEnd || owners.count > Self.room || people.count > Self.room else { return }
        (people, plans, owners, holds) = ([:], [:], [:], nil)
        ledgerEnd = end
    }
}

/// A plan as its targets share it.
struct KnownPlan {
    let facts: PlanFacts
    /// What joint ownership means where a target does not say.
    let joint: String
}

/// An owner on a day: what stays the same from target to target.
struct OwnerDay: Hashable {
    let owner: OwnerID
    let day: CivilDate
}
