// The pages of a PDF as paragraphs and tables: ruled tables by their rules, a table without upright rules by its words,
// what stands at the head and foot of each page left out.

import ActionPlans

/// The reading of pages whose words and rules are known.
struct PDFPages {
    private let pages: [PDFPage]
    private var ruled: [PlacedTable] = []
    /// The lines of each page that stand in no ruled table.
    private var free: [[TextLine]] = []

    init(_ pages: [PDFPage]) {
        self.pages = pages
        let grids = PDFPages.whole(pages.map(RuledGrid.grids), of: pages)
        for (place, page) in pages.enumerated() {
            var words = page.words
            for grid in grids[place] {
                let (table, rest) = grid.table(of: words, page: place)
                if !table.cells.isEmpty { ruled.append(table) }
                words = rest
            }
            free.append(TextLine.gathered(words))
        }
        let furniture = PageFurniture(free)
        for place in free.indices { free[place] = furniture.without(free[place], page: place) }
    }

    /// The grids, unless so many of their rows are one cell that their upright rules cannot be the columns' edges, or
    /// their rows hold several numbers each, so that only columns are ruled.
    private static func whole(_ grids: [[RuledGrid]], of pages: [PDFPage]) -> [[RuledGrid]] {
        let rows = grids.joined().reduce(0) { $0 + $1.rows }
        let undivided = grids.joined().reduce(0) { sum, grid in sum + (0..<grid.rows).count(where: grid.isOneCell) }
        if undivided * 5 > rows * 2 { return grids.map { _ in [] } }
        let numbers = zip(grids, pages).flatMap { grids, page in grids.flatMap { $0.numbersInRows(page.words) } }
        return numbers.count { $0 > 1 } * 2 > numbers.count ? grids.map { _ in [] } : grids
    }

    /// The document that the pages print.
    func document() -> SourceDocument {
        let open = holdsPlan(ruled) ? nil : openTable()
        var columns = ruled.flatMap { $0.cells.map(\.lines) }
        for lines in free { columns += open?.cells(of: lines) ?? [lines] }
        var text = TableText(setting: Typesetting(columns: columns), numbers: LineNumbers(pages))
        var parts: [SourceDocument.Part] = []
        for page in pages.indices {
            var pieces: [Piece] = ruled.filter { $0.page == page }.map { Piece(top: $0.top, kind: .table($0)) }
            let (above, below) = parted(page, by: open)
            pieces += runs(above, around: pieces).map { Piece(top: $0[0].box.top, kind: .text($0)) }
            if let open { pieces += open.pieces(of: below, on: pages[page], page: page, setting: text.setting) }
            for piece in pieces.sorted(by: { $0.top < $1.top }) {
                switch piece.kind {
                case .table(let table): parts.append(.table(text.read(table)))
                case .text(let lines): parts += paragraphs(lines, page: page, text: text)
                }
            }
        }
        parts = OwnerParting(parts, columns: text.columns).parted(parts)
        return SourceDocument(parts: CutCells(columns: text.columns).joined(parts))
    }

    private func openTable() -> OpenTable? {
        guard var table = OpenTable(free) else { return nil }
        let bodies = pages.indices.map { page in
            let lines = parted(page, by: table).below
            return (
                lines: Array(lines.dropFirst(page == table.page ? table.heading.lines.count : 0)),
                rules: RuledGrid.merged(pages[page].levels + pages[page].shades)
            )
        }
        table.learnRules(of: bodies)
        return table
    }

    /// A piece of a page, by its upper edge.
    struct Piece {
        enum Kind {
            case table(PlacedTable)
            case text([TextLine])
        }

        var top: Double
        var kind: Kind
    }

    private func holdsPlan(_ tables: [PlacedTable]) -> Bool {
        var text = TableText(setting: Typesetting(columns: []), numbers: LineNumbers(pages))
        for table in tables { _ = text.read(table) }
        return text.columns != nil
    }

    /// The lines of a page above an open table's headings, and from them on.
    private func parted(_ page: Int, by open: OpenTable?) -> (above: [TextLine], below: [TextLine]) {
        let lines = free[page]
        guard let open, page >= open.page else { return (lines, []) }
        if page > open.page { return ([], open.withoutHeadings(lines, printedIn: free[open.page])) }
        return (Array(lines[..<open.heading.lines.lowerBound]), Array(lines[open.heading.lines.lowerBound...]))
    }

    /// Lines of running text, parted where a table stands between them.
    private func runs(_ lines: [TextLine], around tables: [Piece]) -> [[TextLine]] {
        var runs: [[TextLine]] = []
        for line in lines {
            if let last = runs.last?.last, !tables.contains(where: { $0.top > last.box.midY && $0.top < line.box.midY })
            {
                runs[runs.count - 1].append(line)
            } else {
                runs.append([line])
            }
        }
        return runs
    }

    private func paragraphs(_ lines: [TextLine], page: Int, text: TableText) -> [SourceDocument.Part] {
        let left = lines.map(\.box.left).min() ?? 0
        let widest = (free.joined().map(\.box.right) + ruled.compactMap(\.edges.last)).max() ?? 0
        let right = max(widest, pages[page].width - left)
        let reading = ParagraphText(setting: text.setting, left: left, right: right, isRunning: true)
        return reading.paragraphs(of: lines).map {
            .paragraph(SourceLine(text: $0.text, line: text.numbers.line(at: $0.box.top + 4, page: page)))
        }
    }
}
