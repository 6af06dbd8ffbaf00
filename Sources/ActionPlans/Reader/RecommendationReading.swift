// Reads one recommendation's rows: response, then for each edition owners, target-date statements and actions, and the
// pairing between them.

import CivilTime

/// One recommendation on its way from rows to a draft.
struct RecommendationReading {
    private(set) var editions: [RecommendationEdition] = []
    private(set) var problems: [ReadingProblem] = []
    private let rows: RecommendationRows
    private var response: Response?
    private var printed: String?
    /// For each edition, its bands and the numbers of each band's statements.
    private var bands: [[Band]] = []
    private var statements: [[Range<Int>]] = []
    private var days: [CivilDate?] = []

    init(_ rows: RecommendationRows, editions known: Editions) {
        self.rows = rows
        readResponse()
        for edition in known.drafts.map(\.id) {
            let own = rows.bands.filter { known.edition(of: $0) == edition }
            if own.isEmpty { continue }
            read(own, edition: edition, reader: PhraseReader(asOf: known.day(of: edition)))
        }
        if editions.isEmpty, let first = known.drafts.first {
            editions = [RecommendationEdition(edition: first.id, owners: [], targetDates: [], actions: [])]
            bands = [[]]
            statements = [[]]
            days = [nil]
        }
    }

    var draft: RecommendationDraft {
        RecommendationDraft(
            section: rows.section, number: rows.number, directedAt: rows.directedAt, text: rows.text,
            response: response,
            responseAsPrinted: printed, line: rows.line, editions: editions)
    }

    private mutating func readResponse() {
        for (text, line) in rows.responses {
            if let response, PrintedResponse(text)?.isExact != true, PrintedResponse.isSlip(text, of: response) {
                warn(
                    line,
                    "the response reads \"\(Prose.excerpt(text))\"; it was taken for a slip of \"\(response.words)\", printed "
                        + "above it. Check it against the document.")
                continue
            }
            guard let read = PrintedResponse(text) else {
                warn(
                    line,
                    "the response reads \"\(Prose.excerpt(text))\", which is no response that is known. "
                        + "Expected agreed, partly agreed, not agreed, accepted, partially accepted or noted.")
                continue
            }
            if !read.isExact {
                warn(
                    line,
                    "the response reads \"\(Prose.excerpt(text))\"; it was taken for "
                        + "\"\((response ?? read.response).words)\". Check it against the document.")
            } else if let response, response != read.response {
                warn(
                    line,
                    "two responses are printed, \"\(response.words)\" and \"\(read.response.words)\"; the first "
                        + "was kept. Check which one stands.")
            }
            if response == nil {
                response = read.response
                printed = text
            }
        }
    }

    private mutating func read(_ own: [Band], edition: String, reader: PhraseReader) {
        var owners: [String] = []
        var seen: Set<String> = []
        var dates: [TargetStatement] = []
        var ranges: [Range<Int>] = []
        for band in own {
            for name in band.owners.map(OwnerCell.name) where !name.isEmpty && seen.insert(Prose.folded(name)).inserted
            {
                owners.append(name)
            }
            let first = dates.count
            for phrase in band.dates {
                let readings = RecommendationReading.readings(of: phrase, reader)
                dates.append(
                    TargetStatement(
                        n: dates.count + 1, line: phrase.line, phrase: phrase.text, owners: phrase.owners,
                        readings: readings))
                doubt(phrase, readings, reader)
            }
            ranges.append(first..<dates.count)
        }
        editions.append(RecommendationEdition(edition: edition, owners: owners, targetDates: dates, actions: []))
        bands.append(own)
        days.append(reader.asOf)
        statements.append(ranges)
    }

    private static func readings(of phrase: DatePhrase, _ reader: PhraseReader) -> [Reading] {
        guard let inForce = phrase.inForce else { return reader.readings(of: phrase.text) }
        return reader.readings(of: inForce).map { $0.ruled(Sentence.revision) }
    }

    private mutating func doubt(_ phrase: DatePhrase, _ readings: [Reading], _ reader: PhraseReader) {
        let named = "target date \"\(Prose.excerpt(phrase.text))\""
        if let unclear = readings.first(where: { $0.kind == .unclear }) {
            warn(phrase.line, "\(named) could not be read: \(unclear.why ?? "unclear"). Settle what day is meant.")
            return
        }
        if let contradiction = RecommendationReading.contradiction(of: phrase, readings, reader) {
            warn(phrase.line, "\(named): \(contradiction)")
            return
        }
        for doubt in reader.problems(of: readings) {
            warn(phrase.line, "\(named): \(doubt). Check it, and ask its owner what stands.")
        }
    }

    /// What the cells beside a date say against it: a start after its end, a status that it is done.
    private static func contradiction(of phrase: DatePhrase, _ readings: [Reading], _ reader: PhraseReader) -> String? {
        guard let due = readings.last(where: { $0.due != nil })?.due else { return nil }
        if let start = phrase.start, let from = reader.readings(of: start).first?.from, from > due {
            return "it is due before its start, \"\(Prose.excerpt(start))\". Check which of the two stands."
        }
        if let status = phrase.status, Prose.list(status).count <= 6,
            reader.readings(of: status).contains(where: { $0.kind == .completed })
        {
            return "its status reads \"\(Prose.excerpt(status))\". The date is kept; answer it as done if it is."
        }
        return nil
    }

    /// The same with its actions told apart and joined to their statements.
    func paired(with vocabulary: PlanVocabulary) -> RecommendationReading {
        var reading = self
        reading.pair(with: vocabulary)
        return reading
    }

    private mutating func pair(with vocabulary: PlanVocabulary) {
        for index in editions.indices {
            var pairing = EditionPairing(
                bands: bands[index], ranges: statements[index], statements: editions[index].targetDates,
                vocabulary: vocabulary)
            pairing.pair()
            editions[index].targetDates = pairing.statements
            editions[index].actions = pairing.actions
            for doubt in pairing.doubts { warn(doubt.line, doubt.message) }
            doubtTexts(of: editions[index], asOf: days[index])
        }
    }

    /// Puts on the worklist each action whose text sets another date than its cell.
    private mutating func doubtTexts(of edition: RecommendationEdition, asOf: CivilDate?) {
        if edition.targetDates.isEmpty { return doubtPromises(of: edition, asOf: asOf) }
        for action in edition.actions where !action.targetDates.isEmpty {
            let own = action.targetDates.map { edition.targetDates[$0.n - 1] }
            guard
                let said = TextContradiction.found(in: action.text, against: own.flatMap(\.readings), asOf: asOf)
            else { continue }
            let printed = own.map { "\"\(Prose.excerpt($0.phrase))\"" }.joined(separator: ", ")
            warn(
                own[0].line,
                "target date \(printed) stands beside an action whose text says \"\(Prose.excerpt(said))\" "
                    + "(\"\(Prose.excerpt(action.text))\"). The target date is kept; settle which of the two stands.")
        }
    }

    /// A date that only the text of an action sets is no printed target date; whether it is meant, a person says.
    private mutating func doubtPromises(of edition: RecommendationEdition, asOf: CivilDate?) {
        for action in edition.actions {
            guard let said = TextContradiction.promises(in: action.text, asOf: asOf).first?.phrase else { continue }
            warn(
                rows.line,
                "no target date is printed, but its text says \"\(Prose.excerpt(said))\" "
                    + "(\"\(Prose.excerpt(action.text))\"). Say whether that is its target date.")
        }
    }

    private mutating func warn(_ line: Int?, _ message: String) {
        problems.append(ReadingProblem(severity: .warning, line: line, where: rows.place, message: message))
    }
}
