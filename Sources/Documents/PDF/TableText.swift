// A table on a page as rows of cells, laid under the columns of the plan where they are known.

import ActionPlans

struct TableText {
    let setting: Typesetting
    let numbers: LineNumbers
    /// The columns of the plan, once its headings have been met.
    private(set) var columns: PlanColumns?

    init(setting: Typesetting, numbers: LineNumbers) {
        self.setting = setting
        self.numbers = numbers
    }

    /// The rows of `table`. Headings in it set the columns for this table and those after it.
    mutating func read(_ table: PlacedTable) -> CellTable {
        for row in 0..<table.rowCount {
            if let found = headings(of: table, row: row) {
                columns = found
                break
            }
        }
        let places = columns?.places(of: table.edges) ?? Array(0..<table.columnCount)
        let width = (places.max() ?? 0) + 1
        let count = columns?.places(of: table.edges) == nil ? width : max(width, columns?.count ?? 0)
        var rows = (0..<table.rowCount).map { row in
            let line = numbers.line(at: table.tops[row] + 4, page: table.page)
            return CellTable.Row(cells: (0..<count).map { _ in CellTable.Cell(text: "", line: line) }, line: line)
        }
        var filled = [Bool](repeating: false, count: table.rowCount)
        for cell in table.cells.sorted(by: {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }) {
            let text = self.text(of: cell)
            let line = numbers.line(at: cell.lines[0].box.midY, page: table.page)
            var first = places[cell.columns.lowerBound]
            let last = places[cell.columns.upperBound - 1]
            if isHeading(cell, in: table, from: first, to: last) {
                first = columns?.roles.firstIndex(of: .recommendation) ?? first
                rows[cell.rows.lowerBound].cells[first] = CellTable.Cell(text: text, line: line)
                filled[cell.rows.lowerBound] = true
                continue
            }
            for row in cell.rows {
                filled[row] = true
                for column in first...max(first, last) {
                    let repeats: CellTable.Cell.Neighbour? =
                        row > cell.rows.lowerBound ? .above : column > first ? .left : nil
                    let held = rows[row].cells[column]
                    if held.text.isEmpty || (repeats == nil && held.repeats != nil) {
                        rows[row].cells[column] = CellTable.Cell(text: text, line: line, repeats: repeats)
                    } else if repeats == nil, held.repeats == nil {
                        rows[row].cells[column].text += "  " + text
                    }
                }
            }
        }
        return CellTable(rows: zip(rows, filled).filter(\.1).map(\.0))
    }

    private func text(of cell: PlacedCell) -> String {
        ParagraphText(setting: setting, left: cell.left, right: cell.right).text(of: cell.lines)
    }

    /// A cell alone in its row that runs across columns.
    private func isHeading(_ cell: PlacedCell, in table: PlacedTable, from first: Int, to last: Int) -> Bool {
        guard columns != nil, last > first, cell.rows.count == 1 else { return false }
        return !table.cells.contains { $0 != cell && $0.rows.overlaps(cell.rows) }
    }

    /// The columns that a row sets if it holds the headings of a plan: one for each of its cells, or for each cell of
    /// the row below where that only goes on with it.
    private func headings(of table: PlacedTable, row: Int) -> PlanColumns? {
        let cells = table.cells.filter { $0.rows.contains(row) }
        guard cells.count >= 3 else { return nil }
        var spans = cells.map(\.columns)
        let below = table.cells.filter { $0.rows.contains(row + 1) }
        let goOn = below.count(where: { $0.rows.contains(row) }) * 2 >= below.count
        if goOn, !below.isEmpty { spans += below.map(\.columns) }
        var edges: Set<Int> = [0, table.columnCount]
        for span in spans { edges.formUnion([span.lowerBound, span.upperBound]) }
        let places = edges.sorted()
        let texts = places.dropLast().map { place in
            cells.first { $0.columns.contains(place) }.map(text) ?? ""
        }
        return PlanColumns(edges: places.map { table.edges[$0] }, headings: texts)
    }
}
