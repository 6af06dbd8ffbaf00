// One row of the plan's table with its cells by role, page by page. Rows of other tables, repeated headings and empty
// rows are gone.

/// A row of the plan's table.
struct PlanRow {
    var line: Int
    /// The number of the table part it stands in; a change means a page break.
    var page: Int
    /// The text of each cell, by role; columns of dates that stand side by side are joined.
    var cells: [ColumnRole: CellTable.Cell]
    var layout: ColumnLayout

    func blocks(_ role: ColumnRole) -> [Block] {
        guard let cell = cells[role] else { return [] }
        return Markup.blocks(of: cell.text, line: cell.line)
    }

    func plain(_ role: ColumnRole) -> String { cells[role].map { Markup.plain($0.text) } ?? "" }

    /// The roles of the cells that hold something.
    var filled: Set<ColumnRole> { Set(cells.keys.filter { !plain($0).isEmpty }) }
}
