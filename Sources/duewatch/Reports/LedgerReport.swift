// Rows of the ledger, for a person and for a script. They hold no names and no addresses; neither does this.

import ActionPlans
import CivilTime
import Register

enum LedgerReport {
    static func lines(_ entry: LedgerEntry, zone: Zone) -> [String] {
        let author = entry.author.map { " by \($0)" } ?? ""
        let detail = entry.detail == "{}" ? "" : " \(entry.detail)"
        return Paragraph.lines(
            "\(entry.seq). \(Words.moment(entry.at, zone)) \(entry.event.rawValue.replacingUnderscores)\(author)\(detail)",
            indent: "    ", lead: "  ")
    }
}

extension LedgerEntry {
    /// `detail` is JSON as it was hashed, and stays text.
    var json: JSON {
        func number(_ value: Int64?) -> JSON { value.map { .int(Int($0)) } ?? .null }
        return .object([
            ("seq", number(seq)), ("at", .string(at.rfc3339)), ("event", .string(event.rawValue)),
            ("plan_id", number(plan?.value)), ("target_id", number(target?.value)),
            ("reminder_id", number(reminder?.value)), ("message_id", number(message?.value)),
            ("owner_id", number(owner?.value)), ("person_id", number(person?.value)), ("author", .text(author)),
            ("detail", .string(detail)), ("hash", .string(hash)),
        ])
    }
}
