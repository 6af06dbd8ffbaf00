// Years that are printed once for several dates, and months of every year. It looks at dates alone, before they join.

import CivilTime

extension Sentence {
    // MARK: Several months without a year

    /// "Feb & Oct", where no year stands anywhere, and "31 March each year": the same months every year.
    mutating func recurInMonths() {
        // "August (annually) as part of the report"
        let rest = Array(statements.drop { !$0.isSoftDoubt })
        guard rest.allSatisfy(\.isSoftDoubt) else { return }
        var statements = statements.dropLast(rest.count)
        // "31 March each year from 2025"
        var start: DateTerm?
        if statements.count > 2, let last = statements.last?.term, last.lead == .from, last.knownYear != nil {
            start = last
            statements.removeLast()
        }
        let yearless = statements.filter { Self.yearlessMonth($0) != nil }
        let yearly = statements.filter(Self.isYearly)
        guard yearless.count + yearly.count == statements.count,
            statements.dropFirst().allSatisfy({ $0.isTied(by: [.and, .comma, .bracket, .to, .slash]) })
        else { return }
        if yearly.isEmpty {
            guard statements.count >= 2, statements.allSatisfy({ Self.bareMonth($0) != nil }),
                statements[0].words.isEmpty,
                statements.dropFirst().allSatisfy({
                    $0.isTied(by: statements.count > 2 ? [.and, .comma, .slash] : [.and, .comma]) && !$0.joints.isEmpty
                })
            else { return }
        } else if yearly.count != 1 || yearless.isEmpty {
            return
        }
        var first = statements[0]
        first.kind = .recurring(
            .months(yearless.compactMap(Self.yearlessMonth)), rule: "the same months every year", isSoft: false,
            from: start)
        first.tokens = first.tokens.lowerBound..<statements[statements.count - 1].tokens.upperBound
        self.statements = [first] + rest
    }

    private static func isYearly(_ statement: Statement) -> Bool {
        if case .recurring(.every("P1Y"), _, isSoft: false, _) = statement.kind { true } else { false }
    }

    /// The month of a month or a day without a year.
    private static func yearlessMonth(_ statement: Statement) -> Int? {
        guard let term = statement.term, term.year == .missing, [.none, .at, .by].contains(term.lead), !term.isOpen
        else { return nil }
        switch term.unit {
        case .month(let month), .day(let month, _): return term.fixed == nil && term.doubt == nil ? month : nil
        default: return nil
        }
    }

    private static func bareMonth(_ statement: Statement) -> Int? {
        guard let term = statement.term, case .month(let month) = term.unit, term.year == .missing, term.lead == .none,
            term.part == nil, !term.isOpen
        else { return nil }
        return month
    }

    // MARK: Years printed once

    /// "October to March 2025", "April and October 2021", "January 2024. March.": a year printed once serves its neighbours.
    mutating func shareYears() {
        giveBracketedYears()
        for index in statements.indices.reversed() where statements.indices.contains(index + 1) {
            guard let term = statements[index].term, term.year == .missing, let next = statements[index + 1].term,
                let year = next.knownYear, Self.order(next.unit) > 0,
                statements[index + 1].isTied(by: [.to, .and, .or, .comma, .slash, .bracket, .then])
            else { continue }
            setYear(index, Self.order(term.unit) > Self.order(next.unit) ? year - 1 : year, like: next)
        }
        for index in statements.indices.dropFirst() {
            guard let term = statements[index].term, term.year == .missing, let before = statements[index - 1].term,
                let year = before.knownYear, Self.order(term.unit) > 0
            else { continue }
            setYear(index, Self.order(term.unit) < Self.order(before.unit) ? year + 1 : year, like: before)
        }
        settlePairs()
        for index in statements.indices {
            guard var term = statements[index].term else { continue }
            if term.lead == .from, let word = statements[index].words.last,
                Self.changes.contains(grammar.tokens[word].text)
            {
                term.lead = .none
            }
            let isPast = isTimeOfCompletion(index, term) || hasStarted(index, term) || tellsOfPast(index, term)
            statements[index].kind = .date(isPast ? dating.settledBefore(term) : dating.settled(term))
        }
    }

    /// "Summer (June) 2024": a bare year behind a bracket is that of the date before it.
    private mutating func giveBracketedYears() {
        for index in statements.indices.dropLast().reversed() {
            let next = statements[index + 1]
            guard let term = statements[index].term, term.year == .missing, Self.order(term.unit) > 0,
                let bare = next.term, bare.unit == .year, bare.lead == .none, bare.part == nil,
                let year = bare.knownYear,
                next.joints.contains(.bracket), next.isTied(by: [.bracket])
            else { continue }
            setYear(index, year, like: bare)
            statements.remove(at: index + 1)
        }
    }

    /// "Completed in April", where the year is not printed: the last April, not the next.
    private func isTimeOfCompletion(_ index: Int, _ term: DateTerm) -> Bool {
        guard index > 0, term.year == .missing, [.none, .at].contains(term.lead),
            case .completed = statements[index - 1].kind,
            let last = statements[index - 1].tokens.last
        else { return false }
        return grammar.tokens[last].text != "complete" && statements[index].isTied(by: [.to, .comma, .colon, .bracket])
    }

    /// "Oct/Nov", "Nov – Jan": of two dates without a year the second is the next one, and the first stands before it.
    private mutating func settlePairs() {
        for index in statements.indices.dropLast() {
            let next = statements[index + 1]
            guard dating.asOf != nil, let term = statements[index].term, term.year == .missing, term.fixed == nil,
                Self.order(term.unit) > 0, let closing = next.term, closing.year == .missing, closing.fixed == nil,
                closing.doubt == nil, Self.order(closing.unit) > 0, next.isTied(by: [.slash, .or, .to]),
                !next.joints.isEmpty, !isTimeOfCompletion(index, term), let year = dating.settled(closing).knownYear
            else { continue }
            setYear(index + 1, year, like: closing)
            setYear(index, Self.order(term.unit) > Self.order(closing.unit) ? year - 1 : year, like: closing)
        }
    }

    /// "Started in April": so did it the last April.
    private func hasStarted(_ index: Int, _ term: DateTerm) -> Bool {
        term.lead == .from && term.year == .missing
            && statements[index].tokens.prefix(3).contains { Self.begun.contains(grammar.tokens[$0].text) }
    }

    private static let begun: Set<String> = ["started", "commenced", "began", "begun", "since"]

    /// "Launched in September", "was held in May": the last one, too.
    private func tellsOfPast(_ index: Int, _ term: DateTerm) -> Bool {
        guard term.year == .missing, term.lead == .at || term.lead == .none else { return false }
        let words = statements[index].words.map { grammar.tokens[$0].text }
        guard let first = words.first, !words.contains(where: Vocabulary.futureWords.contains) else { return false }
        return (Vocabulary.pastVerbs.contains(first) && term.lead == .at)
            || words.contains { ["was", "were", "has", "have"].contains($0) }
                && words.contains(where: Vocabulary.pastVerbs.contains)
    }

    /// "June 2024 (revised from March 2024)" starts nothing.
    static let changes: Set<String> = [
        "revised", "moved", "changed", "delayed", "extended", "slipped", "deferred", "rescheduled", "amended",
        "postponed", "pushed", "revision", "brought", "reprofiled", "rev",
    ]

    private mutating func setYear(_ index: Int, _ year: Int, like neighbour: DateTerm) {
        guard var term = statements[index].term, Self.order(term.unit) > 0 else { return }
        // "March 2025, then Q1": a month's year does not say whose quarter it is
        if term.doubt != nil, !Self.isPartOfYear(neighbour.unit) { return }
        if case .quarter(let number, _) = term.unit, case .quarter(let other, let isFinancial) = neighbour.unit {
            term.unit = .quarter(number, isFinancial: isFinancial)
            term.year = .known(isFinancial && number > other ? year + 1 : year)
            if isFinancial { term.year = .known(neighbour.knownYear ?? year) }
        } else if case .half(let number, _) = term.unit, case .half(_, let isFinancial) = neighbour.unit {
            term.unit = .half(number, isFinancial: isFinancial)
            term.year = .known(neighbour.knownYear ?? year)
        } else {
            term.year = .known(year)
        }
        term.doubt = nil
        statements[index].kind = .date(term)
    }

    private static func isPartOfYear(_ unit: CalendarUnit) -> Bool {
        switch unit {
        case .quarter, .half, .year, .financialYear: true
        default: false
        }
    }

    /// Where in a year a unit stands, in days; 0 for what is a year itself.
    private static func order(_ unit: CalendarUnit) -> Int {
        switch unit {
        case .day(let month, let day), .week(let month, let day, _): month * 40 + day
        case .month(let month): month * 40 + 39
        case .season(let season): (3 + 3 * season.rawValue) * 40 + 39
        case .quarter(let number, _): number * 120
        case .half(let number, _): number * 240
        case .term(let season): season == .spring ? 120 : season == .summer ? 280 : 480
        case .easter: 4 * 40
        case .year, .financialYear, .schoolYear, .decade: 0
        }
    }
}
