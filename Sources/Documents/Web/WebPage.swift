// A web page as paragraphs and tables in order. In cells, breaks, paragraphs and lists stay as the inline markup that
// the reader of cells knows. A table that only places another one on the page is taken apart.

import ActionPlans

struct WebPage {
    private let map: ColumnMap
    private let limits: DocumentReader.Limits
    private var budget: Budget
    private var tokens: WebTokens
    private var parts: [SourceDocument.Part] = []
    private var paragraph = ""
    private var paragraphLine = 1
    private var tables: [WebTable] = []

    /// The document that a page holds; lines are those of its source.
    static func read(_ bytes: ArraySlice<UInt8>, map: ColumnMap, limits: DocumentReader.Limits)
        throws(DocumentError.Fault) -> SourceDocument
    {
        var page = WebPage(map: map, limits: limits, budget: Budget(limits), tokens: WebTokens(bytes))
        var line = 1
        while let token = page.tokens.next() {
            try page.take(token, line: line)
            line = page.tokens.line
        }
        while !page.tables.isEmpty { try page.endTable() }
        try page.endParagraph()
        return SourceDocument(parts: page.parts)
    }

    /// Whether the head of a page names the encoding that it was read in. Browsers take ISO-8859-1 for Windows-1252.
    static func declares(_ encoding: TextEncoding, _ text: ArraySlice<UInt8>) -> Bool {
        let head = String(decoding: text.prefix(2_048), as: UTF8.self).lowercased()
        guard encoding == .windows1252, let start = head.firstRange(of: "charset=")?.upperBound else { return false }
        let name = head[start...].drop { $0 == "\"" || $0 == "'" }
        return ["windows-1252", "iso-8859-1", "cp1252", "latin1"].contains { name.hasPrefix($0) }
    }

    private mutating func take(_ token: WebToken, line: Int) throws(DocumentError.Fault) {
        switch token {
        case .text(let text): add(text, line: line)
        case .opens(let name, let spans): try opens(name, spans, line: line)
        case .closes(let name): try closes(name)
        }
    }

    private mutating func add(_ text: String, line: Int) {
        if let last = tables.indices.last {
            tables[last].add(text)
            return
        }
        if paragraph.isEmpty { paragraphLine = line }
        paragraph += text
    }

    private mutating func opens(_ name: String, _ spans: [String: Int], line: Int) throws(DocumentError.Fault) {
        let last = tables.indices.last
        switch name {
        case "table":
            try endParagraph()
            if tables.count >= 12 { throw .nestedTooDeep(part: "the page", limit: 12) }
            tables.append(WebTable())
        case "tr":
            guard let last else { break }
            try tables[last].endRow(limits: limits, budget: &budget)
            tables[last].beginRow(line: line)
        case "td", "th":
            guard let last else { break }
            try tables[last].endCell(limits: limits)
            tables[last].beginCell(line: line, spans: spans)
        default: try mark(name, closes: false)
        }
    }

    private mutating func closes(_ name: String) throws(DocumentError.Fault) {
        let last = tables.indices.last
        switch name {
        case "table": if last != nil { try endTable() }
        case "tr": if let last { try tables[last].endRow(limits: limits, budget: &budget) }
        case "td", "th": if let last { try tables[last].endCell(limits: limits) }
        default: try mark(name, closes: true)
        }
    }

    /// A tag within text: kept for the reader of cells where it parts paragraphs, dropped elsewhere.
    private mutating func mark(_ name: String, closes: Bool) throws(DocumentError.Fault) {
        let isBlock = WebPage.blocks.contains(name)
        if let last = tables.indices.last {
            if ["br", "li", "ul", "ol"].contains(name) {
                tables[last].add(closes ? "</\(name)>" : "<\(name)>")
            } else if isBlock {
                tables[last].add(closes ? "</p>" : "<p>")
            }
        } else if isBlock || ["br", "li", "ul", "ol"].contains(name) {
            try endParagraph()
        }
    }

    private static let blocks: Set = [
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "main", "nav",
        "blockquote", "pre", "dl", "dt", "dd", "hr", "address", "figure", "figcaption", "form", "fieldset", "details",
        "summary", "caption", "body", "head", "aside",
    ]

    private mutating func endParagraph() throws(DocumentError.Fault) {
        let text = paragraph.trimmedOfBlanks
        paragraph = ""
        if text.isEmpty { return }
        try budget.spend(row: [text], line: paragraphLine)
        parts.append(.paragraph(SourceLine(text: text, line: paragraphLine)))
    }

    private mutating func endTable() throws(DocumentError.Fault) {
        guard let last = tables.indices.last else { return }
        try tables[last].endRow(limits: limits, budget: &budget)
        var ended = tables.removeLast()
        let texts = ended.rows.map { $0.cells.map(\.text) }
        guard tables.isEmpty || texts.contains(where: { PlanHeadings.recognises($0) || map.heads($0) }) else {
            for line in ended.takeParagraphs() { tables[last - 1].add("<p>\(line.text)</p>") }
            return
        }
        for outer in tables.indices {
            tables[outer].isLayout = true
            takeApart(tables[outer].takeParagraphs())
        }
        if ended.isLayout {
            takeApart(ended.takeParagraphs())
        } else if !ended.rows.isEmpty {
            parts.append(.table(CellTable(rows: ended.rows)))
        }
    }

    private mutating func takeApart(_ lines: [SourceLine]) {
        for line in lines {
            for text in PlanHeadings.paragraphs(line.text) {
                parts.append(.paragraph(SourceLine(text: text, line: line.line)))
            }
        }
    }
}
