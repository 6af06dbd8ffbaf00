// The columns of the plan's table, as its headings set them; pages that follow are laid under them.

import ActionPlans

/// Columns, from left to right, with the part each plays.
struct PlanColumns: Hashable {
    /// Where each column begins and the last one ends.
    var edges: [Double]
    var roles: [ColumnRole?]

    var count: Int { edges.count - 1 }
    var left: Double { edges[0] }
    var right: Double { edges[count] }

    /// The columns between `edges` whose headings are `texts`, or nil where these head no plan.
    init?(edges: [Double], headings texts: [String]) {
        let row = CellTable.Row(cells: texts.map { CellTable.Cell(text: $0, line: 1) }, line: 1)
        guard let layout = ColumnLayout(headings: row) else { return nil }
        self.edges = edges
        roles = layout.roles
    }

    /// For each column between `others`, the column here that it lies in; nil where these belong to another table.
    func places(of others: [Double]) -> [Int]? {
        if others.count == edges.count { return Array(0..<count) }
        let common = min(right, others[others.count - 1]) - max(left, others[0])
        guard common > 0.8 * max(right - left, others[others.count - 1] - others[0]) else { return nil }
        return zip(others, others.dropFirst()).map { from, to in
            (0..<count).max { shared($0, from, to) < shared($1, from, to) } ?? 0
        }
    }

    private func shared(_ column: Int, _ from: Double, _ to: Double) -> Double {
        min(edges[column + 1], to) - max(edges[column], from)
    }
}
