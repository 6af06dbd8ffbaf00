// One row of the plan's table with its cells by role, page by page. Rows of other tables, repeated headings and empty
// rows are gone.

/// A row of the plan's table.
struct PlanRow {
    var line: Int
    /// The number of the table part it stands in; a change means a page break.
    var page: Int
    var layout: ColumnLayout
    /// Whether it names owners in more than one column.
    var hasSeveralOwners = false
    /// The paragraphs of each cell that holds any, by role; columns of dates that stand side by side are joined.
    private let contents: [ColumnRole: [Block]]

    init(line: Int, page: Int, cells: [ColumnRole: CellTable.Cell], layout: ColumnLayout) {
        self.line = line
        self.page = page
        self.layout = layout
        var contents = cells.mapValues { Markup.blocks(of: $0.text, line: $0.line) }.filter { !$0.value.isEmpty }
        if let both = contents.removeValue(forKey: .ownerAndDate) {
            let (owners, dates) = OwnerDateCell.split(both)
            if !owners.isEmpty { contents[.owner, default: []] += owners }
            if !dates.isEmpty { contents[.date, default: []] += dates }
        }
        self.contents = contents
    }

    func blocks(_ role: ColumnRole) -> [Block] { contents[role] ?? [] }

    func plain(_ role: ColumnRole) -> String {
        let blocks = blocks(role)
        return blocks.count == 1 ? blocks[0].text : blocks.map(\.text).joined(separator: " ")
    }

    /// The roles of the cells that hold something.
    var filled: Set<ColumnRole> { Set(contents.keys) }
}
