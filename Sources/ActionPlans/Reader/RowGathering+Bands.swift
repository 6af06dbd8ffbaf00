// The bands of a row: its actions, cut at the banners of editions, with the owners, dates and response beside them.

extension RowGathering {
    /// The first blocks of a new recommendation's actions that still belong to the one above: all that stands before
    /// the opening banner, or a paragraph that goes on in the middle of a sentence.
    func leadingTail(of row: PlanRow) -> [Block] {
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

    mutating func append(_ blocks: [Block], to recommendation: Int, row: PlanRow) {
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

    mutating func readResponse(of row: PlanRow) {
        let text = row.plain(.response)
        if !text.isEmpty { recommendations[current].responses.append((text, row.line)) }
    }

    /// Cuts a row's actions at their banners and gives the row's owners and dates to the part they stand beside.
    mutating func readBands(of row: PlanRow, leading: Int?) {
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
