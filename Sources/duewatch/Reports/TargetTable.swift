// Target dates as a table and as JSON.

import ActionPlans
import CivilTime
import Documents
import Register
import Reminders

struct TargetTable {
    let targets: [TargetSummary]
    let today: CivilDate

    var lines: [String] {
        guard !targets.isEmpty else { return ["no target date matches"] }
        let columns: [Table.Column] = [
            .whole("reference"), .whole("due"), .whole("status"), .whole("armed"), .text("printed", atLeast: 10),
            .text("owners", atLeast: 16),
        ]
        return Table(columns, rows: targets.map(row)).lines() + [footer]
    }

    var json: JSON { .array(targets.map { $0.json(today: today) }) }

    var csv: String {
        SheetText.written(
            [["reference", "due", "from", "status", "late", "armed", "printed", "owners"]]
                + targets.map { target in
                    [
                        target.reference, target.due?.description ?? "", target.from?.description ?? "",
                        target.status.rawValue, target.isLate(on: today) ? "late" : "", armed(target), target.phrase,
                        target.owners.joined(separator: "; "),
                    ]
                })
    }

    private func row(_ target: TargetSummary) -> [String] {
        let isLate = target.isLate(on: today)
        return [
            target.reference, target.due?.description ?? target.from.map { "from \($0)" } ?? "-",
            isLate ? Style.alarming("late") : target.status.rawValue, armed(target), target.phrase,
            target.owners.isEmpty ? "-" : target.owners.joined(separator: "; "),
        ]
    }

    private func armed(_ target: TargetSummary) -> String {
        guard target.kind != nil || target.armedAt != nil, target.status.isChased else { return "-" }
        return target.armedAt == nil ? "waits" : "yes"
    }

    private var footer: String {
        let late = targets.count { $0.isLate(on: today) }
        return Words.count(targets.count, "target") + (late > 0 ? ", \(late) late" : "")
    }
}

extension TargetSummary {
    func json(today: CivilDate) -> JSON {
        .object([
            ("reference", .string(reference)), ("phrase", .string(phrase)), ("kind", .text(kind?.rawValue)),
            ("from", .text(from?.description)), ("due", .text(due?.description)),
            ("status", .string(status.rawValue)), ("late", .bool(isLate(on: today))),
            ("owners", .array(owners.map(JSON.string))), ("revision", .int(revision)),
            ("armed", .bool(armedAt != nil)), ("armed_at", .text(armedAt?.rfc3339)),
            ("next_check", .text(nextCheck?.rfc3339)),
        ])
    }
}
