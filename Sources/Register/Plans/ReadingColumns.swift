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

    /// The same from `columns(of:)`, the first of which has this number in the row.
    init?(_ row: Columns, from first: Int32) throws {
        guard let kind: Kind = try row.maybeNamed(first) else { return nil }
        self.init(
            kind: kind, from: try row.maybeDay(first + 1), due: try row.maybeDay(first + 2),
            precision: try row.maybeNamed(first + 3), rule: row.text(first + 4), on: row.maybeText(first + 5),
            recurrence: row.maybeText(first + 6).flatMap(Recurrence.init(column:)), after: row.maybeText(first + 7),
            period: row.maybeText(first + 8), why: row.maybeText(first + 9), milestone: row.maybeText(first + 10))
    }

    /// The column names, in the order of `columns`.
    static let columnNames =
        "kind, from_day, due, precision, rule, completed_on, recurrence, after, period, why, milestone"

    /// The same where another table in the statement has columns of these names.
    static func columns(of table: String) -> String {
        columnNames.split(separator: " ").map { "\(table).\($0)" }.joined(separator: " ")
    }

    /// The values of these columns; all NULL for no reading.
    static func columns(_ reading: Reading?) -> [Prepared.Value] {
        [
            .named(reading?.kind), .day(reading?.from), .day(reading?.due), .named(reading?.precision),
            .words(reading?.rule), .words(reading?.on), .words(reading?.recurrence?.column), .words(reading?.after),
            .words(reading?.period), .words(reading?.why), .words(reading?.milestone),
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
