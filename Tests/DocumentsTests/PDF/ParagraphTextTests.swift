// How the lines of a cell become paragraphs.

import Testing

@testable import Documents

@Suite("Lines of a cell")
struct ParagraphTextTests {
    struct Cell: Sendable, CustomTestStringConvertible {
        var sentence: String
        /// Lines, each with its left edge and the gap above it.
        var lines: [(text: String, left: Double, gap: Double)]
        var text: String
        var testDescription: String { sentence }
    }

    private static func cell(_ sentence: String, _ lines: [String], _ text: String) -> Cell {
        Cell(sentence: sentence, lines: lines.map { ($0, 10, 0) }, text: text)
    }

    static let cells: [Cell] = [
        cell(
            "full lines go on", ["a line that is as long as", "the column goes on below"],
            "a line that is as long as the column goes on below"),
        cell("a line that stops early ends a paragraph", ["March 2025", "April 2025"], "March 2025  April 2025"),
        cell("an open sentence goes on in small letters", ["the end of", "the year"], "the end of the year"),
        cell(
            "a hyphen at the edge joins", ["a report from the multi-", "agency teams of COVID-", "19 times"],
            "a report from the multi-agency teams of COVID-19 times"),
        cell(
            "each bullet is a paragraph", ["will:", "\u{2022} write;", "\u{25CF} print."],
            "will:  \u{2022} write;  \u{2022} print."),
        Cell(
            sentence: "a gap parts paragraphs, and then a line that stops early does not",
            lines: [("Head of Roads", 10, 0), ("Roads Board", 10, 0), ("Clerk", 10, 5)],
            text: "Head of Roads Roads Board  Clerk"),
        Cell(
            sentence: "centred lines are measured from both sides",
            lines: [("March", 55, 0), ("April 25", 48.25, 0)], text: "March  April 25"),
        Cell(
            sentence: "what stands left of a bullet's text is no part of it",
            lines: [
                ("\u{2022} write down what all the", 10, 0), ("boards say of it.", 17.5, 0),
                ("They will print it soon.", 10, 0),
            ], text: "\u{2022} write down what all the boards say of it.  They will print it soon."),
    ]

    private static func line(_ text: String, left: Double, top: Double) -> TextLine {
        var words: [PlacedWord] = []
        var x = left
        for word in text.split(separator: " ") {
            let width = Double(word.count) * 4.5
            words.append(PlacedWord(text: String(word), box: Box(left: x, top: top, right: x + width, bottom: top + 9)))
            x += width + 3
        }
        return TextLine.gathered(words)[0]
    }

    @Test("lines become paragraphs", arguments: cells)
    func paragraphs(cell: Cell) {
        var top = 0.0
        let lines = cell.lines.map { line in
            top += line.gap + 10
            return Self.line(line.text, left: line.left, top: top)
        }
        let usual = (0..<20).map { Self.line("the usual line of the board", left: 10, top: Double($0) * 10) }
        let reading = ParagraphText(setting: Typesetting(columns: [usual]), left: 10, right: 125)
        #expect(reading.text(of: lines) == cell.text)
    }

    @Test("a word that the document knows is put together where a narrow column broke it")
    func brokenWord() {
        let usual = [Self.line("each recommendation of the board", left: 10, top: 0)]
        let reading = ParagraphText(setting: Typesetting(columns: [usual]), left: 10, right: 62)
        let broken = [Self.line("Recommendat", left: 10, top: 0), Self.line("ion", left: 10, top: 10)]
        #expect(reading.text(of: broken) == "Recommendation")
        let two = [Self.line("Responsible", left: 10, top: 0), Self.line("owner", left: 10, top: 10)]
        #expect(reading.text(of: two) == "Responsible owner")
    }

    @Test("a raised word belongs to its line, and no blank is put where the page has none")
    func raised() {
        let words = [
            PlacedWord(text: "8", box: Box(left: 10, top: 10, right: 15, bottom: 20)),
            PlacedWord(text: "th", box: Box(left: 15.1, top: 8.5, right: 20, bottom: 14.5)),
            PlacedWord(text: "May", box: Box(left: 23, top: 10, right: 40, bottom: 20)),
        ]
        #expect(TextLine.gathered(words).map(\.text) == ["8th May"])
    }
}
