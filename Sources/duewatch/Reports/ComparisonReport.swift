// What other settings would change, as a table, as CSV and as JSON.

import ActionPlans
import CivilTime
import Documents
import Simulation

struct ComparisonReport {
    let comparison: Comparison

    var lines: [String] {
        guard !comparison.changes.isEmpty else { return ["no reminder would change; \(unchanged)"] }
        return Table(Self.columns, rows: comparison.changes.map(cells)).lines() + [footer]
    }

    /// Of two days the later gives its year away before a stage does its number.
    static let columns: [Table.Column] = [
        .whole("change"), .whole("day"), .text("to", atLeast: 6, losing: .start), .whole("reference"),
        .text("stage", atLeast: 14, losing: .middle), .text("who", atLeast: 12),
    ]

    private func cells(_ change: Comparison.Change) -> [String] {
        let day = change.oldDay ?? change.newDay
        return [
            change.kind.rawValue, day?.description ?? "-",
            change.kind == .moved ? change.newDay?.description ?? "-" : "-", change.reference, stage(change),
            who(change),
        ]
    }

    /// Somebody who is told on two channels is told which of them.
    private func who(_ change: Comparison.Change) -> String {
        let who = "\(change.recipient) \(change.person.words)"
        return change.channel == .email ? who : "\(who), \(change.channel)"
    }

    private func stage(_ change: Comparison.Change) -> String {
        change.repetition > 1 ? "\(change.stage) no. \(change.repetition)" : change.stage
    }

    private var footer: String {
        let counts = Comparison.Kind.allCases.map { "\(comparison.count($0)) \($0.rawValue)" }
        return Words.list(counts) + "; \(unchanged)"
    }

    private var unchanged: String {
        Words.count(comparison.unchanged, "reminder") + (comparison.unchanged == 1 ? " stays" : " stay")
    }

    var csv: String {
        SheetText.written(
            [["change", "old day", "new day", "reference", "stage", "repetition", "owner", "to", "why", "channel"]]
                + comparison.changes.map { change in
                    [
                        change.kind.rawValue, change.oldDay?.description ?? "", change.newDay?.description ?? "",
                        change.reference, change.stage, String(change.repetition), change.owner ?? "",
                        change.recipient, change.person.words, change.channel.description,
                    ]
                })
    }

    var json: JSON {
        .object(
            Comparison.Kind.allCases.map { ($0.rawValue, .int(comparison.count($0))) } + [
                ("unchanged", .int(comparison.unchanged)), ("changes", .array(comparison.changes.map(json))),
            ])
    }

    private func json(_ change: Comparison.Change) -> JSON {
        .object([
            ("change", .string(change.kind.rawValue)), ("old_day", .text(change.oldDay?.description)),
            ("new_day", .text(change.newDay?.description)), ("reference", .string(change.reference)),
            ("stage", .string(change.stage)), ("repetition", .int(change.repetition)), ("owner", .text(change.owner)),
            ("recipient", .string(change.recipient)), ("why_this_person", .string(change.person.code.rawValue)),
            ("channel", .string(change.channel.description)),
        ])
    }
}
