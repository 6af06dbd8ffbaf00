// Writes the smallest DOCX and XLSX files that say what a test wants to say.

enum Office {
    private static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    private static let s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    private static func links(_ targets: [(id: String, type: String, target: String)]) -> String {
        "<Relationships xmlns=\"\(relationships)\">"
            + targets.map { "<Relationship Id=\"\($0.id)\" Type=\"\(office)/\($0.type)\" Target=\"\($0.target)\"/>" }
            .joined()
            + "</Relationships>"
    }

    // MARK: DOCX

    static func document(_ body: String, numbering: String = "", styles: String = "") -> [UInt8] {
        ZipWriter.archive([
            ("_rels/.rels", links([("r1", "officeDocument", "word/document.xml")])),
            (
                "word/_rels/document.xml.rels",
                links([("r1", "numbering", "numbering.xml"), ("r2", "styles", "styles.xml")])
            ),
            ("word/numbering.xml", "<w:numbering xmlns:w=\"\(w)\">\(numbering)</w:numbering>"),
            ("word/styles.xml", "<w:styles xmlns:w=\"\(w)\">\(styles)</w:styles>"),
            (
                "word/document.xml",
                "<?xml version=\"1.0\"?><w:document xmlns:w=\"\(w)\"><w:body>\(body)</w:body></w:document>"
            ),
        ])
    }

    static func run(_ text: String) -> String {
        "<w:r><w:t xml:space=\"preserve\">\(OrchardPlan.escaped(text))</w:t></w:r>"
    }
    static func paragraph(_ text: String) -> String { "<w:p>\(run(text))</w:p>" }
    static func cell(_ content: String, _ properties: String = "") -> String {
        "<w:tc><w:tcPr>\(properties)</w:tcPr>\(content)</w:tc>"
    }

    static func table(_ rows: [[String]]) -> String {
        "<w:tbl>" + rows.map { "<w:tr>" + $0.map { cell(paragraph($0)) }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }

    // MARK: XLSX

    static func workbook(_ rows: [[String]]) -> [UInt8] {
        workbook(sheets: [("Plan", "", sheet(rows))])
    }

    /// A row of inline texts from the given number on.
    static func sheet(_ rows: [[String]]) -> String {
        rows.enumerated().map { place, cells in
            "<row r=\"\(place + 1)\">"
                + cells.enumerated().map { column, text in
                    "<c r=\"\(letter(column))\(place + 1)\" t=\"inlineStr\"><is><t>\(OrchardPlan.escaped(text))</t></is></c>"
                }.joined() + "</row>"
        }.joined()
    }

    static func letter(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

    /// Sheets by name, state and rows; what stands after `</sheetData>` may follow the rows.
    static func workbook(
        sheets: [(name: String, state: String, data: String)], properties: String = "", styles: String = "",
        strings: String = "", after: String = "", before: String = ""
    ) -> [UInt8] {
        let tabs = sheets.enumerated().map { place, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\" r:id=\"s\(place)\""
                + (sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\"") + "/>"
        }.joined()
        let targets = sheets.indices.map { ("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
        var entries: [(name: String, text: String)] = [
            ("_rels/.rels", links([("r1", "officeDocument", "xl/workbook.xml")])),
            (
                "xl/_rels/workbook.xml.rels",
                links(targets + [("x1", "styles", "styles.xml"), ("x2", "sharedStrings", "sharedStrings.xml")])
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(s)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(tabs)</sheets></workbook>"
            ),
            ("xl/styles.xml", "<styleSheet xmlns=\"\(s)\">\(styles)</styleSheet>"),
            ("xl/sharedStrings.xml", "<sst xmlns=\"\(s)\">\(strings)</sst>"),
        ]
        for (place, sheet) in sheets.enumerated() {
            entries.append(
                (
                    "xl/worksheets/sheet\(place).xml",
                    "<worksheet xmlns=\"\(s)\">\(before)<sheetData>\(sheet.data)</sheetData>\(after)</worksheet>"
                ))
        }
        return ZipWriter.archive(entries)
    }
}
