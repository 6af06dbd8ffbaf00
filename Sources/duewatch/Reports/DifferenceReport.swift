// What an edition changes in a plan, before it is adopted and after: a table of the dates that moved, and a line for
// every other change.

import ActionPlans
import Register
import Reminders

struct DifferenceReport {
    let difference: PlanDifference

    init(_ difference: PlanDifference) { self.difference = difference }

    var lines: [String] {
        guard !difference.changes.isEmpty else { return ["nothing in the plan changes"] }
        return section("Recommendations", recommendations) + slips + section("New target dates", newDates)
            + section("Owners", owners)
    }

    var json: JSON { .array(difference.changes.map(\.json)) }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Style.bold(title)] + lines
    }

    private func of(_ kinds: PlanDifference.Change.Kind...) -> [PlanDifference.Change] {
        difference.changes.filter { kinds.contains($0.kind) }
    }

    private var recommendations: [String] {
        of(.newRecommendation, .vanishedRecommendation, .renumbered, .reworded, .response).flatMap { change in
            Paragraph.lines(
                "\(change.recommendation)  \(words(change))\(sureness(change))", indent: "      ", lead: "  ")
        }
    }

    private func words(_ change: PlanDifference.Change) -> String {
        let (before, after) = (change.before ?? "nothing", change.after ?? "nothing")
        return switch change.kind {
        case .newRecommendation: "is new: \(Words.short(after, 160))"
        case .vanishedRecommendation: "is not printed any more: \(Words.short(before, 160))"
        case .renumbered: "was \(before) before; its references stay"
        case .reworded: "is worded otherwise: \(Words.short(after, 160))"
        case .response: "is \(after), and was \(before)"
        case .newDate, .changedDate, .silent, .owners: "\(before) becomes \(after)"
        }
    }

    private func sureness(_ change: PlanDifference.Change) -> String {
        change.sureness == .certain ? "" : " (\(change.sureness.rawValue))"
    }

    /// Every date that moved, or that the edition leaves open.
    private var slips: [String] {
        let changes = difference.slips
        guard !changes.isEmpty else { return [] }
        let columns: [Table.Column] = [
            .whole("reference"), .text("was", atLeast: 10), .whole("due"), .text("is", atLeast: 10), .whole("due"),
            .number("days"), .whole("match"),
        ]
        let rows = changes.map { change in
            [
                change.reference ?? change.recommendation, change.before ?? "-", change.dueBefore?.description ?? "-",
                change.after ?? "not said", change.dueAfter?.description ?? "-", change.slip.map(Self.signed) ?? "-",
                change.sureness.rawValue,
            ]
        }
        let open = changes.count { $0.kind == .silent }
        return ["", Style.bold("Dates that changed, or that the edition leaves open")]
            + Table(columns, rows: rows).lines()
            + (open == 0
                ? []
                : Paragraph.lines(
                    "\(Words.count(open, "date")) without a sure successor: no longer chased, and on the worklist"))
    }

    private static func signed(_ days: Int) -> String { days > 0 ? "+\(days)" : String(days) }

    private var newDates: [String] {
        let changes = of(.newDate)
        // Of a plan that is new, all dates are.
        guard !difference.isFirst else { return [] }
        guard changes.count <= Self.most else {
            return ["  \(changes.count) of them: `duewatch targets` lists them afterwards"]
        }
        return changes.flatMap { change in
            Paragraph.lines(
                "\(change.reference ?? change.recommendation)  \(change.after ?? "")"
                    + (change.dueAfter.map { " (\($0))" } ?? ""), indent: "      ", lead: "  ")
        }
    }

    private var owners: [String] {
        of(.owners).flatMap { change in
            Paragraph.lines(
                "\(change.reference ?? change.recommendation)  \(words(change))", indent: "      ", lead: "  ")
        }
    }

    private static let most = 200
}

extension PlanDifference.Change {
    var json: JSON {
        .object([
            ("kind", .string(kind.rawValue)), ("edition", .string(edition)),
            ("recommendation", .string(recommendation)), ("reference", .text(reference)), ("before", .text(before)),
            ("after", .text(after)), ("due_before", .text(dueBefore?.description)),
            ("due_after", .text(dueAfter?.description)), ("days", slip.map(JSON.int) ?? .null),
            ("match", .string(sureness.rawValue)),
        ])
    }
}
