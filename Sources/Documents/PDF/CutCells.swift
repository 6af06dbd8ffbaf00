// Puts together what a page break cut in the middle of a sentence in columns of few words: a response ("Partly" and
// "agreed"), a date ("Charter to be" and "published by June 2025"), a line that tells whom recommendations are directed
// at. Longer cells are put together by the plan reader, which knows their words.

import ActionPlans

struct CutCells {
    let columns: PlanColumns?

    /// The parts, with the rest of each such cell moved to the page where it begins.
    func joined(_ parts: [SourceDocument.Part]) -> [SourceDocument.Part] {
        guard let columns else { return parts }
        var parts = parts
        var above: (part: Int, table: CellTable)?
        for place in parts.indices {
            guard case .table(var table) = parts[place], table.rows.allSatisfy({ $0.cells.count == columns.count }),
                !table.rows.isEmpty
            else { continue }
            if var upper = above?.table, let part = above?.part {
                join(&upper, &table)
                parts[part] = .table(upper)
                parts[place] = .table(table)
            }
            above = (place, table)
        }
        return parts
    }

    private func join(_ upper: inout CellTable, _ lower: inout CellTable) {
        guard let columns, let row = lower.rows.firstIndex(where: { ColumnLayout(headings: $0) == nil }),
            let last = upper.rows.indices.last
        else { return }
        let number = columns.roles.firstIndex(of: .number)
        if let number, !lower.rows[row].cells[number].text.isEmpty { return }
        for (column, role) in columns.roles.enumerated() {
            guard upper.rows[last].cells[column].repeats == nil, lower.rows[row].cells[column].repeats == nil else {
                continue
            }
            let text = upper.rows[last].cells[column].text
            let rest = lower.rows[row].cells[column].text
            let goesOn = [.response, .date].contains(role) && rest.first?.isLowercase == true
            let isHeading =
                role == .recommendation && isAlone(upper.rows[last], column) && rest.hasSuffix(":")
                && isAlone(lower.rows[row], column)
            guard goesOn || isHeading, !text.isEmpty, let end = text.last, !".;:".contains(end) else { continue }
            let moved = rest.split(separator: " ", omittingEmptySubsequences: false).split { $0.isEmpty }
            guard let first = moved.first else { continue }
            upper.rows[last].cells[column].text = text + " " + first.joined(separator: " ")
            lower.rows[row].cells[column].text = moved.dropFirst().map { $0.joined(separator: " ") }
                .joined(separator: "  ")
        }
    }

    private func isAlone(_ row: CellTable.Row, _ column: Int) -> Bool {
        row.cells.indices.allSatisfy { $0 == column || row.cells[$0].text.isEmpty }
    }
}
