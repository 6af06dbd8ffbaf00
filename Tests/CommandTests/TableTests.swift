// Tables keep to the width, cut only what may be cut, and never let a plan's text command the terminal.

import Testing

@testable import duewatch

struct TableTests {
    private static let columns: [Table.Column] = [.whole("reference"), .text("owner", atLeast: 6), .number("late")]

    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let width: Int
        let cells: [String]
        let lines: [String]

        var testDescription: String { sentence }
    }

    static let cases = [
        Case(
            sentence: "what fits is as wide as it needs to be", width: 80, cells: ["a/1.1", "Ward", "3"],
            lines: ["REFERENCE  OWNER  LATE", "a/1.1      Ward      3"]),
        Case(
            sentence: "the column that may be cut is cut, with an ellipsis", width: 26,
            cells: ["a/1.1", "Head of Custody", "3"],
            lines: ["REFERENCE  OWNER      LATE", "a/1.1      Head of …     3"]),
        Case(
            sentence: "a reference is never cut, whatever the width", width: 10,
            cells: ["remand-2024/6.2", "Ward", "3"],
            lines: ["REFERENCE        OWNER  LATE", "remand-2024/6.2  Ward      3"]),
        Case(
            sentence: "white space inside a cell is one space", width: 80, cells: ["a/1.1", "Head\n of\tCustody", "3"],
            lines: ["REFERENCE  OWNER            LATE", "a/1.1      Head of Custody     3"]),
    ]

    @Test("a table", arguments: cases)
    func table(_ one: Case) {
        let lines = Table(Self.columns, rows: [one.cells]).lines(width: one.width)
        #expect(lines.map { Style.rendered($0, inColour: false) } == one.lines)
    }

    @Test("where there is no terminal nothing is cut")
    func unlimited() {
        let owner = String(repeating: "Head of Custody, ", count: 40) + "Ward"
        let lines = Table(Self.columns, rows: [["a/1.1", owner, "3"]]).lines(width: nil)
        #expect(lines[1] == "a/1.1      \(owner)     3")
    }

    @Test(
        "what a cell loses depends on where it says most",
        arguments: [
            (.start, "resettlement-2020/3.3", 12, "…nt-2020/3.3"), (.start, "2027-12-14", 6, "…12-14"),
            (.middle, "month-before no. 12", 14, "month-befo… 12"), (.middle, "quarterly-review", 9, "quar…view"),
            (.middle, "overdue no. 12", 14, "overdue no. 12"),
            (.items(.start), "plan/1.1, plan/1.2, plan/1.3", 22, "plan/1.1, plan/1.2, …"),
            (.items(.start), "remand-2024/1.1, remand-2024/1.2", 12, "…2024/1.1, …"),
            (.items(.start), "remand-2024/17.2", 12, "…d-2024/17.2"),
            (.items(.middle), "A. Reyes 12, B. Osei 10", 20, "A. Reyes 12, …"),
            (.items(.middle), "Alexandra Thompson 12, B. Osei 10", 16, "Alexandra… 12, …"),
        ] as [(Table.Cut, String, Int, String)])
    func losing(_ cut: Table.Cut, _ cell: String, _ width: Int, _ expected: String) {
        let lines = Table([.text("", atLeast: 1, losing: cut)], rows: [[cell]]).lines(width: width)
        #expect(lines[1] == expected)
    }

    @Test("of a change the stage keeps its number in 80 columns, and in a pipe everything is whole")
    func stage() {
        let row = [
            "dropped", "2027-12-07", "2027-12-14", "resettlement-2020/25.64", "overdue no. 12",
            "Action Plan Administrator as administrator",
        ]
        let columns = ComparisonReport.columns
        #expect(
            Table(columns, rows: [row]).lines(width: 80).last.map { Style.rendered($0, inColour: false) }
                == "dropped  2027-12-07  …12-14  resettlement-2020/25.64  overdue no. 12  Action Plan…")
        #expect(Table(columns, rows: [row]).lines(width: nil).last == row.joined(separator: "  "))
    }

    @Test("of a message that tells of several targets the first reference is read in 80 columns")
    func references() throws {
        let row = [
            "214", "2026-11-23 13:01", "accepted (folder)", "mail", "Holder 21",
            "resettlement-2020/6.1, resettlement-2020/6.2", "written",
        ]
        let line = try #require(Table(DeliveryTable.columns, rows: [row]).lines(width: 80).last)
        #expect(line.contains("/6.1, …"))
        #expect(Style.width(line) <= 80)
    }

    @Test("no line of a table ends with a space")
    func ends() {
        let lines = Table([.text("a"), .text("b")], rows: [["x", ""], ["", ""]]).lines(width: 80)
        #expect(lines.allSatisfy { Style.rendered($0, inColour: false).last != " " })
    }

    @Test("a styled cell takes no more room than its words, and a cut one ends its style")
    func styled() {
        let columns: [Table.Column] = [.text("state", atLeast: 4)]
        let wide = Table(columns, rows: [[Style.alarming("late")]]).lines(width: 80)[1]
        #expect(Style.width(wide) == 4)
        let cut = Table(columns, rows: [[Style.alarming("superseded")]]).lines(width: 5)[1]
        #expect(Style.rendered(cut, inColour: true) == "\u{1B}[31msupe…\u{1B}[0m")
    }

    @Test("control characters of a plan reach no terminal")
    func controls() {
        let hostile = "a\u{1B}]0;title\u{7}\r\u{9B}31m\u{202E}b\u{7F}"
        let shown = Style.rendered(hostile, inColour: true)
        #expect(shown == "a\u{FFFD}]0;title\u{FFFD}\u{FFFD}\u{FFFD}31m\u{FFFD}b\u{FFFD}")
    }
}

struct ParagraphTests {
    @Test("lines are broken at spaces only, and every one is indented")
    func breaking() {
        let lines = Paragraph.lines(
            "one two  three\nfour remand-2024/6.2-and-more", indent: "    ", lead: "- ", width: 15)
        #expect(lines == ["- one two three", "    four", "    remand-2024/6.2-and-more"])
    }

    @Test("nothing is no line")
    func empty() { #expect(Paragraph.lines("  \n", indent: "  ").isEmpty) }
}

struct WordsTests {
    @Test("one is singular", arguments: [(0, "0 targets"), (1, "1 target"), (2, "2 targets")])
    func count(_ number: Int, _ words: String) { #expect(Words.count(number, "target") == words) }

    @Test(
        "a list reads as a sentence",
        arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
    func list(_ words: [String], _ sentence: String) { #expect(Words.list(words) == sentence) }
}
