// The words of a page laid into the cells of a grid.

import ActionPlans

extension RuledGrid {
    /// The table that the grid makes of `words`, and the words that stand beside the grid.
    func table(of words: [PlacedWord], page: Int) -> (table: PlacedTable, rest: [PlacedWord]) {
        var held: [Int: [PlacedWord]] = [:]
        var rest: [PlacedWord] = []
        let cells = parted(by: words)
        for word in words {
            if let (row, column) = field(x: min(word.box.midX, word.box.left + 3), y: word.box.midY) {
                held[cells[row][column], default: []].append(word)
            } else {
                rest.append(word)
            }
        }
        var spans: [Int: (rows: Range<Int>, columns: Range<Int>)] = [:]
        for row in 0..<rows {
            for column in 0..<columns {
                let span = spans[cells[row][column]] ?? (row..<(row + 1), column..<(column + 1))
                spans[cells[row][column]] = (
                    min(span.rows.lowerBound, row)..<max(span.rows.upperBound, row + 1),
                    min(span.columns.lowerBound, column)..<max(span.columns.upperBound, column + 1)
                )
            }
        }
        let padding = self.padding(held, spans.mapValues(\.columns))
        let placed = held.keys.sorted().compactMap { cell -> PlacedCell? in
            guard let span = spans[cell], let words = held[cell] else { return nil }
            return PlacedCell(
                rows: span.rows, columns: span.columns, lines: TextLine.gathered(words),
                left: xs[span.columns.lowerBound] + padding, right: xs[span.columns.upperBound] - padding)
        }
        let table = PlacedTable(
            page: page, edges: xs, top: ys[0], rowCount: rows, cells: placed, tops: Array(ys.dropLast()))
        return (table, rest)
    }

    /// How many lines of the first column are a number and nothing else, for each row that has any.
    func numbersInRows(_ words: [PlacedWord]) -> [Int] {
        let first = TextLine.gathered(words.filter { $0.box.midX > xs[0] && $0.box.midX < xs[1] })
        return (0..<rows).compactMap { row in
            let inside = first.count {
                $0.box.midY > ys[row] && $0.box.midY < ys[row + 1] && RecommendationNumber(cell: $0.text) != nil
            }
            return inside > 0 ? inside : nil
        }
    }

    /// The cells of each field, where a cell across columns whose words keep to the columns is one cell a column: many
    /// a row of headings is one coloured field without a rule in it.
    private func parted(by words: [PlacedWord]) -> [[Int]] {
        var cells = self.cells
        for row in 0..<rows where Set(cells[row]).count < columns {
            for cell in Set(cells[row]) {
                let span = (0..<columns).filter { cells[row][$0] == cell }
                guard span.count > 1, let first = span.first, let last = span.last, last - first == span.count - 1,
                    !cells.indices.contains(where: { $0 != row && cells[$0].contains(cell) })
                else { continue }
                let inside = words.filter {
                    $0.box.midX > xs[first] && $0.box.midX < xs[last + 1] && $0.box.midY > ys[row]
                        && $0.box.midY < ys[row + 1]
                }
                guard keepToColumns(TextLine.gathered(inside), from: first, to: last) else { continue }
                for column in span { cells[row][column] = row * columns + column }
            }
        }
        return cells
    }

    /// Whether lines leave more than a blank at each edge between the columns, and stand in most of these.
    private func keepToColumns(_ lines: [TextLine], from first: Int, to last: Int) -> Bool {
        let edges = xs[(first + 1)...last]
        for line in lines {
            for (word, next) in zip(line.words, line.words.dropFirst()) {
                let parts = edges.contains { $0 > word.box.midX && $0 < next.box.midX }
                if parts, next.box.left - word.box.right < 0.6 * line.box.height { return false }
            }
            if line.words.contains(where: { word in
                edges.contains { word.box.left < $0 - 1 && word.box.right > $0 + 1 }
            }) {
                return false
            }
        }
        let filled = (first...last).count { column in
            lines.contains { $0.words.contains { $0.box.midX > xs[column] && $0.box.midX < xs[column + 1] } }
        }
        return filled > 1 && filled * 2 > last - first + 1
    }

    /// The usual distance between a cell's rule and its text.
    private func padding(_ held: [Int: [PlacedWord]], _ columns: [Int: Range<Int>]) -> Double {
        var gaps: [Double] = []
        for (cell, words) in held {
            guard let column = columns[cell]?.lowerBound, let left = words.map(\.box.left).min() else { continue }
            gaps.append(max(0, left - xs[column]))
        }
        gaps.sort()
        return gaps.isEmpty ? 0 : min(gaps[gaps.count / 4], 12)
    }
}
