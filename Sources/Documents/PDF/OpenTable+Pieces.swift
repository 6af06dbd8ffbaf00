// The lines of a page from an open table's headings on, as tables and as the lines that run across its columns.

import ActionPlans

extension OpenTable {
    /// The pieces of a page: its rows in one table, heading rows among them; other lines across the columns as text.
    func pieces(of lines: [TextLine], on page: PDFPage, page place: Int, setting: Typesetting) -> [PDFPages.Piece] {
        var pieces: [PDFPages.Piece] = []
        var body: [TextLine] = []
        var lines = lines
        var opens = place == self.page
        if opens {
            let count = heading.lines.count
            pieces.append(
                PDFPages.Piece(top: lines[0].box.top, kind: .table(headings(Array(lines[..<count]), page: place))))
            lines.removeFirst(count)
        }
        func endTable() {
            if let table = table(
                of: body, page: place, rules: RuledGrid.merged(page.levels + page.shades), setting: setting,
                opens: opens)
            {
                opens = false
                pieces.append(PDFPages.Piece(top: table.top, kind: .table(table)))
            }
            body = []
        }
        var across: [TextLine] = []
        func endAcross() {
            guard let first = across.first, let last = across.last?.words.last?.text else { return }
            endTable()
            let isHeading = last.hasSuffix(":") || last == "should"
            let kind: PDFPages.Piece.Kind =
                isHeading ? .table(headingRow(across, page: place)) : .text(across)
            pieces.append(PDFPages.Piece(top: first.box.top, kind: kind))
            across = []
        }
        for line in lines {
            if spans(line) || (!across.isEmpty && isRest(line, of: across)) {
                across.append(line)
            } else {
                endAcross()
                body.append(line)
            }
        }
        endAcross()
        endTable()
        return pieces
    }

    /// Whether a line that stands in one column ends a sentence that runs across them.
    private func isRest(_ line: TextLine, of across: [TextLine]) -> Bool {
        guard let last = across.last, let end = last.words.last?.text.last, !":.".contains(end) else { return false }
        return line.box.top - last.box.bottom < 0.5 * line.box.height && (line.box.left - last.box.left).magnitude < 2
            && line.words.count < 6
    }

    private func headings(_ lines: [TextLine], page: Int) -> PlacedTable {
        var held = [[PlacedWord]](repeating: [], count: heading.columns.count)
        for word in lines.flatMap(\.words) {
            let away = heading.columns.map { max($0.left - word.box.midX, word.box.midX - $0.right, 0) }
            if let nearest = away.indices.min(by: { away[$0] < away[$1] }) { held[nearest].append(word) }
        }
        let cells = heading.columns.enumerated().map { index, column in
            PlacedCell(
                rows: 0..<1, columns: index..<(index + 1), lines: TextLine.gathered(held[index]), left: column.left,
                right: column.right)
        }
        return PlacedTable(
            page: page, edges: columns.edges, top: lines[0].box.top, rowCount: 1,
            cells: cells.filter { !$0.lines.isEmpty },
            tops: [lines[0].box.top])
    }

    private func headingRow(_ lines: [TextLine], page: Int) -> PlacedTable {
        let right = lines.map(\.box.right).max() ?? 0
        let cell = PlacedCell(
            rows: 0..<1, columns: 0..<columns.count, lines: lines, left: lines[0].box.left, right: right)
        return PlacedTable(
            page: page, edges: columns.edges, top: lines[0].box.top, rowCount: 1, cells: [cell],
            tops: [lines[0].box.top])
    }
}
