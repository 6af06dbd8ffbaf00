// Who has not answered their introduction, as rows and as JSON.

import ActionPlans
import CivilTime
import Register

enum SilentTable {
    static func lines(_ people: [SilentNewcomer], zone: Zone) -> [String] {
        guard !people.isEmpty else { return ["everybody who was introduced to a plan has answered"] }
        return people.flatMap { newcomer in
            [
                Style.bold(newcomer.person)
                    + ", introduced to \(newcomer.plan) on \(zone.date(at: newcomer.since)), has not answered"
            ] + Paragraph.lines(newcomer.references.joined(separator: ", "), indent: "  ", lead: "  ")
        }
    }
}

extension SilentNewcomer {
    var json: JSON {
        .object([
            ("person", .string(person)), ("plan", .string(plan)), ("since", .string(since.rfc3339)),
            ("references", .array(references.map(JSON.string))),
        ])
    }
}
