// A plan's table without upright rules: its columns are told from the headings and from the blank strips between the
// words of all its pages.

import ActionPlans

/// The columns of a table that has none drawn.
struct OpenTable {
    /// The page, by its place in the document, and the lines where its headings stand.
    let page: Int
    let heading: HeadingFinding
    let columns: PlanColumns
    /// Where the text of each column begins and ends.
    let extents: [ClosedRange<Double>]
    /// Whether level rules part its rows, as far as its pages show.
    private(set) var rulesPartRows = false

    /// The first such table among the lines that stand in no ruled one, page by page; nil where there is none.
    init?(_ pages: [[TextLine]]) {
        guard let (page, heading) = OpenTable.heading(in: pages) else { return nil }
        var body = Array(pages[page][heading.lines.upperBound...])
        for lines in pages[(page + 1)...] { body += lines }
        var edges = [0.0]
        for (column, next) in zip(heading.columns, heading.columns.dropFirst()) {
            edges.append(OpenTable.strip(between: column.right, and: next.left, in: body))
        }
        edges.append(100_000)
        guard let columns = PlanColumns(edges: edges, headings: heading.columns.map(\.text)) else { return nil }
        self.page = page
        self.heading = heading
        self.columns = columns
        extents = (0..<columns.count).map { column in
            let words = body.flatMap(\.words).filter {
                $0.box.left >= edges[column] - 2 && $0.box.right <= edges[column + 1] + 2
            }
            let left = words.map(\.box.left).min() ?? heading.columns[column].left
            return left...max(left, words.map(\.box.right).max() ?? left)
        }
    }

    /// Learns from all pages whether rules part the rows; one that holds a single row cannot tell by itself.
    mutating func learnRules(of pages: [(lines: [TextLine], rules: [Rule])]) {
        let told = pages.compactMap { partsRows($0.rules, among: $0.lines) }
        rulesPartRows = told.count { $0 } * 2 > told.count
    }

    /// Whether a line runs across columns as no cell does.
    func spans(_ line: TextLine) -> Bool {
        guard let first = line.words.first, let last = line.words.last else { return false }
        // A long address may run over the next column; what spans the table begins at its left.
        guard first.box.left < columns.edges[min(2, columns.count)] else { return false }
        let inner = columns.edges.dropFirst().dropLast().filter { $0 > first.box.left && $0 < last.box.right }
        return !inner.isEmpty && inner.contains { OpenTable.crosses(line, at: $0) }
            && !zip(line.words, line.words.dropFirst()).contains { $1.box.left - $0.box.right > line.box.height }
    }

    /// The lines of a later page without those at its top that print the headings again. Where these are centred, a
    /// page may gather their words into other lines than the first one does.
    func withoutHeadings(_ lines: [TextLine], printedIn first: [TextLine]) -> [TextLine] {
        var left = first[heading.lines].flatMap(\.words).map(\.text)
        return Array(
            lines.drop { line in
                var after = left
                for word in line.words {
                    guard let place = after.firstIndex(of: word.text) else { return false }
                    after.remove(at: place)
                }
                left = after
                return true
            })
    }

    private static func heading(in pages: [[TextLine]]) -> (Int, HeadingFinding)? {
        for (page, lines) in pages.enumerated() {
            if let heading = HeadingFinding(lines) { return (page, heading) }
        }
        return nil
    }

    /// The place between two headings that the fewest lines cross; of several, the last, where the next column begins.
    private static func strip(between from: Double, and to: Double, in lines: [TextLine]) -> Double {
        guard to > from else { return from }
        let steps = min(400, max(1, Int((to - from).rounded(.up))))
        var best = (place: to - 0.5, crossings: Int.max)
        for step in 0...steps {
            let place = to - 0.5 - (to - from) * Double(step) / Double(steps + 1)
            let crossings = lines.count { crosses($0, at: place) }
            if crossings < best.crossings { best = (place, crossings) }
        }
        return best.place
    }

    /// Whether a word of the line, or a gap no wider than between words, lies at `place`.
    private static func crosses(_ line: TextLine, at place: Double) -> Bool {
        guard place > line.box.left, place < line.box.right else { return false }
        var right = line.box.left
        for word in line.words {
            if word.box.left > place { return word.box.left - right < 0.6 * line.box.height }
            if word.box.right > place { return true }
            right = word.box.right
        }
        return false
    }
}
