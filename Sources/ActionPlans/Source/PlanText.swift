// Splits text into paragraphs and tables: a line with a tab in it is a row, its tabs part the cells; an empty line ends
// a table, as a page break does. Never looks at the words.

/// The tab-separated text shape that docs/import.md describes.
public enum PlanText {
    /// The document that `text` holds, its lines counted from one. Ends of line may be LF, CR LF or CR; a form feed
    /// counts as an empty line's content.
    public static func read(_ text: String) -> SourceDocument {
        var parts: [SourceDocument.Part] = []
        var rows: [CellTable.Row] = []
        func endTable() {
            if !rows.isEmpty { parts.append(.table(CellTable(rows: rows))) }
            rows = []
        }
        for (index, content) in lines(of: text).enumerated() {
            let line = index + 1
            if content.contains("\t") {
                let cells = content.split(separator: "\t", omittingEmptySubsequences: false)
                rows.append(
                    CellTable.Row(cells: cells.map { CellTable.Cell(text: String($0), line: line) }, line: line))
            } else {
                endTable()
                let paragraph = Prose.trimmed(content)
                if !paragraph.isEmpty { parts.append(.paragraph(SourceLine(text: paragraph, line: line))) }
            }
        }
        endTable()
        return SourceDocument(parts: parts)
    }

    /// Swift takes CR LF for one character, so splitting by characters counts each end of line once.
    private static func lines(of text: String) -> [Substring] {
        text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}
