// Messages as a table and as JSON.

import ActionPlans
import CivilTime
import Register

enum DeliveryTable {
    static func lines(_ rows: [DeliveryRow], zone: Zone) -> [String] {
        guard !rows.isEmpty else { return ["no message matches"] }
        return Table(columns, rows: rows.map { cells($0, zone) }).lines()
    }

    static let columns: [Table.Column] = [
        .number("no."), .whole("when"), .whole("state"), .text("by", atLeast: 5), .text("to", atLeast: 8),
        .text("tells of", atLeast: 12, losing: .items(.start)), .text("because", atLeast: 7),
    ]

    private static func cells(_ row: DeliveryRow, _ zone: Zone) -> [String] {
        let what =
            row.corrects.map { "corrects \($0)" }
            ?? (row.references.isEmpty ? row.kind.rawValue : row.references.joined(separator: ", "))
        return [
            String(row.message.value), Words.moment(row.settledAt ?? row.notBefore, zone), state(row),
            row.channel.endpoint ?? "mail", row.recipientName, what, row.because ?? "",
        ]
    }

    private static func state(_ row: DeliveryRow) -> String {
        let word = row.state.words
        switch row.state {
        case .refused, .setAside, .held: return Style.alarming(word)
        case .delivered: return row.mode.map { $0 == .live ? word : "\(word) (\($0.rawValue))" } ?? word
        case .waiting, .claimed, .void: return word
        }
    }
}

extension MessageState {
    /// As a person reads it. Nobody knows more of a mail than that the relay took it.
    var words: String { self == .delivered ? "accepted" : rawValue.replacingUnderscores }
}

extension DeliveryRow {
    var json: JSON { .object(members) }

    var members: [(String, JSON)] {
        [
            ("message", .int(Int(message.value))), ("id", .text(id)), ("kind", .string(kind.rawValue)),
            ("state", .string(state.rawValue)), ("plan", .text(plan)), ("recipient", .string(recipientName)),
            ("channel", .string(channel.jsonName)), ("endpoint", .text(channel.endpoint)),
            ("mode", .text(mode?.rawValue)), ("references", .array(references.map(JSON.string))),
            ("subject", .text(subject)), ("not_before", .string(notBefore.rfc3339)), ("attempts", .int(attempts)),
            ("may_have_arrived", .bool(mayHaveArrived)), ("settled_at", .text(settledAt?.rfc3339)),
            ("because", .text(because)), ("batch", batch.map { .int(Int($0.value)) } ?? .null),
            ("corrects", corrects.map { .int(Int($0.value)) } ?? .null),
        ]
    }
}
