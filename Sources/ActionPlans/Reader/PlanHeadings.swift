// What the readers of files ask about a row before any plan is read: could these be a plan's headings, could this be a
// date? They need it to tell a comma from a semicolon, one sheet from another, and a date that is being changed.

/// Questions about the words of a document.
package enum PlanHeadings {
    /// Whether `cells` bear the headings of a plan's table.
    package static func recognises(_ cells: [String]) -> Bool {
        cells.count >= 3
            && ColumnLayout(
                headings: CellTable.Row(cells: cells.map { CellTable.Cell(text: $0, line: 0) }, line: 0)) != nil
    }

    /// The paragraphs of a text with inline markup, without the markup.
    package static func paragraphs(_ text: String) -> [String] { Markup.blocks(of: text, line: 0).map(\.text) }

    /// Whether `text` could be nothing but a target date.
    package static func mayBeDate(_ text: String) -> Bool { DateCell.looksLikeDate(Markup.plain(text)) }
}
