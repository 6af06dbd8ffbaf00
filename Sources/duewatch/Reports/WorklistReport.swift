// The worklist: what a person has to settle, each row with its place in the document and its reason.

import ActionPlans
import Register

enum WorklistReport {
    /// - Parameter plan: whether rows without a reference name their plan.
    static func lines(_ row: WorklistRow, plan: Bool = true) -> [String] {
        let name = row.reference ?? (plan ? row.planName : nil)
        let line = row.line.map { "line \($0)" }
        let place = [name, line].compactMap { $0 }.joined(separator: ", ")
        return Paragraph.lines((place.isEmpty ? "" : "\(place): ") + row.text, indent: "    ", lead: "  ")
    }
}

extension WorklistRow {
    var json: JSON {
        .object([
            ("doubt", .int(Int(id))), ("kind", .string(kind.rawValue)), ("plan", .text(planName)),
            ("reference", .text(reference)),
            ("line", line.map(JSON.int) ?? .null), ("message", .string(text)),
            ("opened_at", .string(openedAt.rfc3339)),
        ])
    }
}
