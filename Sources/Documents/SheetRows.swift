// The rows of a sheet as paragraphs and tables: above the headings, a row with one cell is a paragraph; an empty row
// ends a table, as an empty line does in text. For formats that know rows and no paragraphs.

import ActionPlans

struct SheetRows {
    let map: ColumnMap

    /// Whether a row bears a plan's headings.
    func heads(_ row: CellTable.Row) -> Bool {
        let texts = row.cells.map(\.text)
        return PlanHeadings.recognises(texts) || map.heads(texts)
    }

    func parts(_ rows: [CellTable.Row]) -> [SourceDocument.Part] {
        let head = rows.firstIndex(where: heads)
        let width = head.map { rows[$0].cells.count } ?? 0
        var parts: [SourceDocument.Part] = []
        var table: [CellTable.Row] = []
        var afterGap = true
        func endTable() {
            if !table.isEmpty { parts.append(.table(CellTable(rows: table))) }
            table = []
        }
        for (place, row) in rows.enumerated() {
            let filled = row.cells.filter { $0.repeats == nil && !$0.text.isBlank }
            if filled.isEmpty {
                endTable()
                afterGap = true
                continue
            }
            let isFront = place < head ?? rows.count
            if let line = isFront ? SheetRows.line(of: filled) : SheetRows.note(in: row, filled, afterGap: afterGap) {
                endTable()
                parts.append(.paragraph(SourceLine(text: line, line: row.line)))
            } else {
                table.append(SheetRows.padded(row, to: isFront ? 0 : width))
            }
            afterGap = false
        }
        endTable()
        return parts
    }

    /// A row above the headings that is a line of text: one cell, or a label and what it names.
    private static func line(of filled: [CellTable.Cell]) -> String? {
        let texts = filled.map(\.text.trimmedOfBlanks)
        if texts.count == 1 { return texts[0] }
        guard texts.count == 2, texts[0].count <= 60, texts[1].count <= 160 else { return nil }
        return texts[0].hasSuffix(":") ? texts[0] + " " + texts[1] : texts[0] + ": " + texts[1]
    }

    /// A row below the table that is a remark: one cell at the left, after an empty row. "The council should:" is none.
    private static func note(in row: CellTable.Row, _ filled: [CellTable.Cell], afterGap: Bool) -> String? {
        guard afterGap, filled.count == 1, row.cells.first?.text.isBlank == false else { return nil }
        let text = filled[0].text.trimmedOfBlanks
        return text.contains(" ") && !text.hasSuffix(":") ? text : nil
    }

    private static func padded(_ row: CellTable.Row, to width: Int) -> CellTable.Row {
        var row = row
        while row.cells.count < width { row.cells.append(CellTable.Cell(text: "", line: row.line)) }
        while row.cells.count > width, width > 0, row.cells.last?.text.isBlank == true { row.cells.removeLast() }
        return row
    }
}

extension String {
    var isBlank: Bool { allSatisfy { $0.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" } }

    /// The text without white space at either end.
    var trimmedOfBlanks: String {
        var rest = self[...]
        while let first = rest.first, first.isWhitespace { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return String(rest)
    }
}
