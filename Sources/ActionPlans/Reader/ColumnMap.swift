// What the columns of a table hold, said by a person: "--map Status=ignore --map 'Who does it=owner'". Gives each named
// column the heading that the reader knows, so that everything after works as if the document had printed it.

/// The fields of a plan that the columns of a table can be mapped to.
public enum PlanField: String, Hashable, Sendable, CaseIterable {
    case section, number
    case directedAt = "directed at"
    case recommendation, response, action, owner
    case targetDate = "target date"
    case edition, ignore

    /// The heading that the reader of plans knows for it.
    var heading: String {
        switch self {
        case .section: "Section"
        case .number: "Number"
        case .directedAt: "Directed at"
        case .recommendation: "Recommendation"
        case .response: "Response"
        case .action: "Action"
        case .owner: "Owner"
        case .targetDate: "Target date"
        case .edition: "Edition"
        case .ignore: ""
        }
    }
}

/// Columns by their headings, and the field that each holds.
public struct ColumnMap: Hashable, Sendable {
    private var fields: [String: PlanField] = [:]
    private var printed: [String: String] = [:]

    public var isEmpty: Bool { fields.isEmpty }

    public init() {}

    /// The map that `arguments` say, each "column heading=field"; headings compare without regard to case and spacing.
    public init(_ arguments: [String]) throws(ColumnMapFault) {
        for argument in arguments {
            guard let sign = argument.lastIndex(of: "=") else { throw .unreadable(argument) }
            let column = Prose.squeezed(argument[..<sign])
            let name = Prose.list(argument[argument.index(after: sign)...]).joined(separator: " ")
            guard !column.isEmpty else { throw .unreadable(argument) }
            let known = PlanField(rawValue: name) ?? (name == "date" ? .targetDate : nil)
            guard let field = known else { throw .noSuchField(name, column: column) }
            fields[Prose.folded(column)] = field
            printed[Prose.folded(column)] = column
        }
    }

    /// Whether `cells` bear every heading of the map.
    package func heads(_ cells: [String]) -> Bool {
        let found = Set(cells.map { Prose.folded(Markup.plain($0)) })
        return !isEmpty && fields.keys.allSatisfy { found.contains($0) }
    }

    /// `document` with the mapped columns under the headings that the reader knows. In such a row of headings, those
    /// that are neither mapped nor known are passed by.
    public func applied(to document: SourceDocument) throws(ColumnMapFault) -> SourceDocument {
        if isEmpty { return document }
        var document = document
        var isFound = false
        var widest: [String] = []
        for (place, part) in document.parts.enumerated() {
            guard case .table(var table) = part else { continue }
            for (index, row) in table.rows.enumerated() {
                let texts = row.cells.map(\.text)
                if texts.count > widest.count { widest = texts }
                guard heads(texts) else { continue }
                isFound = true
                for cell in row.cells.indices { table.rows[index].cells[cell].text = heading(for: texts[cell]) }
            }
            document.parts[place] = .table(table)
        }
        if !isFound {
            throw .noSuchColumns(fields.keys.sorted().map { printed[$0] ?? $0 }, found: widest.map(Markup.plain))
        }
        return document
    }

    private func heading(for text: String) -> String {
        let plain = Markup.plain(text)
        if let field = fields[Prose.folded(plain)] { return field.heading }
        return ColumnRole(heading: plain) == nil ? "" : text
    }
}

/// Why `--map` cannot be followed.
public enum ColumnMapFault: Error, Hashable, Sendable, CustomStringConvertible {
    case unreadable(String)
    case noSuchField(String, column: String)
    /// No row of the document has all these headings; `found` is its widest row.
    case noSuchColumns([String], found: [String])

    public var description: String {
        let fields = PlanField.allCases.map(\.rawValue).joined(separator: ", ")
        return switch self {
        case .unreadable(let argument):
            "--map \(argument): expected COLUMN=FIELD, the heading of a column and one of \(fields)"
        case .noSuchField(let name, let column):
            "--map \(column)=\(name): there is no field \"\(name)\". Expected one of \(fields)"
        case .noSuchColumns(let columns, let found):
            "--map: no row of the document has the heading\(columns.count == 1 ? "" : "s") "
                + columns.map { "\"\(Prose.excerpt($0))\"" }.joined(separator: " and ")
                + ". Its widest row holds "
                + found.prefix(12).map { "\"\(Prose.excerpt($0))\"" }.joined(separator: ", ")
        }
    }
}
