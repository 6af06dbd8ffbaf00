// Rows for a person, in columns that keep to the width of the terminal: the widest of the columns that can be cut give
// way first. Scripts ask for JSON instead.

struct Table {
    struct Column {
        let title: String
        let isNumber: Bool
        /// The fewest characters it can be cut to; nil for a column that is never cut.
        let least: Int?

        /// A column that must be whole to be of use, as a reference is.
        static func whole(_ title: String) -> Column { Column(title: title, isNumber: false, least: nil) }
        static func number(_ title: String) -> Column { Column(title: title, isNumber: true, least: nil) }
        static func text(_ title: String, atLeast least: Int = 8) -> Column {
            Column(title: title, isNumber: false, least: least)
        }
    }

    let columns: [Column]
    let rows: [[String]]

    init(_ columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { $0.map(Self.oneLine) }
    }

    /// The heading and the rows, no line with spaces at its end.
    func lines(width: Int = Terminal.current.width) -> [String] {
        let widths = self.widths(within: width)
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
            let cut = Self.cut(cell, to: widths[column])
            let space = String(repeating: " ", count: max(0, widths[column] - Style.width(cut)))
            text += columns[column].isNumber ? space + cut : cut + space
            if column < cells.count - 1 { text += String(repeating: " ", count: Self.gap) }
        }
        while text.last == " " { text.removeLast() }
        return text
    }

    /// The cell with an ellipsis where it is too long; its style, if it has one, ends with it.
    private static func cut(_ cell: String, to width: Int) -> String {
        guard Style.width(cell) > width else { return cell }
        var text = ""
        for character in cell where Style.width(text) < width - 1 { text.append(character) }
        return text + "…" + String(Style.end)
    }

    private static func oneLine(_ cell: String) -> String {
        cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static let gap = 2
}
