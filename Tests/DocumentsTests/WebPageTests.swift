// HTML: tables in a grid, markup in cells, pages that never close a tag.

import ActionPlans
import Testing

@testable import Documents

@Suite("Web pages")
struct WebPageTests {
    private func read(_ page: String) throws -> [String] {
        let document = try DocumentReader.read(bytes: Array(("<html>" + page).utf8), name: "plan.html")
        return document.parts.flatMap { part -> [String] in
            switch part {
            case .paragraph(let line): [line.text]
            case .table(let table):
                table.rows.map { $0.cells.map { ($0.repeats == nil ? "" : "^") + $0.text }.joined(separator: "|") }
            }
        }
    }

    @Test(
        "pages",
        arguments: [
            (
                "cells over rows and columns are written out",
                "<table><tr><td rowspan=2>1<td colspan='2'>a<tr><td>b<td>c</table>", ["1|a|^a", "^1|b|c"]
            ),
            (
                "tags that are never closed end with what follows", "<table><tr><th>a<th>b<tr><td>c<td>d",
                ["a|b", "c|d"]
            ),
            (
                "breaks, lists and paragraphs stay as markup",
                "<table><tr><td>a<br/>b<ul class=x><li>c</ul><div>d</div><b>e</b></table>",
                ["a<br>b<ul><li>c</ul><p>d</p>e"]
            ),
            (
                "white space and references are as a browser shows them",
                "<p>a \n  b&nbsp;&amp; &#8217;&lt;p&gt; &nope; R&D</p>", ["a b\u{A0}& \u{2019}<p> &nope; R&D"]
            ),
            (
                "scripts, styles and comments are dropped",
                "a<script>'</table>'</script><!-- b --><style>c</style><p>d<script>never closed", ["a", "d"]
            ),
            ("headings and blocks are paragraphs", "<h1>A</h1>b<div>c<hr>d</div>", ["A", "b", "c", "d"]),
            (
                "a table that holds no plan is text of its cell",
                "<table><tr><td>x<table><tr><td>y</table>z</table>", ["x<p>y</p>z"]
            ),
            ("a less-than sign is text", "5 < 6 and <3", ["5 < 6 and <3"]),
            (
                "a rowspan of nought reaches to the end of its table",
                "<table><tr><td rowspan=0>1<td>a<tr><td>b<tr><td>c</table>", ["1|a", "^1|b", "^1|c"]
            ),
        ])
    func pages(why: String, page: String, expected: [String]) throws { #expect(try read(page) == expected, "\(why)") }

    @Test("a plan's table inside a table that only places it is the plan")
    func layout() throws {
        let plan =
            "<table><tr><td>No<td>Recommendation<td>Owner<td>Date<tr><td>1<td>Plant.<td>Clerk<td>May 2025</table>"
        let found = try read(
            "<table><tr><td><p>Action Plan Submitted: 3 June 2024</p></td><td>\(plan)after</td></tr></table>end")
        #expect(
            found == [
                "Action Plan Submitted: 3 June 2024", "No|Recommendation|Owner|Date", "1|Plant.|Clerk|May 2025",
                "after",
                "end",
            ])
    }

    @Test("spans and nesting are bounded")
    func bounded() {
        for page in [
            "<table><tr><td colspan=100000>x</table>", String(repeating: "<table><tr><td>", count: 50),
            "<table>" + String(repeating: "<tr>" + String(repeating: "<td rowspan=65000>x", count: 40), count: 5),
        ] {
            #expect(throws: DocumentError.self) { try read(page) }
        }
    }

    @Test(
        "a cell of one thing over and over is read in one go",
        arguments: ["(", "<a\u{2039}a", "(May 2027) ", "&#x", "<td "])
    func overAndOver(piece: String) throws {
        let head = "<table><tr><th>No<th>Recommendation<th>Action<th>Owner<th>Target date<tr><td>1<td>Do it.<td>"
        let page = head + String(repeating: piece, count: 60_000) + "<td>Clerk<td>May 2027</table>"
        let document = try DocumentReader.read(bytes: Array(page.utf8), name: "page")
        #expect(document.parts.count == 1)
        guard case .table(let table) = document.parts.first else { return }
        #expect(PlanHeadings.recognises(table.rows[0].cells.map(\.text)))
        #expect(!PlanHeadings.recognises(table.rows[1].cells.map(\.text)))
    }

    @Test("a page of tags that never end is read in one go", arguments: ["<a ", "<a '\"", "<!-", "&a"])
    func neverEnding(piece: String) throws {
        // A reader that looks for each end anew would still be at it tomorrow.
        #expect(try read(String(repeating: piece, count: 100_000)).count <= 1)
    }
}
