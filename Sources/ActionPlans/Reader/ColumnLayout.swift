// Which column of a table plays which part. A page may print fewer columns than the heading row has (empty ones at the
// left are lost); the narrower rows are then laid under the heading where their contents fit best.

/// The roles of a table's columns, from its heading row.
package struct ColumnLayout: Hashable {
    /// The role of each column, nil for one that is not read.
    package let roles: [ColumnRole?]

    /// The layout that a row of headings announces, or nil for any other row. A sparse one names neither owners nor
    /// dates in columns of their own; it is looked for only in documents that hold no fuller one.
    package init?(headings row: CellTable.Row) { self.init(headings: row, sparse: false) }

    init?(headings row: CellTable.Row, sparse: Bool) {
        if row.cells.contains(where: { ColumnLayout.isLong($0.text) }) { return nil }
        let texts = row.cells.map { Markup.plain($0.text) }
        let filled = texts.filter { !$0.isEmpty }
        let least = sparse ? 2 : 3
        // Asked before the roles, which take far longer: nearly every row of a long plan ends at its date.
        guard filled.count >= least, !filled.contains(where: ColumnLayout.isDate),
            filled.allSatisfy(ColumnLayout.couldHead)
        else { return nil }
        var roles = texts.map(ColumnRole.init(heading:))
        ColumnLayout.settle(&roles, texts)
        guard roles.count(where: { $0 != nil }) >= least else { return nil }
        let passedBy = filled.count(where: ColumnRole.isPassedBy)
        guard roles.count(where: { $0 != nil }) * 2 > filled.count - passedBy else { return nil }
        let named = Set(roles.compactMap(\.self))
        let does = named.contains(.recommendation) || named.contains(.action)
        let answers = !named.isDisjoint(with: [.date, .owner, .ownerAndDate, .revisedDate])
        let isSparse = named.contains(.recommendation) && named.contains(.action) || named.contains(.number)
        guard named.count >= least, does, answers || (sparse && isSparse) else { return nil }
        self.roles = roles
    }

    /// Decides between columns that could play one part.
    private static func settle(_ roles: inout [ColumnRole?], _ texts: [String]) {
        if !roles.contains(.recommendation) {
            let places = roles.indices.filter {
                roles[$0] == nil && ColumnRole.couldBeRecommendation(heading: texts[$0])
            }
            if let place = places.first { roles[place] = .recommendation }
        }
        // "Response" alone heads the column of actions where no other column does.
        if !roles.contains(.action), let response = roles.firstIndex(of: .response), roles.contains(.recommendation) {
            roles[response] = .action
        }
        // A revised date without an original is the date; a start without an end is no date to chase.
        if !roles.contains(.date), !roles.contains(.ownerAndDate), let place = roles.firstIndex(of: .revisedDate) {
            roles[place] = .date
        }
        if roles.count(where: { $0 == .date }) > 1 {
            for place in roles.indices where roles[place] == .date && ColumnRole.tellsOfEnd(heading: texts[place]) {
                roles[place] = .completedOn
            }
        }
        for role in ColumnRole.allCases {
            let places = roles.indices.filter { roles[$0] == role }
            guard places.count > 1 else { continue }
            let plain = places.filter { ColumnRole.isPlain(role, heading: texts[$0]) }
            if [.date, .owner].contains(role) {
                // Two owners or two dates are both meant, unless some say of themselves that they are no target.
                for other in places where !plain.isEmpty && !plain.contains(other) { roles[other] = nil }
            } else {
                let kept = plain.first ?? places[0]
                for extra in places where extra != kept { roles[extra] = nil }
            }
        }
    }

    /// Whether a cell holds more words than any heading, told without reading it: most rows end here.
    private static func isLong(_ text: String) -> Bool {
        if text.utf8.count > 2_000 { return true }
        var words = 0
        var isWord = false
        for byte in text.utf8 {
            if byte == 0x28 || byte == 0x3C || byte == 0x26 { return false }
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if !isBlank, !isWord { words += 1 }
            isWord = !isBlank
            if words > 16 { return true }
        }
        return false
    }

    private static func isDate(_ text: String) -> Bool {
        text.utf8.count <= 80 && text.utf8.contains { (0x30...0x39).contains($0) } && text.count <= 40
            && DateCell.looksLikeDate(text) && !ColumnRole.tellsHowFar(heading: text)
    }

    /// Whether a cell is short and says nothing that only a row of the plan itself says: a number, an edition.
    private static func couldHead(_ text: String) -> Bool {
        let words = text.utf8.prefix { $0 != 0x28 }.split(separator: 0x20)
        return words.count <= 12 && RecommendationNumber(cell: text) == nil
            && Banner.cut(text) == nil
            && Heading(text) == nil
    }

    var readsResponseColumn: Bool { roles.contains(.response) }
    var readsNumberColumn: Bool { roles.contains(.number) }
    var readsRecommendationColumn: Bool { roles.contains(.recommendation) }
    var readsDateColumn: Bool { roles.contains(.date) || roles.contains(.ownerAndDate) }
    /// Whether a date has more beside it than its own column: when it was revised, when work began, how far it is.
    var readsOtherDates: Bool {
        roles.contains(.revisedDate) || roles.contains(.startDate) || roles.contains(.status)
            || roles.contains(.completedOn)
    }
    var readsOwnerColumn: Bool { roles.contains(.owner) || roles.contains(.ownerAndDate) }

    /// The roles of each column of `table`, whose rows may be narrower than the headings.
    func fitted(to table: CellTable) -> [Int: [ColumnRole?]] {
        var fitted: [Int: [ColumnRole?]] = [:]
        for width in Set(table.rows.map(\.cells.count)) {
            let rows = table.rows.filter { $0.cells.count == width }
            fitted[width] = width >= roles.count ? roles : bestWindow(of: width, for: rows)
        }
        return fitted
    }

    /// The run of `width` columns under which the cells fit best; the rightmost of equals.
    private func bestWindow(of width: Int, for rows: [CellTable.Row]) -> [ColumnRole?] {
        var best: (score: Int, roles: [ColumnRole?]) = (Int.min, [])
        for start in 0...(roles.count - width) {
            let window = Array(roles[start..<(start + width)])
            let score = rows.reduce(0) { sum, row in
                sum + zip(window, row.cells).reduce(0) { $0 + ColumnLayout.fit($1.1.text, under: $1.0) }
            }
            if score >= best.score { best = (score, window) }
        }
        return best.roles
    }

    private static func fit(_ cell: String, under role: ColumnRole?) -> Int {
        let text = Markup.plain(cell)
        guard !text.isEmpty else { return 0 }
        switch role {
        case .number: return RecommendationNumber(cell: text) == nil ? -3 : 3
        case .response: return PrintedResponse(text) == nil ? -1 : 3
        case .date, .revisedDate, .startDate, .completedOn: return DateCell.looksLikeDate(text) ? 3 : -2
        case .owner: return text.count > 160 || DateCell.looksLikeDate(text) ? -2 : 1
        case .action: return DateCell.looksLikeDate(text) ? -1 : (text.count > 120 ? 2 : 0)
        case .recommendation: return DateCell.looksLikeDate(text) ? -1 : 0
        case .section, .directedAt, .edition, .ownerAndDate, .status, nil: return 0
        }
    }
}
