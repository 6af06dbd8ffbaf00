// One table of a DOCX file while it is read: cells in a grid, merged ones written out. Source: ECMA-376, part 1, 17.4.

import ActionPlans

struct WordTable {
    struct Cell {
        var paragraphs: [String] = []
        var span = 1
        var goesOnFromAbove = false
    }

    private(set) var rows: [CellTable.Row] = []
    private var cells: [Cell] = []
    private var before = 0
    private var isDeleted = false
    /// The cell that is open, or nil between cells.
    var cell: Cell?

    mutating func beginRow() {
        cells = []
        before = 0
        isDeleted = false
    }

    mutating func skip(_ columns: Int) { before = max(0, columns) }
    mutating func deleteRow() { isDeleted = true }
    mutating func beginCell() { cell = Cell() }

    mutating func endCell() {
        if let cell { cells.append(cell) }
        cell = nil
    }

    /// Ends the row that stands on `line`; false for one that a tracked change deleted.
    mutating func endRow(line: Int, limits: DocumentReader.Limits, budget: inout Budget) throws(DocumentError.Fault)
        -> Bool
    {
        if isDeleted { return false }
        let width = cells.reduce(before) { min($0 + max(1, $1.span), 1 << 20) }
        if width > limits.cellsInARow { throw .tooManyCells(line: line, limit: limits.cellsInARow) }
        var row = CellTable.Row(
            cells: Array(repeating: CellTable.Cell(text: "", line: line), count: before), line: line)
        for cell in cells {
            let place = row.cells.count
            var first = CellTable.Cell(text: cell.paragraphs.joined(separator: "\n"), line: line)
            if cell.goesOnFromAbove, let above = rows.last?.cells, above.indices.contains(place) {
                first = CellTable.Cell(text: above[place].text, line: above[place].line, repeats: .above)
            }
            row.cells.append(first)
            for _ in 1..<max(2, cell.span + 1) where row.cells.count < place + cell.span {
                row.cells.append(CellTable.Cell(text: first.text, line: line, repeats: .left))
            }
        }
        try budget.spend(row: row.cells.lazy.map(\.text), line: line)
        rows.append(row)
        return true
    }

    /// The text of all cells, for a table that stands within a cell of another.
    var paragraphs: [String] {
        rows.flatMap { $0.cells.filter { $0.repeats == nil && !$0.text.isBlank }.map(\.text) }
    }
}
