// A DOCX file as paragraphs and tables in order. Inserted tracked text is read and deleted text is not; text boxes and
// footnotes are passed by. Never follows a link, never runs a field or a macro. Source: ECMA-376, part 1, section 17.

import ActionPlans

final class WordDocument: XMLVisitor {
    private let numbering: WordNumbering
    private let styles: WordStyles
    private let limits: DocumentReader.Limits
    private var budget: Budget
    private var parts: [SourceDocument.Part] = []
    private var changes = WordChanges()
    private var line = 1
    private var path: [String] = []
    private var skipped = 0
    private var deletions = 0
    private var insertions = 0
    private var isText = false
    private var isHidden = false
    private var piece = TextBuffer()
    private var paragraph: WordParagraph?
    private var carried = ""
    private var tables: [WordTable] = []

    /// The document in the part `part` of `archive`. The line of a paragraph or a row is its place among all of them.
    static func read(_ archive: ZipArchive, part: String, limits: DocumentReader.Limits) throws(DocumentError.Fault)
        -> SourceDocument
    {
        var allowance = ExpansionAllowance(bytes: limits.expandedBytes)
        let numbering = WordNumbering()
        if let name = try Relationships.target("numbering", of: part, in: archive) {
            try XMLPart.read(name, of: archive, allowance: &allowance, visitor: numbering)
        }
        let styles = WordStyles()
        if let name = try Relationships.target("styles", of: part, in: archive) {
            try XMLPart.read(name, of: archive, allowance: &allowance, visitor: styles)
        }
        let document = WordDocument(numbering, styles, limits)
        try XMLPart.read(part, of: archive, allowance: &allowance, visitor: document)
        return SourceDocument(parts: document.parts, notes: document.changes.notes)
    }

    private init(_ numbering: WordNumbering, _ styles: WordStyles, _ limits: DocumentReader.Limits) {
        self.numbering = numbering
        self.styles = styles
        self.limits = limits
        budget = Budget(limits)
    }

    // MARK: Elements

    func opens(_ name: String, _ attributes: XMLAttributes) {
        if skipped > 0 || WordDocument.passedBy.contains(name) {
            if name == "w:txbxContent", skipped == 0 { changes.textBoxes += 1 }
            skipped += 1
            return
        }
        let parent = path.last
        path.append(name)
        switch name {
        case "w:p": paragraph = WordParagraph()
        case "w:pStyle": paragraph?.style = attributes["val"]
        case "w:numId" where parent == "w:numPr": paragraph?.number = attributes["val"]
        case "w:ilvl" where parent == "w:numPr": paragraph?.level = attributes["val"].flatMap { Int($0) }
        case "w:ins", "w:moveTo": if parent != "w:rPr", parent != "w:trPr" { insertions += 1 }
        case "w:del", "w:moveFrom": delete(in: parent)
        case "w:t", "w:delText": isText = true
        case "w:tab" where parent == "w:r": add("\t")
        case "w:br" where parent == "w:r", "w:cr" where parent == "w:r": add("\n")
        case "w:noBreakHyphen": add("-")
        case "w:vanish" where path.dropLast(2).last == "w:r":
            isHidden = !["0", "false", "off"].contains(attributes["val"] ?? "1")
        default: opensTable(name, attributes)
        }
    }

    private func opensTable(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "w:tbl": tables.append(WordTable())
        case "w:tr": change { $0.beginRow() }
        case "w:tc": change { $0.beginCell() }
        case "w:gridBefore": if let columns = attributes["val"].flatMap({ Int($0) }) { change { $0.skip(columns) } }
        case "w:gridSpan":
            if let span = attributes["val"].flatMap({ Int($0) }), span >= 1 { change { $0.cell?.span = span } }
        case "w:vMerge":
            let goesOn = attributes["val"] != "restart"
            change { $0.cell?.goesOnFromAbove = goesOn }
        default: break
        }
    }

    func closes(_ name: String) throws(DocumentError.Fault) {
        if skipped > 0 {
            skipped -= 1
            return
        }
        if !path.isEmpty { path.removeLast() }
        let parent = path.last
        switch name {
        case "w:t", "w:delText":
            isText = false
            add(piece.take())
        case "w:r": isHidden = false
        case "w:ins", "w:moveTo": if parent != "w:rPr", parent != "w:trPr" { insertions -= 1 }
        case "w:del", "w:moveFrom": if parent != "w:rPr", parent != "w:trPr" { deletions -= 1 }
        case "w:p": try endParagraph()
        case "w:tc": change { $0.endCell() }
        case "w:tr": try endRow()
        case "w:tbl": endTable()
        default: break
        }
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) { if isText, skipped == 0 { piece.append(text) } }

    private static let passedBy: Set = [
        "w:txbxContent", "m:Fallback", "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tcPrChange", "w:trPrChange",
        "w:numberingChange", "w:instrText", "w:delInstrText", "w:tblGrid", "w:sectPr",
    ]

    // MARK: Text

    private func add(_ text: String) {
        if isHidden { return }
        if deletions > 0 {
            paragraph?.deleted += text
            paragraph?.isChanged = true
        } else {
            paragraph?.text += text
            if insertions > 0 { paragraph?.isChanged = true }
        }
    }

    /// A deleted run, or the mark that a deleted row or end of a paragraph bears.
    private func delete(in parent: String?) {
        switch parent {
        case "w:trPr": change { $0.deleteRow() }
        case "w:rPr": paragraph?.endIsDeleted = true
        default: deletions += 1
        }
    }

    private func endParagraph() throws(DocumentError.Fault) {
        guard var ended = paragraph else { return }
        paragraph = nil
        changes.add(ended, line: line)
        ended.text = carried + ended.text
        carried = ""
        if ended.endIsDeleted {
            carried = ended.text
            return
        }
        let shown = ended.shown(numbering, styles).trimmedOfBlanks
        if shown.isEmpty { return }
        if !tables.isEmpty {
            change { $0.cell?.paragraphs.append(shown) }
            return
        }
        for text in shown.split(separator: "\n").map({ String($0).trimmedOfBlanks }) where !text.isEmpty {
            try budget.spend(row: [text], line: line)
            parts.append(.paragraph(SourceLine(text: text, line: line)))
        }
        line += 1
    }

    // MARK: Tables

    private func change(_ body: (inout WordTable) -> Void) {
        if let last = tables.indices.last { body(&tables[last]) }
    }

    private func endRow() throws(DocumentError.Fault) {
        guard let last = tables.indices.last else { return }
        carried = ""
        let stays = try tables[last].endRow(line: line, limits: limits, budget: &budget)
        if stays, tables.count == 1 { line += 1 }
        if !stays { changes.deletedRows += 1 }
    }

    private func endTable() {
        guard let ended = tables.popLast() else { return }
        if tables.isEmpty {
            if !ended.rows.isEmpty { parts.append(.table(CellTable(rows: ended.rows))) }
        } else {
            change { $0.cell?.paragraphs += ended.paragraphs }
        }
    }
}
