// Rows for a person, in columns that keep to the width of the terminal: the widest of the columns that can be cut give
// way first. Where there is no terminal nothing is cut, so that `grep` finds it. Scripts ask for JSON instead.

struct Table {
    /// What of a cell goes where the whole has no room; an ellipsis takes its place.
    indirect enum Cut: Sendable {
        case end
        /// As of a reference, whose number stands at its end.
        case start
        /// What comes before the last word, which is a number: "month-be… 12".
        case middle
        /// Of a list with commas the last of its items, and of the first of them what has no room.
        case items(Cut)
    }

    struct Column: Sendable {
        let title: String
        let isNumber: Bool
        /// The fewest characters it can be cut to; nil for a column that is never cut.
        let least: Int?
        var cut = Cut.end

        /// A column that must be whole to be of use, as a reference is.
        static func whole(_ title: String) -> Column { Column(title: title, isNumber: false, least: nil) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true, least: nil) }
        static func text(_ title: String, atLeast least: Int = 8, losing cut: Cut = .end) -> Column {
            Column(title: title, isNumber: false, least: least, cut: cut)
        }
    }

    let columns: [Column]
    let rows: [[String]]

    init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { $0.map(Self.oneLine) }
    }

    /// The heading and the rows, no line with spaces at its end.
    ///
    /// - Parameter width: nil for as much as the cells take.
    func lines(width: Int? = Terminal.current.tableWidth) -> [String] {
        let widths = self.widths(within: width ?? .max)
        let heading = line(columns.map { $0.title.uppercased() }, widths)
        return [Style.bold(heading)] + rows.map { line($0, widths) }
    }

    private func widths(within width: Int) -> [Int] {
        var widths = columns.indices.map { column in
            ([columns[column].title] + rows.map { $0[column] }).map(Style.width).max() ?? 0
        }
        var excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - width
        while excess > 0 {
            let candidates = columns.indices.filter { column in widths[column] > columns[column].least ?? .max }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
            excess -= 1
        }
        return widths
    }

    private func line(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        for (column, cell) in cells.enumerated() {
            let cut = Self.cut(cell, to: widths[column], losing: columns[column].cut)
            let space = String(repeating: " ", count: max(0, widths[column] - Style.width(cut)))
            text += columns[column].isNumber ? space + cut : cut + space
            if column < cells.count - 1 { text += String(repeating: " ", count: Self.gap) }
        }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The cell with an ellipsis where it is too long; its style, if it has one, ends with it.
    private static func cut(_ cell: String, to width: Int, losing cut: Cut) -> String {
        guard Style.width(cell) > width else { return cell }
        // Only what loses its end may have a style, which begins at the start.
        return switch cut {
        case .end: prefix(cell, width - 1) + "…" + String(Style.end)
        case .start: "…" + cell.suffix(max(0, width - 1))
        case .middle: middle(cell, width)
        case .items(let cut): items(cell, width, losing: cut)
        }
    }

    private static func prefix(_ cell: String, _ width: Int) -> String {
        var text = ""
        for character in cell where Style.width(text) < width { text.append(character) }
        return text
    }

    private static func middle(_ cell: String, _ width: Int) -> String {
        let number = cell.lastIndex(of: " ").map { cell[$0...].count } ?? width
        let kept = number < width / 2 ? number : width / 2
        return prefix(cell, width - 1 - kept) + "…" + cell.suffix(kept)
    }

    /// As many items as there is room for, each whole: half a number would be another number.
    private static func items(_ cell: String, _ width: Int, losing cut: Cut) -> String {
        let items = cell.split(separator: separator)
        let rest = separator + "…"
        guard let first = items.first, items.count > 1 else { return self.cut(cell, to: width, losing: cut) }
        var text = self.cut(String(first), to: width - rest.count, losing: cut)
        for item in items.dropFirst() {
            guard text.count + separator.count + item.count + rest.count <= width else { break }
            text += separator + item
        }
        return text + rest
    }

    private static func oneLine(_ cell: String) -> String {
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let gap = 2
    private static let separator = ", "
}
