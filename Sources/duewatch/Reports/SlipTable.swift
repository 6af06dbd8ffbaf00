// The dates that moved, as a table, as CSV and as JSON.

import ActionPlans
import Documents
import Register

struct SlipTable {
    let slips: Slips

    var lines: [String] {
        guard !slips.rows.isEmpty else {
            return ["no date has moved, of \(Words.count(slips.dated, "target")) with a day"]
        }
        let columns: [Table.Column] = [
            .whole("reference"), .whole("first"), .whole("present"), .number("days"), .text("is", atLeast: 10),
            .text("cause", atLeast: 15),
        ]
        let rows = slips.rows.map { slip in
            [
                slip.reference, slip.first.description, slip.present?.description ?? "-",
                slip.days.map(Self.signed) ?? "-", slip.presentPhrase ?? "not said", Self.cause(slip),
            ]
        }
        return Table(columns, rows: rows).lines() + footer
    }

    /// "edition 2020-12, 3 moves"
    private static func cause(_ slip: Slip) -> String {
        slip.moves > 1 ? "\(slip.cause), \(slip.moves) moves" : slip.cause
    }

    private var footer: [String] {
        let days = slips.rows.filter { $0.sureness == .certain }.compactMap(\.days)
        let open = slips.rows.count { $0.sureness != .certain }
        let mean = days.isEmpty ? "" : ", by \(days.reduce(0, +) / days.count) days on average"
        return Paragraph.lines(
            "\(slips.rows.count - open) of \(Words.count(slips.dated, "date")) moved\(mean)"
                + (open > 0
                    ? "; \(open) more have no sure successor: they are not chased, and stand on the worklist" : ""))
    }

    private static func signed(_ days: Int) -> String { days > 0 ? "+\(days)" : String(days) }

    var csv: String {
        SheetText.written(
            [["reference", "first phrase", "first", "present phrase", "present", "days", "cause", "match", "status"]]
                + slips.rows.map { slip in
                    [
                        slip.reference, slip.firstPhrase, slip.first.description, slip.presentPhrase ?? "",
                        slip.present?.description ?? "", slip.days.map(String.init) ?? "", Self.cause(slip),
                        slip.sureness.rawValue, slip.status.rawValue,
                    ]
                })
    }

    var json: JSON {
        .object([
            ("dated", .int(slips.dated)),
            (
                "slips",
                .array(
                    slips.rows.map { slip in
                        .object([
                            ("reference", .string(slip.reference)), ("status", .string(slip.status.rawValue)),
                            ("first_phrase", .string(slip.firstPhrase)), ("first", .string(slip.first.description)),
                            ("phrase", .text(slip.presentPhrase)), ("present", .text(slip.present?.description)),
                            ("days", slip.days.map(JSON.int) ?? .null), ("cause", .string(slip.cause)),
                            ("moves", .int(slip.moves)), ("match", .string(slip.sureness.rawValue)),
                        ])
                    })
            ),
        ])
    }
}
