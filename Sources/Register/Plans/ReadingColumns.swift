// A reading as the columns of a date revision, and back.

import ActionPlans
import CivilTime
import GRDB

extension Reading {
    /// nil where the row has no reading that is chased.
    init?(row: Row) {
        guard let kind: Kind = row["kind"] else { return nil }
        let recurrence: String? = row["recurrence"]
        self.init(
            kind: kind, from: row["from_day"], due: row["due"], precision: row["precision"], rule: row["rule"],
            on: row["completed_on"], recurrence: recurrence.flatMap(Recurrence.init(column:)), after: row["after"],
            period: row["period"], why: row["why"], milestone: row["milestone"])
    }

    /// The same from `columns(of:)`, the first of which has this place in the row.
    init?(row: Row, from first: Int) {
        guard let kind: Kind = row[first] else { return nil }
        let recurrence: String? = row[first + 6]
        self.init(
            kind: kind, from: row[first + 1], due: row[first + 2], precision: row[first + 3], rule: row[first + 4],
            on: row[first + 5], recurrence: recurrence.flatMap(Recurrence.init(column:)), after: row[first + 7],
            period: row[first + 8], why: row[first + 9], milestone: row[first + 10])
    }

    /// The column names, in the order of `columns`.
    static let columnNames =
        "kind, from_day, due, precision, rule, completed_on, recurrence, after, period, why, milestone"

    /// The same where another table in the statement has columns of these names.
    static func columns(of table: String) -> String {
        columnNames.split(separator: " ").map { "\(table).\($0)" }.joined(separator: " ")
    }

    /// The values of these columns; all NULL for no reading.
    static func columns(_ reading: Reading?) -> [(any DatabaseValueConvertible)?] {
        [
            reading?.kind, reading?.from, reading?.due, reading?.precision, reading?.rule, reading?.on,
            reading?.recurrence?.column, reading?.after, reading?.period, reading?.why, reading?.milestone,
        ]
    }
}

extension Recurrence {
    /// `every P3M`, `months 2 10`, `terms`
    var column: String {
        switch self {
        case .every(let period): "every \(period)"
        case .months(let months): "months " + months.map(String.init).joined(separator: " ")
        case .terms: "terms"
        }
    }

    init?(column: String) {
        let words = column.split(separator: " ").map(String.init)
        switch words.first {
        case "every" where words.count == 2: self = .every(words[1])
        case "months": self = .months(words.dropFirst().compactMap(Int.init))
        case "terms": self = .terms
        default: return nil
        }
    }
}
