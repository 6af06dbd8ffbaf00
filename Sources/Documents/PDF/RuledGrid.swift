// The cells that a page's rules draw: rules that touch make a grid; two neighbouring fields are one cell where no rule
// parts them. A rule that meets no other (an underline) makes no grid.

/// The grid of one ruled table on one page.
struct RuledGrid: Hashable {
    /// The edges of columns and rows, each with the first and the last.
    private(set) var xs: [Double]
    private(set) var ys: [Double]
    /// The cell of each field, row by row: the index of its first field.
    private(set) var cells: [[Int]]

    /// How far two rules may be apart that meet, in points.
    private static let reach = 3.0

    var columns: Int { xs.count - 1 }
    var rows: Int { ys.count - 1 }
    var box: Box { Box(left: xs[0], top: ys[0], right: xs[columns], bottom: ys[rows]) }

    /// The grids of a page, from top to bottom.
    static func grids(on page: PDFPage) -> [RuledGrid] {
        let levels = merged(page.levels)
        let uprights = merged(page.uprights)
        // So many rules are a drawing, a map or a chart.
        guard levels.count * uprights.count <= 4_000_000 else { return [] }
        var groups = Groups(count: levels.count + uprights.count)
        for (i, level) in levels.enumerated() {
            for (j, upright) in uprights.enumerated() where meet(level, upright) { groups.join(i, levels.count + j) }
        }
        var grids: [RuledGrid] = []
        for members in groups.all {
            let level = members.filter { $0 < levels.count }.map { levels[$0] }
            let upright = members.filter { $0 >= levels.count }.map { uprights[$0 - levels.count] }
            if let grid = RuledGrid(levels: level, uprights: upright) { grids.append(grid) }
        }
        return grids.sorted { $0.ys[0] < $1.ys[0] }
    }

    /// The grid of rules that hang together, or nil where they bound fewer than two columns.
    private init?(levels: [Rule], uprights: [Rule]) {
        xs = RuledGrid.clustered(uprights.map(\.at))
        // Some tables have no rules at their sides; the level rules tell how far they reach.
        if let first = xs.first, let last = xs.last {
            let before = levels.map(\.from).filter { $0 < first - 8 }
            let behind = levels.map(\.to).filter { $0 > last + 8 }
            if before.count * 2 > levels.count, let edge = before.min() { xs.insert(edge, at: 0) }
            if behind.count * 2 > levels.count, let edge = behind.max() { xs.append(edge) }
        }
        // A page break may leave the last row without a rule below it: the upright rules tell where it ends.
        let ends = [uprights.map(\.from).min(), uprights.map(\.to).max()].compactMap(\.self)
        ys = RuledGrid.clustered(levels.map(\.at) + ends)
        cells = []
        guard xs.count >= 3, ys.count >= 2, xs.count <= 65, ys.count <= 400 else { return nil }
        var fields = Groups(count: columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let field = row * columns + column
                if column + 1 < columns, !RuledGrid.parts(uprights, at: xs[column + 1], ys[row], ys[row + 1]) {
                    fields.join(field, field + 1)
                }
                if row + 1 < rows, !RuledGrid.parts(levels, at: ys[row + 1], xs[column], xs[column + 1]) {
                    fields.join(field, field + columns)
                }
            }
        }
        cells = (0..<rows).map { row in (0..<columns).map { fields.first(of: row * columns + $0) } }
    }

    /// Whether a row is one cell across three columns or more.
    func isOneCell(row: Int) -> Bool { columns >= 3 && Set(cells[row]).count == 1 }

    /// The field that a point falls into, or nil beside the grid.
    func field(x: Double, y: Double) -> (row: Int, column: Int)? {
        guard let row = ys.lastIndex(where: { $0 <= y }), row < rows, let column = xs.lastIndex(where: { $0 <= x }),
            column < columns
        else { return nil }
        return (row, column)
    }

    private static func meet(_ level: Rule, _ upright: Rule) -> Bool {
        upright.at >= level.from - reach && upright.at <= level.to + reach && level.at >= upright.from - reach
            && level.at <= upright.to + reach
    }

    /// Whether rules at `place` cover most of a stretch.
    private static func parts(_ rules: [Rule], at place: Double, _ from: Double, _ to: Double) -> Bool {
        let covered = rules.filter { ($0.at - place).magnitude <= reach }.reduce(0.0) { sum, rule in
            sum + max(0, min(rule.to, to) - max(rule.from, from))
        }
        return covered >= 0.6 * (to - from)
    }

    /// Places that lie close together as one.
    private static func clustered(_ places: [Double]) -> [Double] {
        var groups: [[Double]] = []
        for place in places.sorted() {
            if let last = groups.last?.last, place - last <= reach {
                groups[groups.count - 1].append(place)
            } else {
                groups.append([place])
            }
        }
        return groups.map { $0.reduce(0, +) / Double($0.count) }
    }

    /// Rules in one line that touch, as one.
    static func merged(_ rules: [Rule]) -> [Rule] {
        var merged: [Rule] = []
        for rule in rules.sorted(by: { ($0.at, $0.from) < ($1.at, $1.from) }) {
            let near = merged.indices.reversed().prefix { rule.at - merged[$0].at <= 1 }.first {
                rule.from <= merged[$0].to + reach && rule.to >= merged[$0].from - reach
            }
            if let near {
                merged[near].from = min(merged[near].from, rule.from)
                merged[near].to = max(merged[near].to, rule.to)
            } else {
                merged.append(rule)
            }
        }
        return merged
    }
}
