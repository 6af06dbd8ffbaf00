// Finds the plan's table among all tables and lines of a document, and reads its rows by role. The first row whose
// cells bear the usual headings of an action plan begins it; tables before that (definitions, contents) are passed by.

/// What stands in the plan's table, from top to bottom.
struct PlanRows {
    enum Entry {
        case row(PlanRow)
        /// A line between two parts of the table that says which list begins.
        case heading(Section, line: Int)
    }

    private(set) var entries: [Entry] = []
    private(set) var problems: [ReadingProblem] = []
    /// The paragraphs before the table.
    private(set) var front: [SourceLine] = []
    private var layout: ColumnLayout?
    private var page = 0
    /// Whether headings that name neither owners nor dates begin a table.
    private let isSparse: Bool

    /// The plan's rows in `document`; a table without columns of owners and dates only where there is no fuller one,
    /// and labelled paragraphs only where there is no table at all.
    static func found(in document: SourceDocument) throws(NotAPlan) -> PlanRows {
        let full = PlanRows(document, isSparse: false)
        if full.layout != nil { return full }
        let sparse = PlanRows(document, isSparse: true)
        if sparse.layout != nil { return sparse }
        let labelled = LabelledPlan.table(of: document).map { PlanRows($0, isSparse: false) }
        guard let labelled, labelled.layout != nil else { throw PlanRows.noTable(in: document) }
        return labelled
    }

    private init(_ document: SourceDocument, isSparse: Bool) {
        self.isSparse = isSparse
        for part in document.parts {
            switch part {
            case .paragraph(let line): read(line)
            case .table(let table): read(table)
            }
        }
    }

    var rows: [PlanRow] {
        entries.compactMap { entry in
            if case .row(let row) = entry { return row }
            return nil
        }
    }

    private mutating func read(_ line: SourceLine) {
        guard layout != nil else {
            front.append(line)
            return
        }
        let words = Prose.list(line.text)
        if words.count <= 12, words.first != "note", case .section(let section)? = Heading(PlanRows.unmarked(line.text))
        {
            entries.append(.heading(section, line: line.line))
        }
    }

    private mutating func read(_ table: CellTable) {
        page += 1
        var fitted = layout?.fitted(to: table) ?? [:]
        var above: CellTable.Row?
        for row in table.rows {
            let row = above.flatMap { PlanRows.secondHeadings(row, under: $0) } ?? row
            if let headings = ColumnLayout(headings: row, sparse: isSparse) {
                if headings != layout {
                    layout = headings
                    fitted = headings.fitted(to: table)
                }
                above = row
                continue
            }
            above = nil
            guard let layout, let roles = fitted[row.cells.count] else { continue }
            append(row, roles: roles, layout: layout)
        }
    }

    /// A second row of headings, some of them merged with those above ("Target date" over "Original" and "Revised"),
    /// with the words of both; nil for any other row.
    private static func secondHeadings(_ row: CellTable.Row, under above: CellTable.Row) -> CellTable.Row? {
        guard row.cells.count == above.cells.count else { return nil }
        let merged = row.cells.count { $0.repeats == .above }
        guard merged > 0 ? merged * 2 >= row.cells.count : onlyQualifies(row) else { return nil }
        var both = row
        var heading = ""
        for (place, cell) in row.cells.enumerated() {
            let over = above.cells[place].text
            // A heading that stands over several columns is printed in the first of them.
            if !Prose.trimmed(over).isEmpty { heading = over }
            guard cell.repeats != .above else { continue }
            let isUnder = !Prose.trimmed(cell.text).isEmpty
            both.cells[place].text = isUnder ? heading + " " + cell.text : over
        }
        return both
    }

    /// Whether a row holds nothing but words that tell one date or name from another.
    private static func onlyQualifies(_ row: CellTable.Row) -> Bool {
        let known: Set = [
            "original", "revised", "target", "date", "new", "current", "actual", "name", "post", "role", "lead",
            "start",
            "end", "due", "updated", "latest", "finish", "completion", "forecast",
        ]
        let words = row.cells.map { Prose.list(Markup.plain($0.text)) }.filter { !$0.isEmpty }
        return words.count >= 2 && words.count * 2 <= row.cells.count + 1
            && words.allSatisfy { $0.count <= 3 && $0.allSatisfy(known.contains) }
    }

    private mutating func append(_ row: CellTable.Row, roles: [ColumnRole?], layout: ColumnLayout) {
        var cells: [ColumnRole: CellTable.Cell] = [:]
        var hasSeveralOwners = false
        for (role, cell) in zip(roles, row.cells) {
            guard let role, !Prose.trimmed(cell.text).isEmpty, cell.repeats == nil else { continue }
            if let earlier = cells[role] {
                if role == .owner { hasSeveralOwners = true }
                cells[role] = CellTable.Cell(text: earlier.text + "  " + cell.text, line: earlier.line)
            } else {
                cells[role] = cell
            }
        }
        if let stray = row.cells.dropFirst(roles.count).first(where: { !Prose.trimmed($0.text).isEmpty }) {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: row.line, where: "the table",
                    message: "this row has \(row.cells.count) cells, its headings \(roles.count); "
                        + "\"\(Prose.excerpt(stray.text))\" was not read. Check the row against the document."))
        }
        addMerged(from: row, roles: roles, to: &cells)
        var planRow = PlanRow(line: row.line, page: page, cells: cells, layout: layout)
        planRow.hasSeveralOwners = hasSeveralOwners
        if !planRow.filled.isEmpty { entries.append(.row(planRow)) }
    }

    /// An owner or a date that is merged over several rows answers for the action of each of them.
    private func addMerged(
        from row: CellTable.Row, roles: [ColumnRole?], to cells: inout [ColumnRole: CellTable.Cell]
    ) {
        for (role, cell) in zip(roles, row.cells) where cell.repeats == .above {
            guard let role, [.owner, .date].contains(role), cells[role] == nil, cells[.action] != nil,
                !Prose.trimmed(cell.text).isEmpty
            else { continue }
            cells[role] = cell
        }
    }

    /// A heading of the text without the marks that made it one.
    private static func unmarked(_ text: String) -> String {
        Prose.trimmed(text.drop { $0 == "#" || $0 == "*" || $0 == " " })
    }

    private static func noTable(in document: SourceDocument) -> NotAPlan {
        let tables = document.parts.count { if case .table = $0 { true } else { false } }
        let found: String =
            document.parts.isEmpty
            ? "an empty document"
            : tables == 0
                ? "\(document.parts.count) paragraphs and no table" : "\(tables) tables, none with such headings"
        return NotAPlan(
            expected:
                "a table whose headings name a recommendation or an action, and beside it a response, an owner or a target "
                + "date",
            found: found, advice: "docs/import.md shows the shape and the headings that are known.")
    }
}

extension Prose {
    /// At most forty characters of `text`, for a message.
    static func excerpt(_ text: some StringProtocol) -> String {
        let text = squeezed(text)
        return text.count <= 40 ? text : text.prefix(39) + "\u{2026}"
    }
}
