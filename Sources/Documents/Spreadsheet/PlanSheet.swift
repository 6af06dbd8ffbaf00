// Chooses among the sheets of a workbook: the first that bears a plan's headings is the plan, lines of the sheets before
// it (a cover) are lines above its table, and others with such headings are named.

import ActionPlans

struct PlanSheet {
    private let rowsOf: SheetRows
    private var front: [SourceDocument.Part] = []
    private var plan: SourceDocument?
    private var planName = ""
    private var notes: [SourceNote] = []
    private var rest: [SourceDocument.Part] = []

    init(map: ColumnMap) { rowsOf = SheetRows(map: map) }

    var isFound: Bool { plan != nil }

    /// The plan's sheet; where there is none, all that the sheets hold.
    var document: SourceDocument {
        guard let plan else { return SourceDocument(parts: rest, notes: notes) }
        return SourceDocument(parts: front + plan.parts, notes: plan.notes + notes)
    }

    mutating func add(_ sheet: Sheet, named name: String, isHidden: Bool) throws(DocumentError.Fault) {
        let rows = try sheet.cellRows()
        let hasHeadings = rows.contains(where: rowsOf.heads)
        if plan != nil {
            guard hasHeadings else { return }
            notes.append(
                SourceNote(
                    line: nil, place: "sheet \(name)",
                    message:
                        "this sheet has a plan's headings too, and was not read: the plan was read from sheet "
                        + "\(planName). Save it as a file of its own if it is a plan."))
            return
        }
        let parts = rowsOf.parts(rows)
        guard hasHeadings else {
            rest += parts
            if !isHidden {
                front += parts.filter { if case .paragraph = $0 { true } else { false } }.prefix(40)
            }
            return
        }
        planName = name
        plan = SourceDocument(parts: parts, notes: sheet.notes(named: name))
        if isHidden {
            notes.append(
                SourceNote(
                    line: nil, place: "sheet \(name)",
                    message: "the plan stands on a hidden sheet, and was read. Check that it is the one to follow."))
        }
    }

    mutating func passBy(hidden name: String) {
        notes.append(
            SourceNote(
                line: nil, place: "sheet \(name)",
                message: "this sheet is hidden, and was not read. Show it and import it by itself if it is a plan."))
    }
}
