// The rows of a sheet as the reader of plans takes them: merged cells written out, gaps as empty rows; and notes on what
// a person who looks at the sheet would not see.

import ActionPlans

extension Sheet {
    /// The rows from top to bottom, an empty one wherever rows are missing.
    func cellRows() throws(DocumentError.Fault) -> [CellTable.Row] {
        let width = max(rows.flatMap(\.cells.keys).max() ?? 0, 0)
        if rows.count * width > limits.cells { throw .tooManyCellsInAll(limit: limits.cells) }
        var table = rows.map { row in
            CellTable.Row(
                cells: (0..<width).map { CellTable.Cell(text: row.cells[$0 + 1] ?? "", line: row.number) },
                line: row.number)
        }
        try expandMerged(in: &table, width: width)
        var all: [CellTable.Row] = []
        for row in table {
            if let last = all.last, row.line > last.line + 1 {
                all.append(CellTable.Row(cells: [], line: last.line + 1))
            }
            all.append(row)
        }
        return all
    }

    private func expandMerged(in table: inout [CellTable.Row], width: Int) throws(DocumentError.Fault) {
        var places: [Int: Int] = [:]
        for (place, row) in table.enumerated() { places[row.line] = place }
        let last = table.last?.line ?? 0
        var written = 0
        for range in merged {
            guard range.rows.lowerBound <= last, range.columns.lowerBound <= width,
                let top = places[range.rows.lowerBound]
            else { continue }
            let first = table[top].cells[range.columns.lowerBound - 1]
            for row in range.rows.lowerBound...min(range.rows.upperBound, last) {
                written += 1
                guard let place = places[row] else { continue }
                for column in range.columns.lowerBound...min(range.columns.upperBound, width) {
                    written += 1
                    let isFirst = row == range.rows.lowerBound && column == range.columns.lowerBound
                    if isFirst || !table[place].cells[column - 1].text.isEmpty { continue }
                    table[place].cells[column - 1] = CellTable.Cell(
                        text: first.text, line: first.line, repeats: column > range.columns.lowerBound ? .left : .above)
                }
            }
            if written > limits.cells { throw .tooManyCellsInAll(limit: limits.cells) }
        }
    }

    /// What a person should look at on the sheet named `name`.
    func notes(named name: String) -> [SourceNote] {
        let hidden = rows.filter(\.isHidden).map(\.number)
        var notes = Sheet.runs(hidden).prefix(20).map { run in
            let which = run.count == 1 ? "row \(run.lowerBound) is" : "rows \(run.lowerBound) to \(run.upperBound) are"
            return SourceNote(
                line: run.lowerBound, place: "sheet \(name), row \(run.lowerBound)",
                message: "\(which) hidden on the sheet, and \(run.count == 1 ? "was" : "were") read. "
                    + "Take out what no longer stands, or show it.")
        }
        let used = Set(rows.flatMap(\.cells.keys))
        for column in hiddenColumns.intersection(used).sorted() {
            notes.append(
                SourceNote(
                    line: nil, place: "sheet \(name), column \(CellReference.letters(of: column))",
                    message: "column \(CellReference.letters(of: column)) is hidden on the sheet, and was read. "
                        + "Take it out if it no longer stands, or show it."))
        }
        for (place, why) in unknown.prefix(20) {
            notes.append(
                SourceNote(
                    line: CellReference(place)?.row, place: "sheet \(name), cell \(place)",
                    message: "cell \(place) \(why). Write what is meant into the cell."))
        }
        return notes
    }

    /// Numbers that follow one another, as ranges.
    private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound == number - 1 {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }
}
