// A review as one table that a person fills in with a spreadsheet program: doubts, targets and owners. The cells to the
// left say what the register has, and are compared when the sheet comes back; those to the right are the person's.
// It knows cells, not files.

import ActionPlans
import CivilTime

public enum ReviewSheet {
    public enum Column: String, Hashable, Sendable, CaseIterable {
        case row, doubt, target, recommendation, step, printed, date, status, owners
        case toSettle = "to settle"
        case chooseFrom = "choose from"
        case decision, value, because, holder
        case holderAddress = "holder address"
        case deputy
        case deputyAddress = "deputy address"
        case manager
        case managerAddress = "manager address"

        /// Those that must not have changed since the sheet was written.
        static let compared: [Column] = [.target, .printed, .date, .status, .owners, .toSettle]
        /// Those that a person fills in for a target or a doubt.
        static let decided: [Column] = [.decision, .value, .because]
    }

    /// The headings, then the doubts in the order of the document, every target, every owner.
    public static func rows(_ review: PlanReview) -> [[String]] {
        [Column.allCases.map(\.rawValue)]
            + cells(review).map { cells in Column.allCases.map { cells[$0] ?? "" } }
    }

    static func cells(_ review: PlanReview) -> [[Column: String]] {
        review.doubts.map { cells($0, review.target($0.reference), review.successors(of: $0)) }
            + review.targets.map(cells)
            + review.owners.map(cells)
    }

    private static func cells(
        _ doubt: ReviewedDoubt, _ target: ReviewedTarget?, _ successors: [ReviewedTarget]
    ) -> [Column: String] {
        var cells = target.map(cells) ?? [:]
        cells[.row] = "doubt"
        cells[.doubt] = String(doubt.number)
        cells[.target] = doubt.reference ?? doubt.plan
        cells[.toSettle] = squeezed(doubt.text)
        cells[.chooseFrom] = choices(doubt, target, successors)
        return cells
    }

    private static func cells(_ target: ReviewedTarget) -> [Column: String] {
        [
            .row: "target", .target: target.reference,
            .recommendation: "\(target.recommendation): \(squeezed(target.recommendationText))",
            .step: target.action.map(squeezed) ?? "", .printed: "\u{201C}\(squeezed(target.phrase))\u{201D}",
            .date: date(target.reading), .status: target.status.rawValue,
            .owners: target.owners.joined(separator: "; "),
        ]
    }

    private static func cells(_ owner: ReviewedOwner) -> [Column: String] {
        var cells: [Column: String] = [.row: "owner", .owners: owner.entry.post]
        for (role, name, address) in roles {
            cells[name] = owner.entry.person(role)?.name
            cells[address] = owner.entry.person(role)?.email
        }
        return cells
    }

    static let roles: [(Role, Column, Column)] = [
        (.holder, .holder, .holderAddress), (.deputy, .deputy, .deputyAddress), (.manager, .manager, .managerAddress),
    ]

    /// Words that no spreadsheet program takes for a date.
    private static func date(_ reading: Reading?) -> String {
        guard let reading else { return "not chased" }
        if let due = reading.due { return "due \(due)" }
        return reading.from.map { "from \($0)" } ?? reading.kind.rawValue
    }

    /// "date DATE | none": what may stand in the cells for the decision and its value.
    private static func choices(
        _ doubt: ReviewedDoubt, _ target: ReviewedTarget?, _ successors: [ReviewedTarget]
    ) -> String {
        doubt.choices(target, successors: successors).map { words in
            let words = words.dropFirst().filter { $0 != "--doubt" && $0 != String(doubt.number) }
            let option = words.first { $0.hasPrefix("--") } ?? ""
            let name = option == "--post" ? "one-post" : String(option.dropFirst(2))
            let values = words.filter { !$0.hasPrefix("--") }
            return values.isEmpty ? name : "\(name): \(values.joined(separator: "; "))"
        }.joined(separator: " | ")
    }

    static func squeezed(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
