// The plans of a register as a table and as JSON.

import ActionPlans
import Register

enum PlanTable {
    static func lines(_ plans: [PlanSummary]) -> [String] {
        let columns: [Table.Column] = [
            .whole("plan"), .text("title", atLeast: 12), .text("editions", atLeast: 7), .number("targets"),
            .number("chased"), .number("armed"), .number("waiting"), .number("doubts"),
        ]
        let rows = plans.map { plan in
            [
                plan.name, plan.title, plan.editions.joined(separator: ", "), String(plan.targets), String(plan.chased),
                String(plan.armed), plan.waiting > 0 ? Style.alarming(String(plan.waiting)) : "0", String(plan.doubts),
            ]
        }
        let closed = plans.compactMap { plan in
            plan.closed.map { "\(plan.name) is closed: \($0.because) (\($0.by)); `duewatch reopen \(plan.name)`" }
        }
        return Table(columns, rows: rows).lines() + closed.flatMap { Paragraph.lines($0, indent: "  ", lead: "") }
    }
}

extension PlanSummary {
    var json: JSON {
        .object([
            ("plan", .string(name)), ("title", .string(title)), ("published", .text(published?.description)),
            ("editions", .array(editions.map(JSON.string))), ("recommendations", .int(recommendations)),
            ("targets", .int(targets)), ("chased", .int(chased)), ("armed", .int(armed)), ("waiting", .int(waiting)),
            ("waiting_since", .text(waitingSince?.rfc3339)), ("doubts", .int(doubts)),
            ("armed_at", .text(armedAt?.rfc3339)), ("closed", closed?.json ?? .null),
        ])
    }
}

extension PlanClosure {
    var json: JSON {
        .object([("at", .string(at.rfc3339)), ("by", .string(by)), ("because", .string(because))])
    }
}
