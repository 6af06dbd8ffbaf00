// Which targets are read together.

import CivilTime
import GRDB
import Reminders

enum Wanted {
    /// Each once.
    case these([TargetID])
    case armed(after: TargetID, Int)

    /// Ascending by id.
    func rows(_ db: Database) throws -> [TargetRow] {
        switch self {
        case .these(let ids):
            try TargetRow.all(db, "\(Prepared.wanted) target WHERE id = wanted ORDER BY id", [.list(ids)])
        case .armed(let id, let limit):
            try TargetRow.all(
                db, "target WHERE id > ? AND armed_at IS NOT NULL ORDER BY id LIMIT ?", [.id(id), .number(limit)])
        }
    }

    /// Where the rows of other tables are looked for.
    func range(first: TargetID, last: TargetID) -> TargetRange {
        switch self {
        case .these(let ids) where ids.count > 1: .these(ids)
        case .these, .armed: .span(first, last)
        }
    }
}

/// A target's own row, without what other tables add to it.
struct TargetRow {
    let id: TargetID
    let version: Int64
    let reference: String
    let plan: PlanID
    let recommendation: Int64
    let status: Status
    let armedAt: Instant?
    let revision: Int
    let nextCheck: Instant?
    let joint: String?
    let lead: OwnerID?
    /// Whether it is chased with another.
    let isOne: Bool

    static func all(_ db: Database, _ source: String, _ values: [Prepared.Value]) throws -> [TargetRow] {
        try Prepared(
            db,
            """
            SELECT id, version, reference, plan_id, recommendation_id, status, armed_at, revision, next_check, joint,
                joint_lead, same_as IS NOT NULL
            FROM \(source)
            """
        ).rows(binding: values) {
            TargetRow(
                id: TargetID($0.int(0)), version: $0.int(1), reference: $0.text(2), plan: PlanID($0.int(3)),
                recommendation: $0.int(4), status: try $0.named(5), armedAt: $0.instant(6), revision: Int($0.int(7)),
                nextCheck: $0.instant(8), joint: $0.maybeText(9), lead: $0.maybeInt(10).map(OwnerID.init),
                isOne: $0.int(11) != 0)
        }
    }
}
