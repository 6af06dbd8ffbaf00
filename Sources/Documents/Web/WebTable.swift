// One table of a web page while it is read: cells in a grid, those that stand over several rows or columns written out.
// Source: HTML Living Standard, 4.9.12.

import ActionPlans

struct WebTable {
    private(set) var rows: [CellTable.Row] = []
    /// Cells that reach into rows to come, by column: how many rows are left, and whether each is its first column.
    private var reaching: [Int: (left: Int, cell: CellTable.Cell, isFirst: Bool)] = [:]
    private var row: CellTable.Row?
    private var text: String?
    private var spans: [String: Int] = [:]
    private var cellLine = 0
    /// A plan's table stands within it, so that it only places things on the page.
    var isLayout = false

    var isInCell: Bool { text != nil }

    mutating func add(_ piece: String) { text?.append(piece) }

    mutating func beginRow(line: Int) {
        row = CellTable.Row(cells: [], line: line)
    }

    mutating func beginCell(line: Int, spans: [String: Int]) {
        if row == nil { beginRow(line: line) }
        text = ""
        self.spans = spans
        cellLine = line
    }

    mutating func endCell(limits: DocumentReader.Limits) throws(DocumentError.Fault) {
        guard let text, row != nil else { return }
        self.text = nil
        fillFromAbove()
        let cell = CellTable.Cell(text: WebTable.isEmpty(text) ? "" : text, line: cellLine)
        let across = max(1, spans["colspan"] ?? 1)
        let place = row?.cells.count ?? 0
        guard place + across <= limits.cellsInARow else {
            throw .tooManyCells(line: cellLine, limit: limits.cellsInARow)
        }
        let down = spans["rowspan"].map { $0 == 0 ? limits.lines : $0 } ?? 1
        for column in place..<(place + across) {
            let isFirst = column == place
            row?.cells.append(
                isFirst ? cell : CellTable.Cell(text: cell.text, line: cell.line, repeats: .left))
            if down > 1 { reaching[column] = (down - 1, cell, isFirst) }
        }
    }

    mutating func endRow(limits: DocumentReader.Limits, budget: inout Budget) throws(DocumentError.Fault) {
        try endCell(limits: limits)
        guard row != nil else { return }
        fillFromAbove()
        if let row, !row.cells.isEmpty {
            try budget.spend(row: row.cells.lazy.map(\.text), line: row.line)
            rows.append(row)
        }
        row = nil
    }

    /// Adds the cells that reach down from above at the place where the row has come to.
    private mutating func fillFromAbove() {
        while let place = row?.cells.count, let (left, cell, isFirst) = reaching[place] {
            row?.cells.append(CellTable.Cell(text: cell.text, line: cell.line, repeats: isFirst ? .above : .left))
            reaching[place] = left > 1 ? (left - 1, cell, isFirst) : nil
        }
    }

    /// The text of all cells, and of the cell that is open, for a table that turns out to be no table.
    mutating func takeParagraphs() -> [SourceLine] {
        var lines = rows.flatMap { row in
            row.cells.filter { $0.repeats == nil }.map { SourceLine(text: $0.text, line: $0.line) }
        }
        lines += (row?.cells ?? []).filter { $0.repeats == nil }.map { SourceLine(text: $0.text, line: $0.line) }
        if let text { lines.append(SourceLine(text: text, line: cellLine)) }
        rows = []
        row?.cells = []
        if text != nil { text = "" }
        return lines.filter { !WebTable.isEmpty($0.text) }
    }

    /// Whether nothing but tags and blanks stands in a text.
    private static func isEmpty(_ text: String) -> Bool {
        var isTag = false
        for letter in text {
            if letter == "<" {
                isTag = true
            } else if letter == ">" {
                isTag = false
            } else if !isTag, !letter.isWhitespace {
                return false
            }
        }
        return true
    }
}
