// The rows of a table without upright rules: level rules part them where they are drawn; else a row begins at a number
// in the column of numbers, and at a gap below which an action stands beside a date of its own.

import ActionPlans

extension OpenTable {
    /// The table that `lines` of one page make, none of them a line across the columns.
    /// `opens` says that the lines are the first below the headings, so that no row above goes on in them.
    func table(
        of lines: [TextLine], page: Int, rules: [Rule], setting: Typesetting, opens: Bool = false
    ) -> PlacedTable? {
        guard let first = lines.first else { return nil }
        let cells = self.cells(of: lines)
        let inner = inner(rules, among: lines)
        let starts =
            partsRows(inner, cells) || (rulesPartRows && numbers(in: cells).count <= 1)
            ? inner : self.starts(cells, lines, setting, opens: opens) + inner
        let tops = ([first.box.top - 1] + starts.sorted().filter { $0 > first.box.midY }).reduce(into: [Double]()) {
            tops, top in
            if tops.last.map({ top - $0 > (inner.isEmpty ? 2 : 6) }) ?? true { tops.append(top) }
        }
        var placed: [PlacedCell] = []
        for (column, lines) in cells.enumerated() {
            for row in tops.indices {
                let bottom = row + 1 < tops.count ? tops[row + 1] : .infinity
                let inside = lines.filter { (row == 0 || $0.box.midY >= tops[row]) && $0.box.midY < bottom }
                guard !inside.isEmpty else { continue }
                placed.append(
                    PlacedCell(
                        rows: row..<(row + 1), columns: column..<(column + 1), lines: inside,
                        left: extents[column].lowerBound, right: extents[column].upperBound))
            }
        }
        return PlacedTable(
            page: page, edges: columns.edges, top: first.box.top, rowCount: tops.count, cells: placed, tops: tops)
    }

    /// Whether the rules of this page part its rows; nil where it has too few numbers to tell.
    func partsRows(_ rules: [Rule], among lines: [TextLine]) -> Bool? {
        let cells = self.cells(of: lines)
        return numbers(in: cells).count < 2 ? nil : partsRows(inner(rules, among: lines), cells)
    }

    /// The places of the long rules between the first line and the last.
    private func inner(_ rules: [Rule], among lines: [TextLine]) -> [Double] {
        guard let first = lines.first, let last = lines.last else { return [] }
        let drawn = rules.filter { $0.length > 0.5 * (last.box.right - first.box.left) }.map(\.at)
        return drawn.filter { $0 > first.box.midY && $0 < last.box.midY }
    }

    private func numbers(in cells: [[TextLine]]) -> [TextLine] {
        guard let column = columns.roles.firstIndex(of: .number) else { return [] }
        return cells[column].filter { RecommendationNumber(cell: $0.text) != nil }
    }

    /// Whether rules or the edges of coloured rows part all rows: no two numbers stand between two of them.
    private func partsRows(_ rules: [Double], _ cells: [[TextLine]]) -> Bool {
        guard !rules.isEmpty, columns.roles.contains(.number) else { return !rules.isEmpty }
        let numbers = numbers(in: cells)
        return !zip(numbers, numbers.dropFirst()).contains { a, b in
            !rules.contains { $0 > a.box.midY && $0 < b.box.midY }
        }
    }

    /// The lines of each column.
    func cells(of lines: [TextLine]) -> [[TextLine]] {
        var held = [[PlacedWord]](repeating: [], count: columns.count)
        for word in lines.flatMap(\.words) {
            if let column = column(at: word.box.midX) { held[column].append(word) }
        }
        return held.map(TextLine.gathered)
    }

    private func column(at x: Double) -> Int? { (0..<columns.count).first { x < columns.edges[$0 + 1] } }

    /// The upper edges of rows that the words tell.
    private func starts(
        _ cells: [[TextLine]], _ lines: [TextLine], _ setting: Typesetting, opens: Bool
    ) -> [Double] {
        let strips = clearStrips(lines, setting)
        var starts: [Double] = []
        let anchors = numbers(in: cells)
        // Numbers may stand in the middle of their rows; then the widest gap between two of them parts their rows.
        let opening = anchors.count { anchor in strips.contains { ($0.upperBound - anchor.box.top).magnitude < 3 } }
        let between = zip(anchors, anchors.dropFirst()).count { a, b in
            strips.contains { $0.lowerBound > a.box.midY && $0.upperBound < b.box.midY }
        }
        let areCentred = opening * 2 < anchors.count - 1 && between * 2 > anchors.count - 1
        for (place, anchor) in anchors.enumerated() {
            if areCentred {
                guard place > 0 else { continue }
                let inside = strips.filter {
                    $0.lowerBound > anchors[place - 1].box.midY && $0.upperBound < anchor.box.midY
                }
                let widest = inside.max { $0.upperBound - $0.lowerBound <= $1.upperBound - $1.lowerBound }
                starts.append(widest?.upperBound ?? anchor.box.top)
            } else if place > 0 || !opens {
                starts.append(anchor.box.top)
            }
        }
        for strip in strips {
            let end = anchors.first { $0.box.top > strip.upperBound - 3 }?.box.top ?? .infinity
            if beginsRow(below: strip.upperBound, cells, numbered: !anchors.isEmpty)
                || beginsHeading(strip.upperBound, until: end, cells)
            {
                starts.append(strip.upperBound)
            }
        }
        return starts.sorted().map { $0 - 1 }
    }

    /// Gaps across all columns that are wider than between the lines of a paragraph.
    private func clearStrips(_ lines: [TextLine], _ setting: Typesetting) -> [ClosedRange<Double>] {
        var strips: [ClosedRange<Double>] = []
        var bottom = lines.first?.box.bottom ?? 0
        for line in lines.dropFirst() {
            if line.box.top - bottom > (setting.gap + 0.3) * line.box.height { strips.append(bottom...line.box.top) }
            bottom = max(bottom, line.box.bottom)
        }
        return strips
    }

    /// Whether the line below a gap opens an action, or a recommendation, beside a date.
    private func beginsRow(below top: Double, _ cells: [[TextLine]], numbered: Bool) -> Bool {
        var opened: Set<ColumnRole> = []
        for (role, lines) in zip(columns.roles, cells) {
            guard let role, lines.contains(where: { ($0.box.top - top).magnitude < 4 }) else { continue }
            opened.insert(role)
        }
        if !numbered, opened.contains(.recommendation), opened.count > 1 { return true }
        let beside: ColumnRole = columns.roles.contains(.date) ? .date : .owner
        return !opened.isDisjoint(with: [.action, .recommendation]) && opened.contains(beside)
    }

    /// Whether what stands between a gap and the next number tells whom recommendations are directed at, or opens with
    /// the banner of an edition: "Action Plan Update (December 2020)".
    private func beginsHeading(_ top: Double, until end: Double, _ cells: [[TextLine]]) -> Bool {
        if let action = columns.roles.firstIndex(of: .action),
            let line = cells[action].first(where: { ($0.box.top - top).magnitude < 4 }), OpenTable.endsInYear(line.text)
        {
            return true
        }
        guard let column = columns.roles.firstIndex(of: .recommendation) else { return false }
        let lines = cells.enumerated().flatMap { index, lines in
            lines.filter { $0.box.top > top - 3 && $0.box.top < end - 3 }.map { (index, $0.text) }
        }
        guard let last = lines.last, lines.allSatisfy({ $0.0 == column }) else { return false }
        return last.1.hasSuffix(":") || last.1.hasSuffix(" should")
    }

    private static func endsInYear(_ text: String) -> Bool {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return false }
        let words = text[text.index(after: open)...].dropLast().split(separator: " ")
        return words.count == 2 && words[1].count == 4 && words[1].allSatisfy(\.isNumber)
    }
}
