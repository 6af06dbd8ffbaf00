// Walks the plan's rows from top to bottom and gathers them by recommendation: headings and list switches, numbers,
// cells that go on after a page break, banners in the middle of a cell. Makes nothing of owners, dates and actions yet.

/// The rows of a plan, gathered by recommendation.
struct RowGathering {
    var recommendations: [RecommendationRows] = []
    var problems: [ReadingProblem] = []
    let style: OwnerStyle
    let usesBanners: Bool
    private var section = Section.main
    private var directedAt: String?
    var banner: Banner?
    /// The numbers that each list has used, and the place of the recommendation that first bore each.
    private var numbers: [Section: [String: Int]] = [:]
    /// Whether recommendations stand across the table, above the rows of their actions.
    private var isAcross = false
    /// The recommendation that rows without a number go on with: the last, unless a row came back to an earlier one.
    var current = 0

    init(_ rows: PlanRows) {
        style = OwnerStyle(cells: rows.rows.map { OwnerCell.paragraphs($0.blocks(.owner)) })
        usesBanners = rows.rows.contains { $0.blocks(.action).contains { Banner.cut($0.text) != nil } }
        for entry in rows.entries {
            switch entry {
            case .heading(let section, _): begin(section)
            case .row(let row): read(row)
            }
        }
    }

    private mutating func read(_ row: PlanRow) {
        if let heading = RowGathering.heading(of: row) {
            switch heading {
            case .directedAt(let body): directedAt = body
            case .section(let section): begin(section)
            }
            return
        }
        readPlace(of: row)
        var texts = row.blocks(.recommendation).map(\.text)
        if RowGathering.isTheme(row, after: recommendations.last) { return }
        if !row.layout.readsRecommendationColumn { texts = row.blocks(.action).map(\.text) }
        if let number = acrossNumber(of: row, texts: &texts) {
            isAcross = true
            if let known = repeated(number, texts) { current = known } else { begin(number, row: row, texts: texts) }
            return
        }
        let opened = openedNumber(of: row, texts: &texts)
        if let number = opened, let known = repeated(number, texts) {
            if current != known { banner = nil }
            current = known
            readResponse(of: row)
            readBands(of: row, leading: nil)
        } else if let number = opened {
            begin(number, row: row, texts: texts)
        } else if recommendations.isEmpty {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: row.line, where: "the table",
                    message: "\"\(Prose.excerpt(RowGathering.words(of: row)))\" stands above the first recommendation "
                        + "and was not read. Give its row the number of the recommendation it belongs to."))
            return
        } else {
            if row.layout.readsRecommendationColumn {
                for text in texts { recommendations[current].append(text: text) }
            }
            readResponse(of: row)
            readBands(of: row, leading: nil)
        }
    }

    /// A line across the table that only names a theme ("Priority 2: Housing", "Must do actions").
    private static func isTheme(_ row: PlanRow, after last: RecommendationRows?) -> Bool {
        guard row.filled.count == 1, let only = row.filled.first else { return false }
        let text = row.plain(only)
        if RecommendationNumber.named(text) != nil { return false }
        let words = Prose.list(text)
        switch only {
        case .number: return words.count >= 2 && RecommendationNumber(cell: text, digits: 6) == nil
        case .recommendation:
            // A tail of the text above goes on with it; a theme is short, ends open and follows a whole sentence.
            guard let last, text.first?.isUppercase == true, words.count <= 10, row.layout.readsNumberColumn else {
                return false
            }
            return !Tail.endsSentence(text) && last.text.hasSuffix(".") && !last.bands.isEmpty
        default: return false
        }
    }

    /// The number of a recommendation that is printed across the table, above the rows of its actions:
    /// "Recommendation 4: The council should ...".
    private func acrossNumber(of row: PlanRow, texts: inout [String]) -> RecommendationNumber? {
        guard row.filled.count == 1, let only = row.filled.first, only != .owner, only != .date,
            let (number, rest) = RecommendationNumber.named(row.plain(only))
        else { return nil }
        texts = rest.isEmpty ? [] : [rest]
        return number
    }

    private mutating func begin(_ section: Section) {
        self.section = section
        directedAt = nil
    }

    /// The list and the body that a row names in columns of their own.
    private mutating func readPlace(of row: PlanRow) {
        let list = Prose.list(row.plain(.section))
        if !list.isEmpty {
            let named: Section = list.contains("additional") || list.contains("further") ? .additional : .main
            if named != section { begin(named) }
        }
        let body = row.plain(.directedAt)
        if !body.isEmpty {
            if case .directedAt(let named)? = Heading(body) { directedAt = named } else { directedAt = body }
        }
    }

    /// A row with one cell filled, outside the columns of actions, owners and dates, that reads like a heading.
    private static func heading(of row: PlanRow) -> Heading? {
        let filled = row.filled.subtracting([.section, .directedAt, .edition])
        guard filled.count == 1, let only = filled.first, ![.action, .owner, .date].contains(only) else { return nil }
        return Heading(row.plain(only))
    }

    private static func words(of row: PlanRow) -> String {
        ColumnRole.allCases.map { row.plain($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The number that a row begins with: in its own column, else before the text of the recommendation.
    private mutating func openedNumber(of row: PlanRow, texts: inout [String]) -> RecommendationNumber? {
        let cell = row.plain(.number)
        if let number = RecommendationNumber(cell: cell, digits: 6) { return number }
        if !cell.isEmpty {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: row.line,
                    where: recommendations.isEmpty ? "the table" : recommendations[current].place,
                    message:
                        "\"\(Prose.excerpt(cell))\" stands where a recommendation's number is expected; its row was "
                        + "read as going on with the row above. Write a number such as 7 or 4a if it begins one."))
        }
        guard !row.layout.readsNumberColumn, let first = texts.first else { return nil }
        if let (number, rest) = RecommendationNumber.opening(first) {
            texts[0] = rest
            return number
        }
        if texts.count > 1, let (number, rest) = RecommendationNumber.named(first), rest.isEmpty {
            texts.removeFirst()
            return number
        }
        if !recommendations.isEmpty, RowGathering.same(texts, as: recommendations[current].text) {
            return RecommendationNumber(cell: recommendations[current].number, digits: 6)
        }
        if !row.layout.readsRecommendationColumn, !recommendations.isEmpty,
            isAcross || row.filled.isDisjoint(with: [.owner, .date])
        {
            return nil
        }
        let goesOn = recommendations.last.map { Tail.goesOn($0.text, in: first, standsAlone: false) } ?? false
        if goesOn { return nil }
        return RecommendationNumber(cell: String((numbers[section]?.count ?? 0) + 1), digits: 6)
    }

    /// The recommendation whose number is only printed again, as on the head of a page, or in each row of a sheet; nil
    /// for a new one.
    private func repeated(_ number: RecommendationNumber, _ texts: [String]) -> Int? {
        guard let known = numbers[section]?[number.text] else { return nil }
        let text = Prose.folded(texts.joined(separator: " "))
        if known == current, text.isEmpty || Prose.folded(recommendations[known].text).hasSuffix(text) { return known }
        return !text.isEmpty && Prose.folded(recommendations[known].text) == text ? known : nil
    }

    private static func same(_ texts: [String], as text: String) -> Bool {
        !texts.isEmpty && Prose.folded(texts.joined(separator: " ")) == Prose.folded(text)
    }

    private mutating func begin(_ number: RecommendationNumber, row: PlanRow, texts: [String]) {
        var texts = texts
        if texts.count > 1, case .directedAt(let body)? = Heading(texts[0]), texts[0].hasSuffix(":") {
            directedAt = body
            texts.removeFirst()
        }
        if numbers[section]?[number.text] != nil {
            problems.append(
                ReadingProblem(
                    severity: .error, line: row.line, where: "recommendation \(number.text)",
                    message:
                        "number \(number.text) stands twice in one list. Give one of them another number, or a row "
                        + "\"Additional recommendations:\" above the second list."))
        }
        let leading = leadingTail(of: row)
        if !leading.isEmpty { append(leading, to: current, row: row) }
        current = recommendations.count
        if numbers[section]?[number.text] == nil { numbers[section, default: [:]][number.text] = current }
        banner = nil
        recommendations.append(
            RecommendationRows(
                section: section, number: number.text, directedAt: directedAt, line: row.line,
                text: texts.joined(separator: " ")))
        if isAcross && row.filled.count == 1 { return }
        readResponse(of: row)
        readBands(of: row, leading: leading.count)
    }
}
