// Walks the plan's rows from top to bottom and gathers them by recommendation: headings and list switches, numbers,
// cells that go on after a page break, banners in the middle of a cell. Makes nothing of owners, dates and actions yet.

/// The rows of a plan, gathered by recommendation.
struct RowGathering {
    private(set) var recommendations: [RecommendationRows] = []
    private(set) var problems: [ReadingProblem] = []
    private let style: OwnerStyle
    private let usesBanners: Bool
    private var section = Section.main
    private var directedAt: String?
    private var banner: Banner?
    /// The numbers that each list has used, and the place of the recommendation that first bore each.
    private var numbers: [Section: [String: Int]] = [:]
    /// Whether recommendations stand across the table, above the rows of their actions.
    private var isAcross = false
    /// The recommendation that rows without a number go on with: the last, unless a row came back to an earlier one.
    private var current = 0

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

    /// The first blocks of a new recommendation's actions that still belong to the one above: all that stands before
    /// the opening banner, or a paragraph that goes on in the middle of a sentence.
    private func leadingTail(of row: PlanRow) -> [Block] {
        guard !recommendations.isEmpty, let last = recommendations[current].bands.last else { return [] }
        let blocks = row.blocks(.action)
        if usesBanners, let first = blocks.firstIndex(where: { Banner.cut($0.text) != nil }) {
            return Array(blocks[..<first])
        }
        guard let first = blocks.first, first.text.first?.isLowercase == true, let text = last.blocks.last?.text,
            !Tail.endsSentence(text), !Piece.opensWithLabel(first.text)
        else { return [] }
        return [first]
    }

    private mutating func append(_ blocks: [Block], to recommendation: Int, row: PlanRow) {
        recommendations[recommendation].add(
            Band(
                line: row.line, page: row.page, banner: banner, blocks: blocks, owners: [], dates: [],
                isPure: isPure(row, recommendation)),
            style: style)
    }

    /// Whether the cell holds actions only: the response has a column of its own, or this plan gives none.
    private func isPure(_ row: PlanRow, _ recommendation: Int) -> Bool {
        row.layout.readsResponseColumn || recommendations[recommendation].responses.isEmpty
    }

    private mutating func readResponse(of row: PlanRow) {
        let text = row.plain(.response)
        if !text.isEmpty { recommendations[current].responses.append((text, row.line)) }
    }

    /// Cuts a row's actions at their banners and gives the row's owners and dates to the part they stand beside.
    private mutating func readBands(of row: PlanRow, leading: Int?) {
        if let edition = Banner(edition: row.plain(.edition)) { banner = edition }
        var blocks = Array(row.blocks(.action).dropFirst(leading ?? 0))
        takeResponse(from: &blocks, row: row)
        let parts = cut(blocks)
        let owners = OwnerCell.paragraphs(row.blocks(.owner))
        let dates = dates(of: row)
        let full = parts.indices.filter { !parts[$0].blocks.isEmpty }
        let beside = full.last ?? parts.indices.first ?? 0
        for (place, part) in parts.enumerated() {
            banner = part.banner
            let band = Band(
                line: row.line, page: row.page, banner: part.banner, blocks: part.blocks,
                owners: place == beside ? owners : [], dates: place == beside ? dates : [],
                isPure: isPure(row, current), ownersAreJoint: row.hasSeveralOwners)
            recommendations[current].add(band.withInTextDates(row.layout), style: style)
        }
    }

    /// The statements that a row prints in its columns of dates.
    private mutating func dates(of row: PlanRow) -> [DatePhrase] {
        let original = DateCell.phrases(row.blocks(.date))
        if !row.layout.readsOtherDates { return original }
        let (joined, isMatched) = RevisedDate.joined(
            original: original, revised: DateCell.phrases(row.blocks(.revisedDate)))
        if !isMatched {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: row.line, where: recommendations[current].place,
                    message:
                        "\(original.count) target dates stand beside \(joined.count - original.count) revised ones, and "
                        + "the document does not say which takes the place of which. All are kept; settle which stand.")
            )
        }
        let starts = DateCell.phrases(row.blocks(.startDate))
        let ended = row.plain(.completedOn)
        let status = DateCell.looksLikeDate(ended) ? "Completed \(ended)" : row.plain(.status)
        return joined.enumerated().map { place, phrase in
            var phrase = phrase
            if starts.count == joined.count { phrase.start = starts[place].text }
            if !status.isEmpty { phrase.status = status }
            return phrase
        }
    }

    private func cut(_ blocks: [Block]) -> [(banner: Banner?, blocks: [Block])] {
        var parts: [(banner: Banner?, blocks: [Block])] = [(banner, [])]
        for block in blocks {
            var rest = block
            while let (before, found, after) = Banner.cut(rest.text) {
                rest.text = before
                if !before.isEmpty { parts[parts.count - 1].blocks.append(rest) }
                parts.append((found, []))
                rest.text = after
                rest.kind = .paragraph
            }
            if !rest.text.isEmpty { parts[parts.count - 1].blocks.append(rest) }
        }
        if parts.count > 1, parts[0].blocks.isEmpty { parts.removeFirst() }
        return parts
    }

    /// In a plan without a column of responses, the first words of the actions are the response.
    private mutating func takeResponse(from blocks: inout [Block], row: PlanRow) {
        guard !row.layout.readsResponseColumn, recommendations[current].responses.isEmpty, let first = blocks.first,
            let (_, printed, rest) = PrintedResponse.opening(first.text)
        else { return }
        recommendations[current].responses.append((printed, row.line))
        if rest.isEmpty { blocks.removeFirst() } else { blocks[0].text = rest }
    }
}
