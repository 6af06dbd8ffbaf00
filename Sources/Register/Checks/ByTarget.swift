// The rows of another table that belong to many targets, side by side with the targets.

import CivilTime
import GRDB
import Reminders

/// The targets whose rows are wanted.
enum TargetRange {
    case span(TargetID, TargetID)
    /// Each once.
    case these([TargetID])

    /// What stands before the table.
    var source: String {
        switch self {
        case .span: ""
        case .these: Prepared.wanted
        }
    }

    /// On a column that holds their ids.
    func condition(on column: String) -> String {
        switch self {
        case .span: "\(column) BETWEEN ? AND ?"
        case .these: "\(column) = wanted"
        }
    }

    var values: [Prepared.Value] {
        switch self {
        case .span(let first, let last): [.id(first), .id(last)]
        case .these(let ids): [.list(ids)]
        }
    }
}

/// Rows in the order of their targets, taken target by target, ascending.
struct ByTarget<Value> {
    private let targets: [TargetID]
    private let values: [Value]
    private var next = 0

    /// None at all.
    init() { (targets, values) = ([], []) }

    /// - Parameters:
    ///   - table: with what is joined to it.
    ///   - target: the column that holds the target's id; it comes before the columns, which count from 1.
    ///   - order: among the rows of one target.
    init(
        _ db: Database, _ range: TargetRange, from table: String, by target: String = "target_id", _ columns: String,
        where more: String? = nil, order: String, binding values: [Prepared.Value] = [],
        read: (Columns) throws -> Value
    ) throws {
        let rows = try Prepared(
            db,
            """
            SELECT \(target), \(columns) FROM \(range.source) \(table)
            WHERE \(range.condition(on: target))\(more.map { " AND \($0)" } ?? "") ORDER BY \(target), \(order)
            """
        ).rows(binding: range.values + values) { (target: TargetID($0.int(0)), value: try read($0)) }
        targets = rows.map(\.target)
        self.values = rows.map(\.value)
    }

    /// Those of one target; rows of targets before it are passed over.
    mutating func take(_ target: TargetID) -> ArraySlice<Value> {
        while next < targets.count, targets[next] < target { next += 1 }
        let first = next
        while next < targets.count, targets[next] == target { next += 1 }
        return values[first..<next]
    }

    /// All of them.
    var all: [Value] { values }
}
