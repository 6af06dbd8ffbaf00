// The words of a page laid into the cells of a grid.

extension RuledGrid {
    /// The table that the grid makes of `words`, and the words that stand beside the grid.
    func table(of words: [PlacedWord], page: Int) -> (table: PlacedTable, rest: [PlacedWord]) {
        var held: [Int: [PlacedWord]] = [:]
        var rest: [PlacedWord] = []
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
