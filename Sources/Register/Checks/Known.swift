// What many targets share, kept from one read to the next: plans, people, posts on a day, holds. It stands for as long as
// the ledger ends in the same row, since no verb changes any of it without writing one. The row is known by its hash: a
// number could come again after a transaction that was rolled back.

import CivilTime
import GRDB
import Reminders

final class Known: @unchecked Sendable {
    // Unchecked: a store keeps one, and touches it inside the serial queue of its connection only.
    /// At most `room`, or as many as were read together.
    var people: [PersonID: PersonFacts] = [:]
    var plans: [PlanID: KnownPlan] = [:]
    var owners: [OwnerDay: OwnerFacts] = [:]
    var holds: StandingHolds?
    private(set) var circles: [CircleKey: OwnerCircle] = [:]
    /// One of each shape.
    private var shapes: Set<OwnerCircle> = []
    /// The hash of the last row.
    private var ledgerEnd: String?
    /// How often it forgot everything.
    private var forgot = 0
    /// How often the one it follows had.
    private var followed: Int?
    private static let room = 2_048

    /// Forgets everything if anything was written to the ledger meanwhile, or it has grown large.
    func refresh(_ db: Database) throws { refresh(at: try LedgerTail.last(db).hash) }

    /// - Parameter end: the hash of the last row of the ledger.
    func refresh(at end: String) {
        guard end != ledgerEnd || owners.count > Self.room || people.count > Self.room else { return }
        (people, plans, owners, holds, circles, shapes) = ([:], [:], [:], nil, [:], [])
        ledgerEnd = end
        forgot += 1
    }

    /// The rows that this transaction has just written to the ledger, after `refresh`, up to one of this hash, tell of
    /// nothing that is kept here. nil where it wrote none.
    func stand(at end: String?) {
        if let end { ledgerEnd = end }
    }

    /// Where it stands, for another of the same register to follow; read after `refresh`.
    var standing: Standing { Standing(ledgerEnd: ledgerEnd, forgot: forgot) }

    struct Standing: Sendable {
        fileprivate let ledgerEnd: String?
        fileprivate let forgot: Int
    }

    /// What another need not forget is no reason to forget here either: that one has seen every row of the ledger since,
    /// and this one only its end.
    func follow(_ other: Standing) {
        if followed == other.forgot { ledgerEnd = other.ledgerEnd }
        followed = other.forgot
    }

    /// For so many more people; those who were known and are asked for again are read again.
    func makeRoom(for more: Int) {
        if people.count + more > Self.room { people = [:] }
    }

    /// Sets of owners on a day; there may be as many as targets, and then some are made anew.
    func keep(_ new: OwnerCircle, as key: CircleKey) -> OwnerCircle {
        if circles.count >= Self.room { (circles, shapes) = ([:], []) }
        let circle = new.sharing(shapes.insert(new).memberAfterInsert)
        circles[key] = circle
        return circle
    }

    struct CircleKey: Hashable {
        let owners: [OwnerID]
        let joint: JointMeaning
        let day: CivilDate
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
