// Sets a plan in type: words at places on pages, and the rules around cells, as a PDF would have them. All letters are
// equally wide. What it makes is what poppler would find, so that layouts are tested without any program.

@testable import Documents

struct Press {
    enum Rules: Hashable { case grid, inner, level, upright, none }

    /// The width of each column, gutters included.
    var widths: [Double]
    var rules = Rules.grid
    /// The order of the columns: places in a row of the plan.
    var order: [Int]
    var padding = 4.0
    var paragraphGap = 5.0
    var pageHeight = 560.0
    var repeatsHeadings = false
    /// Whether a line that tells whom recommendations are directed at runs across the columns.
    var mergesHeadings = false
    /// Whether numbers stand in the middle of their rows.
    var centresNumbers = false
    /// Whether the headings are one coloured field without upright rules in it.
    var opensHeadings = false
    var furniture = true
    /// Rows of so many lines are never parted by a page break.
    var keptLines = 2

    private static let letter = 4.5
    private static let blank = 3.0
    private static let height = 9.0
    private static let pitch = 10.0
    private static let margin = 40.0

    /// The pages of a plan.
    func pages(front: [String], rows: [[String]]) -> [PDFPage] {
        var page = Page(press: self)
        for line in front {
            page.set(wrapped(line, width: widths.reduce(0, +)), left: Press.margin)
            page.y += paragraphGap
        }
        for (place, row) in rows.enumerated() {
            let cells = order.map { lines(row[$0], width: widths[order.firstIndex(of: $0) ?? 0]) }
            page.set(row: merged(row) ? [lines(row[1], width: widths.reduce(0, +))] : cells, isHeading: place == 0)
            if place == 0 { page.headings = cells }
        }
        page.finish()
        return page.pages
    }

    private func merged(_ row: [String]) -> Bool {
        mergesHeadings && row.count { !$0.isEmpty } == 1 && !row[1].isEmpty
    }

    /// The lines of a cell, each with the gap above it.
    private func lines(_ cell: String, width: Double) -> [(text: String, gap: Double)] {
        var lines: [(text: String, gap: Double)] = []
        var paragraphs: [String] = [""]
        for word in cell.split(separator: " ", omittingEmptySubsequences: false) {
            if word.isEmpty {
                paragraphs.append("")
            } else {
                paragraphs[paragraphs.count - 1] += (paragraphs.last?.isEmpty == true ? "" : " ") + word
            }
        }
        for (place, paragraph) in paragraphs.filter({ !$0.isEmpty }).enumerated() {
            for (index, line) in wrapped(paragraph, width: width - 2 * padding).enumerated() {
                lines.append((line, place > 0 && index == 0 ? paragraphGap : 0))
            }
        }
        return lines
    }

    private func wrapped(_ text: String, width: Double) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, Press.width(last + " " + word) <= width, word != "\u{2022}" {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    private static func width(_ line: String) -> Double {
        line.reduce(0) { $0 + ($1 == " " ? blank : letter) }
    }

    /// The page that is being set, and those that are full.
    private struct Page {
        let press: Press
        var pages: [PDFPage] = []
        var words: [PlacedWord] = []
        var levels: [Rule] = []
        var uprights: [Rule] = []
        var y = Press.margin
        var headings: [[(text: String, gap: Double)]]?

        init(press: Press) {
            self.press = press
            begin()
        }

        mutating func set(_ lines: [String], left: Double) {
            for line in lines {
                set(line, left: left, top: y)
                y += Press.pitch
            }
        }

        /// Sets a row, going on at the head of the next page where this one is full.
        mutating func set(row: [[(text: String, gap: Double)]], isHeading: Bool = false) {
            var rest = row
            let most = min(row.map(\.count).max() ?? 0, press.keptLines)
            if y + 2 * press.padding + Double(most + 1) * Press.pitch > press.pageHeight - Press.margin { next() }
            while true {
                let room = press.pageHeight - Press.margin - y - 2 * press.padding
                var tallest = 0.0
                var left = Press.margin
                let top = y
                let whole = rest.map { $0.reduce(0) { $0 + $1.gap + Press.pitch } }.max() ?? 0
                for (column, lines) in rest.enumerated() {
                    var used = 0.0
                    var place = 0
                    let own = lines.reduce(0) { $0 + $1.gap + Press.pitch }
                    let drop =
                        press.centresNumbers && column == 0 && rest.count > 1 && whole <= room ? (whole - own) / 2 : 0
                    for line in lines where used + line.gap + Press.pitch <= room {
                        let gap = place == 0 ? 0 : line.gap
                        set(line.text, left: left + press.padding, top: top + press.padding + drop + used + gap)
                        used += gap + Press.pitch
                        place += 1
                        if used + Press.pitch > room { break }
                    }
                    rest[column] = Array(lines.dropFirst(place))
                    tallest = max(tallest, used)
                    left += rest.count == 1 ? press.widths.reduce(0, +) : press.widths[column]
                }
                y += tallest + 2 * press.padding
                rule(from: top, to: y, columns: rest.count, isHeading: isHeading)
                if rest.allSatisfy(\.isEmpty) { return }
                next()
            }
        }

        private mutating func rule(from top: Double, to bottom: Double, columns: Int, isHeading: Bool) {
            let width = press.widths.reduce(0, +)
            if press.rules == .none { return }
            if press.rules == .upright, uprights.isEmpty || isHeading {
                for at in [top, bottom] { levels.append(Rule(at: at, from: Press.margin, to: Press.margin + width)) }
            }
            for at in [top, bottom] where press.rules != .upright {
                levels.append(Rule(at: at, from: Press.margin, to: Press.margin + width))
            }
            if press.rules == .level { return }
            var x = Press.margin
            var edges = [x]
            for column in columns == 1 || (isHeading && press.opensHeadings) ? [width] : press.widths {
                x += column
                edges.append(x)
            }
            if press.rules == .inner { edges = Array(edges.dropFirst().dropLast()) }
            for at in edges { uprights.append(Rule(at: at, from: top, to: bottom)) }
        }

        mutating func set(_ line: String, left: Double, top: Double) {
            var x = left
            for word in line.split(separator: " ") {
                let width = Double(word.count) * Press.letter
                words.append(
                    PlacedWord(
                        text: String(word), box: Box(left: x, top: top, right: x + width, bottom: top + Press.height)))
                x += width + Press.blank
            }
        }

        private mutating func begin() {
            guard press.furniture else { return }
            set("Page \(pages.count + 1) of 9", left: 300, top: press.pageHeight - 20)
            set("OFFICIAL", left: 40, top: 15)
        }

        private mutating func next() {
            finish()
            begin()
            y = Press.margin
            if press.repeatsHeadings, let headings { set(row: headings, isHeading: true) }
        }

        mutating func finish() {
            pages.append(
                PDFPage(
                    number: pages.count + 1, width: 2 * Press.margin + press.widths.reduce(0, +),
                    height: press.pageHeight, words: words, levels: levels, uprights: uprights))
            (words, levels, uprights) = ([], [], [])
        }
    }
}
