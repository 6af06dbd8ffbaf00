// Text of unknown shape: tab-separated with paragraphs between, or separated values with a heading row. The separator is
// the one under which a row bears a plan's headings. Never looks at the file's name.

import ActionPlans

enum TextFile {
    /// The document that sound UTF-8 text holds.
    static func read(_ text: ArraySlice<UInt8>, map: ColumnMap, limits: DocumentReader.Limits)
        throws(DocumentError.Fault) -> SourceDocument
    {
        if let (separator, rest) = announced(text) { return try sheet(rest, separator, map, limits) }
        let hasTabs = text.contains(0x09)
        for separator in Array("\t,;|".utf8) where text.contains(separator) {
            guard let head = sample(text, separator),
                head.contains(where: { PlanHeadings.recognises($0.cells) || map.heads($0.cells) })
            else { continue }
            if separator == 0x09 { return try tabbed(text, map, limits) }
            return try sheet(text, separator, map, limits)
        }
        if !hasTabs, let separator = Array(",;".utf8).first(where: { isEven(sample(text, $0)) }) {
            return try sheet(text, separator, map, limits)
        }
        return try plain(text, limits)
    }

    /// The separator that a first line "sep=;" gives, as spreadsheet programs write and read it.
    private static func announced(_ text: ArraySlice<UInt8>) -> (UInt8, rest: ArraySlice<UInt8>)? {
        guard text.count > 5, text.starts(with: Array("sep=".utf8)) else { return nil }
        let separator = text[text.startIndex + 4]
        let rest = text[(text.startIndex + 5)...]
        guard let end = rest.first, end == 0x0A || end == 0x0D, separator < 0x80 else { return nil }
        return (separator, rest)
    }

    /// The first records, for a look at them; whatever is wrong with them is told by whoever reads them all.
    private static func sample(_ text: ArraySlice<UInt8>, _ separator: UInt8) -> [SeparatedValues.Record]? {
        do {
            return try SeparatedValues.records(
                text.prefix(1 << 18), separator: separator, most: 400, limits: DocumentReader.Limits(cellsInARow: 4_096)
            )
        } catch {
            return nil
        }
    }

    /// Whether nearly all records have the same three or more cells.
    private static func isEven(_ records: [SeparatedValues.Record]?) -> Bool {
        let widths = (records ?? []).filter { !$0.isBlank }.map(\.cells.count)
        guard widths.count >= 2, let usual = widths.sorted().dropFirst(widths.count / 2).first, usual >= 3 else {
            return false
        }
        return widths.count { $0 == usual } * 10 >= widths.count * 9
    }

    private static func tabbed(_ text: ArraySlice<UInt8>, _ map: ColumnMap, _ limits: DocumentReader.Limits)
        throws(DocumentError.Fault) -> SourceDocument
    {
        guard let head = sample(text, 0x09) else { return try plain(text, limits) }
        if isEven(head), head.allSatisfy({ $0.cells.count > 1 }) { return try sheet(text, 0x09, map, limits) }
        let hasQuotes = zip(text, text.dropFirst()).contains { ($0 == 0x09 || $0 == 0x0A) && $1 == 0x22 }
        guard hasQuotes else { return try plain(text, limits) }
        var parts: [SourceDocument.Part] = []
        var rows: [CellTable.Row] = []
        func endTable() {
            if !rows.isEmpty { parts.append(.table(CellTable(rows: rows))) }
            rows = []
        }
        for record in try SeparatedValues.records(text, separator: 0x09, limits: limits) {
            if record.cells.count > 1 {
                rows.append(row(record))
                continue
            }
            endTable()
            let words = record.cells[0].trimmedOfBlanks
            if !words.isEmpty { parts.append(.paragraph(SourceLine(text: words, line: record.number))) }
        }
        endTable()
        return SourceDocument(parts: parts)
    }

    private static func sheet(
        _ text: ArraySlice<UInt8>, _ separator: UInt8, _ map: ColumnMap, _ limits: DocumentReader.Limits
    ) throws(DocumentError.Fault) -> SourceDocument {
        let records = try SeparatedValues.records(text, separator: separator, limits: limits)
        let widest = records.map(\.cells.count).max() ?? 0
        if records.count * widest > limits.cells { throw .tooManyCellsInAll(limit: limits.cells) }
        return SourceDocument(parts: SheetRows(map: map).parts(records.map(row)))
    }

    private static func row(_ record: SeparatedValues.Record) -> CellTable.Row {
        CellTable.Row(
            cells: record.cells.map { CellTable.Cell(text: $0, line: record.number) }, line: record.number)
    }

    private static func plain(_ text: ArraySlice<UInt8>, _ limits: DocumentReader.Limits) throws(DocumentError.Fault)
        -> SourceDocument
    {
        try measure(text, limits: limits)
        return PlanText.read(String(decoding: text, as: UTF8.self))
    }

    private static func measure(_ text: ArraySlice<UInt8>, limits: DocumentReader.Limits) throws(DocumentError.Fault) {
        var line = 1
        var cells = 1
        for byte in text {
            if byte == 0x0A {
                line += 1
                cells = 1
                if line > limits.lines { throw .tooManyRows(limit: limits.lines) }
            } else if byte == 0x09 {
                cells += 1
                if cells > limits.cellsInARow { throw .tooManyCells(line: line, limit: limits.cellsInARow) }
            }
        }
    }
}
