// Plans that print no table: each recommendation with its response, owner and date as labelled paragraphs ("Lead: Head of
// Parks"), as answers to parliamentary committees do, or as a card of two columns. Turns them into the rows of a table,
// so that everything after works as if the document had printed one.

struct LabelledPlan {
    private enum Field { case recommendation, response, action, owner, date, revised, passedBy }

    private struct Record {
        var number: String
        var line: Int
        var cells: [Field: [(text: String, line: Int)]] = [:]
    }

    private enum Entry {
        case record(Record)
        case heading(String, line: Int)
    }

    private var front: [SourceLine] = []
    private var entries: [Entry] = []
    private var current: Record?
    private var field = Field.passedBy

    /// `document` with its labelled paragraphs as the rows of one table; nil where it has none that are a plan.
    static func table(of document: SourceDocument) -> SourceDocument? {
        var plan = LabelledPlan()
        for part in document.parts {
            switch part {
            case .paragraph(let line): plan.read(line.text, line: line.line)
            case .table(let table): for row in table.rows { plan.read(row) }
            }
        }
        plan.close()
        return plan.hasAnswers ? SourceDocument(parts: plan.parts, notes: document.notes) : nil
    }

    // MARK: Reading

    private mutating func read(_ row: CellTable.Row) {
        let cells = row.cells.map { Markup.plain($0.text) }.filter { !$0.isEmpty }
        guard let label = cells.first, cells.count <= 2 else { return }
        guard cells.count == 2 else { return read(label, line: row.line) }
        if let (number, rest) = RecommendationNumber.named(label), rest.isEmpty {
            begin(number.text, text: cells[1], line: row.line)
        } else if let role = LabelledPlan.field(named: label) {
            field = role
            add(cells[1], line: row.line)
        } else if let role = ColumnRole(heading: label), role == .number,
            let number = RecommendationNumber(cell: cells[1], digits: 6)
        {
            begin(number.text, text: "", line: row.line)
        } else {
            field = .passedBy
        }
    }

    private mutating func read(_ text: String, line: Int) {
        if let (number, rest) = LabelledPlan.opening(text) { return begin(number, text: rest, line: line) }
        if current != nil, let colon = text.prefix(60).firstIndex(of: ":"),
            let named = LabelledPlan.field(named: String(text[..<colon]))
        {
            field = named
            return add(Prose.trimmed(text[text.index(after: colon)...]), line: line)
        }
        if LabelledPlan.isConclusion(text) {
            close()
        } else if Heading(text) != nil, text.hasSuffix(":") || text.hasPrefix("Recommendation") {
            close()
            entries.append(.heading(text, line: line))
        } else if current == nil {
            if entries.isEmpty { front.append(SourceLine(text: text, line: line)) }
        } else if Prose.folded(text).hasPrefix("recommendation implemented") {
            current?.cells[.date, default: []].append((text, line))
        } else {
            addPlain(LabelledPlan.unnumbered(text), line: line)
        }
    }

    private mutating func begin(_ number: String, text: String, line: Int) {
        close()
        current = Record(number: number, line: line)
        field = .recommendation
        add(text, line: line)
    }

    /// A paragraph without a label goes on with the one above; after the recommendation itself come its answers.
    private mutating func addPlain(_ text: String, line: Int) {
        if field == .recommendation, current?.cells[.recommendation]?.isEmpty == false { field = .action }
        if [.owner, .date, .revised].contains(field) { field = .action }
        add(text, line: line)
    }

    private mutating func add(_ text: String, line: Int) {
        guard !text.isEmpty, current != nil, field != .passedBy else { return }
        guard field == .response || (field == .action && current?.cells[.response] == nil) else {
            current?.cells[field, default: []].append((text, line))
            return
        }
        guard let (_, printed, rest) = PrintedResponse.opening(text) else {
            current?.cells[.action, default: []].append((text, line))
            return
        }
        current?.cells[.response] = [(printed, line)]
        if !rest.isEmpty { current?.cells[.action, default: []].append((rest, line)) }
        field = .action
    }

    private mutating func close() {
        if let current { entries.append(.record(current)) }
        current = nil
        field = .passedBy
    }

    // MARK: Labels

    private static func field(named label: String) -> Field? {
        let words = Prose.list(label)
        guard (1...6).contains(words.count) else { return nil }
        switch ColumnRole(heading: label) {
        case .recommendation: return .recommendation
        case .response: return .response
        case .action: return .action
        case .owner: return .owner
        case .date: return .date
        case .revisedDate: return .revised
        case nil, .status: return ColumnRole.isPassedBy(heading: label) ? .passedBy : nil
        default: return nil
        }
    }

    /// "Recommendation 4: ...", "2. PAC recommendation: ...", "3: Committee recommendation".
    private static func opening(_ text: String) -> (number: String, rest: String)? {
        if let (number, rest) = RecommendationNumber.named(text) { return (number.text, rest) }
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let first = words.first, let number = RecommendationNumber(cell: String(first)) else {
            return nil
        }
        let label = words[1].prefix { $0 != ":" }
        let names = Prose.list(label)
        guard (1...4).contains(names.count), names.contains("recommendation"), !names.contains("conclusion") else {
            return nil
        }
        return (number.text, Prose.trimmed(words[1].dropFirst(label.count).drop { $0 == ":" }))
    }

    private static func isConclusion(_ text: String) -> Bool {
        let names = Prose.list(text.prefix(60).prefix { $0 != ":" })
        return names.count <= 5 && (names.contains("conclusion") || names.contains("conclusions"))
    }

    /// A paragraph without the number that answers give each of theirs: "2.1 The government agrees".
    private static func unnumbered(_ text: String) -> String {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, words[0].contains("."), words[0].first?.isASCIIDigit == true,
            RecommendationNumber(cell: String(words[0])) != nil
        else { return text }
        return String(words[1])
    }

    // MARK: Rows

    private var hasAnswers: Bool {
        let records = entries.compactMap { entry -> Record? in
            if case .record(let record) = entry { record } else { nil }
        }
        return records.contains { record in
            [Field.response, .owner, .date].contains { record.cells[$0]?.isEmpty == false }
        }
    }

    private var parts: [SourceDocument.Part] {
        let headings = ["Number", "Recommendation", "Response", "Action", "Owner", "Target date", "Revised date"]
        let rows = entries.map { entry -> CellTable.Row in
            switch entry {
            case .heading(let text, let line): return LabelledPlan.row(["", text, "", "", "", "", ""], line: line)
            case .record(let record):
                let fields: [Field] = [.recommendation, .response, .action, .owner, .date, .revised]
                let cells = fields.map { field -> CellTable.Cell in
                    let held = record.cells[field] ?? []
                    return CellTable.Cell(
                        text: held.map(\.text).joined(separator: "\n"), line: held.first?.line ?? record.line)
                }
                return CellTable.Row(
                    cells: [CellTable.Cell(text: record.number, line: record.line)] + cells, line: record.line)
            }
        }
        let head = LabelledPlan.row(headings, line: rows.first?.line ?? 1)
        return front.map { .paragraph($0) } + [.table(CellTable(rows: [head] + rows))]
    }

    private static func row(_ texts: [String], line: Int) -> CellTable.Row {
        CellTable.Row(cells: texts.map { CellTable.Cell(text: $0, line: line) }, line: line)
    }
}
