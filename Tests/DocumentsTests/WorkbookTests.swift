// XLSX: what a cell shows, merged and hidden cells, the sheet with the plan.

import ActionPlans
import Testing

@testable import Documents

@Suite("Workbooks")
struct WorkbookTests {
    private func rows(_ document: SourceDocument) -> [[String]] {
        document.parts.flatMap { part -> [[String]] in
            switch part {
            case .paragraph(let line): [[line.text]]
            case .table(let table): table.rows.map { $0.cells.map { ($0.repeats == nil ? "" : "^") + $0.text } }
            }
        }
    }

    private func read(_ bytes: [UInt8]) throws -> SourceDocument {
        try DocumentReader.read(bytes: bytes, name: "plan.xlsx")
    }

    private static let head = """
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
        <c r="D1" t="inlineStr"><is><r><t>Target </t></r><r><t>date</t></r></is></c></row>
        """
    private static let strings = """
        <si><t>No</t></si><si><r><t>Recommen</t></r><r><t>dation</t></r><rPh><t>X</t></rPh></si><si><t>Owner</t></si>
        """

    @Test(
        "a number is read as its format shows it",
        arguments: [
            ("17", "45383", "April 2024"), ("14", "45412", "30 April 2024"), ("15", "45383.75", "1 April 2024"),
            ("22", "45412.5", "30 April 2024"), ("0", "45383", "45383"), ("0", "4.1", "4.1"), ("0", "7", "7"),
            ("164", "45383", "April 2024"), ("165", "45412", "30 April 2024"), ("166", "0.5", "0.5"),
            ("167", "45383", "2024"), ("168", "12", "12"), ("17", "60", "February 1900"), ("14", "61", "1 March 1900"),
            ("14", "1", "1 January 1900"), ("14", "-5", "-5"), ("14", "1e99", "1e+99"), ("169", "45383", "April 2024"),
        ])
    func numbers(format: String, value: String, shown: String) throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="mmm\\-yy"/>\
            <numFmt numFmtId="165" formatCode="[$-809]dd\\ mmmm\\ yyyy;@"/><numFmt numFmtId="166" formatCode="h:mm"/>\
            <numFmt numFmtId="167" formatCode="yyyy"/><numFmt numFmtId="168" formatCode="0 &quot;days&quot;"/>\
            <numFmt numFmtId="169" formatCode="&quot;by end of &quot;mmmm yyyy"/></numFmts>\
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="\(format)"/></cellXfs>
            """
        let bytes = Office.workbook(
            sheets: [("Plan", "", WorkbookTests.head + "<row r=\"2\"><c r=\"D2\" s=\"1\"><v>\(value)</v></c></row>")],
            styles: styles, strings: WorkbookTests.strings)
        #expect(
            try rows(read(bytes)) == [["No", "Recommendation", "Owner", "Target date"], ["", "", "", shown]])
    }

    @Test("the system of 1904 counts from another day")
    func since1904() throws {
        let bytes = Office.workbook(
            sheets: [("Plan", "", WorkbookTests.head + "<row r=\"2\"><c r=\"D2\" s=\"0\"><v>43921</v></c></row>")],
            properties: "<workbookPr date1904=\"1\"/>", styles: "<cellXfs><xf numFmtId=\"17\"/></cellXfs>",
            strings: WorkbookTests.strings)
        #expect(try rows(read(bytes)).last?.last == "April 2024")
    }

    @Test("truth, errors and formulas are read as they were saved, and what is missing is told")
    func values() throws {
        let row = """
            <row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c>\
            <c r="D2"><f>TODAY()</f></c></row>
            """
        let document = try read(
            Office.workbook(sheets: [("Plan", "", WorkbookTests.head + row)], strings: WorkbookTests.strings))
        #expect(rows(document).last == ["2", "TRUE", "#REF!", ""])
        #expect(document.notes.map(\.place) == ["sheet Plan, cell C2", "sheet Plan, cell D2"])
    }

    @Test("a formula that was never computed is named, however its empty value is written; an empty result is not")
    func emptyFormulas() throws {
        let row =
            "<row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><f>B9</f><v></v></c><c r=\"C2\"><f>C9</f><v/></c>"
            + "<c r=\"D2\" t=\"str\"><f>\"\"</f><v></v></c></row>"
        let document = try read(
            Office.workbook(sheets: [("Plan", "", WorkbookTests.head + row)], strings: WorkbookTests.strings))
        #expect(document.notes.map(\.place) == ["sheet Plan, cell B2", "sheet Plan, cell C2"])
    }

    @Test("of two sheets with a plan's headings the first is read, and both are named")
    func twoPlans() throws {
        let sheets = ["Estates", "Schools"].map { ($0, "", WorkbookTests.head) }
        let document = try read(Office.workbook(sheets: sheets, strings: WorkbookTests.strings))
        #expect(document.notes.map(\.place) == ["sheet Schools"])
        #expect(document.notes.first?.message.contains("from sheet Estates") == true)
    }

    @Test("merged cells are written out, hidden rows and columns and other sheets are named")
    func mergedAndHidden() throws {
        let cells = [
            ["No", "Recommendation", "Action", "Owner", "Target date"], ["The Trust should:", "", "", "", ""],
            ["1", "Plant trees.", "The trust will buy trees.", "Clerk", "May 2025"],
            ["", "", "The trust will plant them.", "", ""],
        ]
        let data = Office.sheet(cells).split(separator: "<row r=\"4\">").joined(separator: "<row r=\"4\" hidden=\"1\">")
        let document = try read(
            Office.workbook(
                sheets: [
                    ("Cover", "", Office.sheet([["Action Plan Submitted: 3 June 2024"]])), ("Plan", "", data),
                    ("Old", "", Office.sheet(cells)), ("Lists", "hidden", Office.sheet(cells)),
                ],
                after: "<mergeCells><mergeCell ref=\"A2:E2\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:B4\"/>"
                    + "<mergeCell ref=\"D3:D4\"/><mergeCell ref=\"E3:E4\"/></mergeCells>",
                before: "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols>"))
        let plan = try PlanReader.read(document)
        #expect(plan.published?.description == "2024-06-03")
        #expect(plan.recommendations.map(\.text) == ["Plant trees."])
        #expect(plan.recommendations[0].directedAt == "The Trust")
        let edition = plan.recommendations[0].editions[0]
        #expect(edition.actions.map { $0.targetDates.map(\.phrase) } == [["May 2025"], ["May 2025"]])
        #expect(edition.actions.map(\.owners) == [["Clerk"], ["Clerk"]])
        let places = document.notes.map(\.place)
        #expect(places == ["sheet Plan, row 4", "sheet Plan, column C", "sheet Old", "sheet Lists"])
        #expect(plan.problems.contains { $0.where == "sheet Plan, row 4" && $0.line == 4 })
    }

    @Test("places of cells", arguments: [("A1", 1, 1), ("$XFD$1048576", 16_384, 1_048_576), ("AB7", 28, 7)])
    func references(text: String, column: Int, row: Int) throws {
        let place = try #require(CellReference(text))
        #expect((place.column, place.row) == (column, row))
        #expect(CellReference.letters(of: column) == text.filter { $0.isLetter })
    }

    @Test("what names no cell is no place", arguments: ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B", "a1"])
    func noReference(text: String) { #expect(CellReference(text) == nil) }
}
