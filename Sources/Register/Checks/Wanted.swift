// Which targets are read together, and the rows of other tables that belong to them, side by side with the targets.

import CivilTime
import GRDB
import Reminders

/// Which targets.
enum Wanted {
    case these([TargetID])
    case armed(after: TargetID, Int)

    /// Ascending by id.
    func rows(_ db: Database) throws -> [TargetRow] {
        switch self {
        case .these(let ids):
            let list = Prepared.list(ids)
            return try TargetRow.all(db, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", [list])
        case .armed(let id, let limit):
            return try TargetRow.all(
                db, "WHERE id > ? AND armed_at IS NOT NULL ORDER BY id LIMIT ?", [id, limit])
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

    static func all(_ db: Database, _ condition: String, _ arguments: StatementArguments) throws -> [TargetRow] {
        let columns = """
            id, version, reference, plan_id, recommendation_id, status, armed_at, revision, next_check, joint, joint_lead,
                same_as IS NOT NULL
            """
        let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM target \(condition)")
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var found: [TargetRow] = []
        while let row = try rows.next() {
            found.append(
                TargetRow(
                    id: row[0], version: row[1], reference: row[2], plan: row[3], recommendation: row[4],
                    status: row[5], armedAt: row[6], revision: row[7], nextCheck: row[8], joint: row[9], lead: row[10],
                    isOne: row[11]))
        }
        return found
    }
}

/// The targets whose rows are wanted, as a condition on a column that holds their ids.
enum TargetRange {
    case span(TargetID, TargetID)
    case these([TargetID])

    func condition(on column: String) -> String {
        switch self {
        case .span: "\(column) BETWEEN ? AND ?"
        case .these: "\(column) IN (SELECT value FROM json_each(?))"
        }
    }

    var arguments: StatementArguments {
        switch self {
        case .span(let first, let last): [first, last]
        case .these(let ids): [Prepared.list(ids)]
        }
    }

    /// The rows of a table, each with the target's id before the columns.
    func rows(
        _ db: Database, of table: String, by column: String = "target_id", _ columns: String, where more: String = "",
        order: String, _ values: StatementArguments = []
    ) throws -> RowsByTarget {
        let sql = """
            SELECT \(column), \(columns) FROM \(table) WHERE \(condition(on: column))
            \(more.isEmpty ? "" : "AND \(more)") ORDER BY \(column), \(order)
            """
        return try RowsByTarget(db, sql, arguments + values)
    }
}

/// Rows that come in the order of their targets, whose id is the first column. Taken target by target, ascending.
final class RowsByTarget {
    private let rows: RowCursor
    private var present: Row?
    private var id: Int64 = 0

    init(_ db: Database, _ sql: String, _ arguments: StatementArguments) throws {
        rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
        try step()
    }

    /// Each row of one target; rows of targets before it are passed over.
    func each(of target: TargetID, _ body: (Row) throws -> Void) throws {
        while let row = present, id <= target.value {
            if id == target.value { try body(row) }
            try step()
        }
    }

    /// The one text of each row of a target.
    func texts(of target: TargetID) throws -> [String] {
        var texts: [String] = []
        try each(of: target) { texts.append($0[1]) }
        return texts
    }

    private func step() throws {
        present = try rows.next()
        if let present { id = present[0] }
    }
}
