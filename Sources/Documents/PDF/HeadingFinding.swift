// Finds the headings of a plan's table that has no upright rules: neighbouring lines whose words, taken column by
// column, are the usual headings of a plan.

import ActionPlans

struct HeadingFinding {
    /// Where the headings stand among the lines they were found in.
    var lines: Range<Int>
    /// The heading of each column: its extent, and the words in it.
    var columns: [Column]
    /// How many columns play a part.
    var score: Int
    /// The gap that parts two headings, in heights of a line.
    private let gap: Double

    /// A gap between columns, and one where narrow columns stand close together; a space is a quarter of a height.
    private static let gaps = [0.6, 0.4]

    struct Column: Hashable {
        var text: String
        var left: Double
        var right: Double
    }

    /// The best headings among the lines of one page, or nil.
    init?(_ lines: [TextLine]) {
        var best: HeadingFinding?
        for start in lines.indices {
            for end in (start + 1)...min(start + 6, lines.count) {
                if end - start > 1, HeadingFinding.areApart(lines[end - 2], lines[end - 1]) { break }
                for gap in HeadingFinding.gaps {
                    guard let found = HeadingFinding(lines, start..<end, gap: gap) else { continue }
                    if found.score > best?.score ?? 0 { best = found }
                }
            }
        }
        guard var best else { return nil }
        while best.lines.upperBound < lines.count,
            !HeadingFinding.areApart(lines[best.lines.upperBound - 1], lines[best.lines.upperBound]),
            let longer = HeadingFinding(
                lines, best.lines.lowerBound..<(best.lines.upperBound + 1), gap: best.gap),
            longer.score == best.score, longer.columns.count == best.columns.count
        {
            best = longer
        }
        self = best
    }

    private init?(_ lines: [TextLine], _ range: Range<Int>, gap: Double) {
        let parts = lines[range].flatMap { HeadingFinding.parts(of: $0, gap: gap) }
        guard (3...100).contains(parts.count) else { return nil }
        var groups = Groups(count: parts.count)
        for a in parts.indices {
            for b in parts.indices[(a + 1)...]
            where min(parts[a].right, parts[b].right) - max(parts[a].left, parts[b].left) > 0 { groups.join(a, b) }
        }
        columns = groups.all.map { members in
            let held = members.map { parts[$0] }
            return Column(
                text: held.map(\.text).joined(separator: " "), left: held.map(\.left).min() ?? 0,
                right: held.map(\.right).max() ?? 0)
        }.sorted { $0.left < $1.left }
        let row = CellTable.Row(cells: columns.map { CellTable.Cell(text: $0.text, line: 1) }, line: 1)
        guard let layout = ColumnLayout(headings: row) else { return nil }
        score = layout.roles.count { $0 != nil }
        self.lines = range
        self.gap = gap
    }

    /// The words of a line, parted where the gap is wider than between words.
    private static func parts(of line: TextLine, gap: Double) -> [Column] {
        var parts: [Column] = []
        for word in line.words {
            if let last = parts.last, word.box.left - last.right < gap * line.box.height {
                parts[parts.count - 1].text += " " + word.text
                parts[parts.count - 1].right = max(last.right, word.box.right)
            } else {
                parts.append(Column(text: word.text, left: word.box.left, right: word.box.right))
            }
        }
        return parts
    }

    private static func areApart(_ line: TextLine, _ next: TextLine) -> Bool {
        next.box.top - line.box.bottom > 0.4 * line.box.height
    }
}
