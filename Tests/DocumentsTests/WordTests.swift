// DOCX: tracked changes, automatic numbers, merged cells, what is passed by.

import ActionPlans
import Testing

@testable import Documents

@Suite("Word documents")
struct WordTests {
    private func read(_ body: String, numbering: String = "", styles: String = "") throws -> SourceDocument {
        try DocumentReader.read(
            bytes: Office.document(body, numbering: numbering, styles: styles), name: "plan.docx")
    }

    private func texts(_ document: SourceDocument) -> [String] {
        document.parts.flatMap { part -> [String] in
            switch part {
            case .paragraph(let line): [line.text]
            case .table(let table):
                table.rows.map { $0.cells.map { ($0.repeats == nil ? "" : "^") + $0.text }.joined(separator: "|") }
            }
        }
    }

    private static let numbering = """
        <w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>\
        <w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/>\
        <w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>\
        <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl>\
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>\
        <w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num>\
        <w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>\
        </w:lvlOverride></w:num>
        """

    private func numbered(_ text: String, _ id: Int, level: Int = 0) -> String {
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(id)\"/></w:numPr></w:pPr>\(Office.run(text))</w:p>"
    }

    @Test("automatic letters, numbers and bullets are computed, styles and restarts included")
    func numbers() throws {
        let body =
            numbered("one", 1) + numbered("two", 1) + numbered("deep", 1, level: 1) + numbered("deeper", 1, level: 1)
            + numbered("three", 1) + numbered("deep", 1, level: 1) + numbered("again", 3) + numbered("point", 2)
            + "<w:p><w:pPr><w:pStyle w:val=\"Child\"/></w:pPr>\(Office.run("styled"))</w:p>" + numbered("none", 0)
        let styles = """
            <w:style w:styleId="List"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>\
            <w:style w:styleId="Child"><w:basedOn w:val="List"/></w:style>
            """
        #expect(
            try texts(read(body, numbering: WordTests.numbering, styles: styles)) == [
                "a. one", "b. two", "(i) deep", "(ii) deeper", "c. three", "(i) deep", "a. again", "\u{2022} point",
                "\u{2022} styled", "none",
            ])
    }

    @Test("inserted text is read, deleted text is not, and a date that is being changed is a problem")
    func tracked() throws {
        let change = """
            <w:p><w:r><w:t xml:space="preserve">April </w:t></w:r><w:del w:author="x"><w:r><w:delText>2024</w:delText></w:r>\
            </w:del><w:ins w:author="x"><w:r><w:t>2025</w:t></w:r></w:ins></w:p>
            """
        let document = try read(
            "<w:tbl><w:tr>" + Office.cell(Office.paragraph("x")) + Office.cell(change) + "</w:tr>"
                + "<w:tr><w:trPr><w:del w:author=\"x\"/></w:trPr>" + Office.cell(Office.paragraph("gone"))
                + "</w:tr></w:tbl>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>\(Office.run("joined "))</w:p>" + Office.paragraph("up"))
        #expect(texts(document) == ["x|April 2025", "joined up"])
        #expect(document.notes.map(\.line) == [1, nil])
        #expect(document.notes[0].message.contains("\"April 2025\" was read, and \"2024\" is marked as deleted"))
    }

    @Test("merged cells are written out over rows and columns")
    func merged() throws {
        let rows = [
            Office.cell(Office.paragraph("1"), "<w:vMerge w:val=\"restart\"/>") + Office.cell(Office.paragraph("a"))
                + Office.cell(Office.paragraph("b")),
            Office.cell("<w:p/>", "<w:vMerge/>") + Office.cell(Office.paragraph("wide"), "<w:gridSpan w:val=\"2\"/>"),
        ]
        let document = try read("<w:tbl>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>")
        #expect(texts(document) == ["1|a|b", "^1|wide|^wide"])
    }

    @Test("breaks and tabs are kept, links are read, hidden text and text boxes are not")
    func runs() throws {
        let body = """
            <w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>\
            <w:hyperlink><w:r><w:t>-link</w:t></w:r></w:hyperlink>\
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>\
            <w:r><w:pict><w:txbxContent><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>
            """
        let document = try read(body)
        #expect(texts(document) == ["one", "two\tthree-link"])
        #expect(document.notes.map(\.message).contains { $0.hasPrefix("1 text box was not read") })
    }

    @Test("a table within a cell is text of that cell")
    func nested() throws {
        let inner = Office.table([["in", "side"]])
        let document = try read(
            "<w:tbl><w:tr>" + Office.cell(Office.paragraph("out") + inner + "<w:p/>") + "</w:tr></w:tbl>")
        #expect(texts(document) == ["out\nin\nside"])
    }
}
