// The grammar of target dates, second half: what the statements of a phrase mean beside one another. A range is two
// dates with "to" between; "completed" takes a date that follows it; a doubt clings to the date of its clause.

import CivilTime

struct Sentence {
    private let grammar: Grammar
    private let dating: Dating
    private var statements: [Statement]
    private let clauseEnds: [Int]

    init(phrase: String, asOf: CivilDate?) {
        grammar = Grammar.elements(of: phrase, asOf: asOf)
        dating = Dating(asOf: asOf)
        statements = Statement.statements(of: grammar.elements)
        var ends: [Int] = []
        for element in grammar.elements {
            if case .stop = element.kind { ends.append(element.tokens.lowerBound) }
        }
        clauseEnds = ends + [grammar.tokens.count]
    }

    static func readings(of phrase: String, asOf: CivilDate?) -> [Reading] {
        var sentence = Sentence(phrase: phrase, asOf: asOf)
        sentence.combine()
        let readings = sentence.statements.indices.filter { !sentence.statements[$0].isSilent }.map(sentence.reading)
        if !readings.isEmpty { return readings }
        let says = sentence.grammar.tokens.contains { $0.kind != .mark || $0.text == "?" }
        return [
            says
                ? .unclear("no date is found in these words")
                : Reading(kind: .none, rule: "an empty cell has no target date")
        ]
    }

    private mutating func combine() {
        recurInMonths()
        dropVagueQuarters()
        shareYears()
        joinRanges()
        dropRestated()
        joinCompleted()
        joinOngoing()
        joinRecurring()
        castDoubts()
        dropWhatGivesWay()
    }

    // MARK: Several months without a year

    /// "Feb & Oct", where no year stands anywhere, and "31 March each year": the same months every year.
    private mutating func recurInMonths() {
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
            from: nil)
        first.tokens = first.tokens.lowerBound..<statements[statements.count - 1].tokens.upperBound
        statements = [first]
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
    private mutating func shareYears() {
        for index in statements.indices.reversed() where statements.indices.contains(index + 1) {
            guard let term = statements[index].term, term.year == .missing, let next = statements[index + 1].term,
                let year = next.knownYear,
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
        for index in statements.indices {
            guard var term = statements[index].term else { continue }
            if term.lead == .from, let word = statements[index].words.last,
                Self.changes.contains(grammar.tokens[word].text)
            {
                term.lead = .none
            }
            statements[index].kind = .date(dating.settled(term))
        }
    }

    /// "June 2024 (revised from March 2024)" starts nothing.
    private static let changes: Set<String> = [
        "revised", "moved", "changed", "delayed", "extended", "slipped", "deferred", "rescheduled",
    ]

    private mutating func setYear(_ index: Int, _ year: Int, like neighbour: DateTerm) {
        guard var term = statements[index].term, Self.order(term.unit) > 0 else { return }
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

    // MARK: Ranges

    private mutating func joinRanges() {
        var joined: [Statement] = []
        for statement in statements {
            guard let last = joined.last, let first = last.term, let second = statement.term, !first.isOpen,
                let kind = Self.pair(first, second, statement, isBetween: isBetween(last), grammar: grammar)
            else {
                joined.append(statement)
                continue
            }
            var range = last
            range.kind = kind
            range.tokens = last.tokens.lowerBound..<statement.tokens.upperBound
            joined[joined.count - 1] = range
        }
        statements = joined
    }

    private static func pair(
        _ first: DateTerm, _ second: DateTerm, _ statement: Statement, isBetween: Bool, grammar: Grammar
    ) -> Statement.Kind? {
        let isLedTo = second.lead == .until && statement.isTied(by: [.comma, .and])
        if statement.joints.contains(.to) && statement.isTied(by: [.to, .bracket]) || isLedTo
            || (isBetween && statement.isTied(by: [.and]))
        {
            if first.unit == .year, second.unit == .year, grammar.isAboutMoney, let a = first.knownYear,
                second.knownYear == a + 1
            {
                var year = first
                (year.unit, year.year) = (.financialYear, .known(a))
                return .date(year)
            }
            if first.lead == .until || first.lead == .before { return nil }
            return .range(first, second)
        }
        if statement.isTied(by: [.slash, .or]), !statement.joints.isEmpty { return .either(first, second) }
        return nil
    }

    private func isBetween(_ statement: Statement) -> Bool {
        !statement.words.isEmpty && grammar.tokens[statement.words.upperBound - 1].text == "between"
    }

    // MARK: Dates told twice

    /// "Q4 (January to March 2025)": the bracket says which quarter; "June 2024 (Q1)" and "2024 (Q3)": the date does.
    private mutating func dropVagueQuarters() {
        for index in statements.indices.dropLast().reversed() {
            let (outer, inner) = (statements[index], statements[index + 1])
            guard inner.joints.contains(.bracket), inner.isTied(by: [.bracket]), let first = outer.term,
                var second = inner.term
            else { continue }
            if first.knownYear != nil, second.doubt == nil, second.knownYear == nil {
                statements.remove(at: index + 1)
            } else if first.doubt != nil, second.knownYear != nil || statements.indices.contains(index + 2) {
                statements[index + 1].words = outer.words
                statements.remove(at: index)
            } else if second.doubt != nil, case .quarter(let number, _) = second.unit, let year = first.knownYear {
                guard first.unit == .year || first.unit == .financialYear else {
                    statements.remove(at: index + 1)
                    continue
                }
                (second.unit, second.year) = (.quarter(number, isFinancial: first.unit == .financialYear), .known(year))
                second.doubt = nil
                statements[index + 1].kind = .date(second)
            }
        }
    }

    /// "Q4 2024/25 (March 2025)": of a date and one in brackets within it, the closer counts.
    private mutating func dropRestated() {
        for index in statements.indices.dropLast().reversed() {
            let (outer, inner) = (statements[index], statements[index + 1])
            guard inner.joints.contains(.bracket), inner.isTied(by: [.bracket]), let wide = days(outer),
                let close = days(inner),
                wide.lowerBound <= close.lowerBound, close.upperBound <= wide.upperBound
            else { continue }
            statements[index + 1].words = outer.words
            statements.remove(at: index)
        }
    }

    private func days(_ statement: Statement) -> ClosedRange<CivilDate>? {
        let reading: Reading
        switch statement.kind {
        case .date(let term): reading = dating.reading(of: term)
        case .range(let first, let second): reading = dating.range(first, second)
        case .either(let first, let second): reading = dating.either(first, second)
        default: return nil
        }
        guard let from = reading.from, let due = reading.due, from <= due else { return nil }
        return from...due
    }

    // MARK: Completed

    /// "Completed March 2023", "March 2023 – complete", "was published December 2023".
    private mutating func joinCompleted() {
        var joined: [Statement] = []
        for var statement in statements {
            if let term = statement.term, let last = joined.last, case .completed = last.kind, last.doubt == nil,
                statement.isTied(by: [.to, .comma, .colon, .bracket]),
                [.none, .at].contains(term.lead)
                    || (term.lead == .from && grammar.tokens[statement.tokens.lowerBound].text == "as")
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .date(term))
                joined.removeLast()
            } else if case .completed = statement.kind, let last = joined.last, let term = last.term,
                !statement.isFirst,
                statement.isTied(by: [.to, .comma, .colon, .bracket]), term.lead != .from
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .completed)
                joined.removeLast()
            } else if let term = statement.term, dating.isPast(term),
                isPastAction(statement, term) || Self.follows(joined.last, statement)
            {
                statement.kind = .completedOn(term)
            }
            joined.append(statement)
        }
        statements = joined
    }

    /// "Delivered March 2023 and October 2023": one verb, two dates.
    private static func follows(_ last: Statement?, _ statement: Statement) -> Bool {
        guard let last, case .completedOn = last.kind, let term = statement.term, term.lead == .none || term.lead == .at
        else { return false }
        return statement.isTied(by: [.and, .comma]) && !statement.joints.isEmpty
    }

    private static func merged(_ first: Statement, _ second: Statement, _ kind: Statement.Kind) -> Statement {
        var merged = first
        merged.kind = kind
        merged.tokens = first.tokens.lowerBound..<second.tokens.upperBound
        return merged
    }

    /// Whether the words before a date tell of something done.
    private func isPastAction(_ statement: Statement, _ term: DateTerm) -> Bool {
        guard [.none, .at, .by].contains(term.lead), !term.isOpen else { return false }
        let words = statement.words.map { grammar.tokens[$0].text }
        if words.contains(where: Vocabulary.futureWords.contains)
            && !words.contains(where: { $0 == "has" || $0 == "have" })
        {
            return words.contains("been") && !words.contains("not") && !words.contains("yet")
        }
        if words.contains("not") || words.contains("will") { return false }
        if let auxiliary = words.firstIndex(where: Self.auxiliaries.contains) {
            return words[auxiliary...].contains {
                Vocabulary.pastVerbs.contains($0) || $0.hasSuffix("ed") || $0 == "place"
            }
        }
        guard let verb = words.last(where: { !Self.light.contains($0) }), Vocabulary.pastVerbs.contains(verb) else {
            return false
        }
        if words.count <= 2, Vocabulary.labels.contains(verb), verb == "revised" || verb == "set" || verb == "agreed" {
            return false
        }
        return term.lead != .by || dating.asOf != nil
    }

    private static let auxiliaries: Set<String> = ["was", "were", "has", "have", "had"]
    private static let light: Set<String> = ["out", "-", ",", ":", "(", "on", "in", "up", "off", "live", "to", "–"]

    // MARK: Ongoing and recurring

    /// "Ongoing until March 2025" is due then; "April 2024 to present" starts, then goes on.
    private mutating func joinOngoing() {
        for index in statements.indices.dropFirst().reversed() {
            let statement = statements[index]
            if case .ongoing = statements[index - 1].kind, var term = statement.term, !statement.isFirst,
                !statement.hasProse,
                term.lead == .until
                    || (statement.joints == [.to] && grammar.tokens[statement.words.upperBound - 1].text != "-")
            {
                term.lead = .until
                statements[index - 1] = Self.merged(statements[index - 1], statement, .date(term))
                statements.remove(at: index)
            } else if case .ongoing = statement.kind, var term = statements[index - 1].term,
                statement.isTied(by: [.to]),
                !statement.joints.isEmpty
            {
                term.lead = .from
                statements[index - 1].kind = .date(term)
            }
        }
    }

    /// "Quarterly from April 2024": the rhythm has a first day.
    private mutating func joinRecurring() {
        for index in statements.indices.dropFirst().reversed() {
            guard !statements[index].isFirst,
                let kind = Self.recurringFrom(statements[index - 1], statements[index])
                    ?? Self.recurringFrom(statements[index], statements[index - 1])
            else { continue }
            statements[index - 1] = Self.merged(statements[index - 1], statements[index], kind)
            statements.remove(at: index)
        }
    }

    private static func recurringFrom(_ rhythm: Statement, _ start: Statement) -> Statement.Kind? {
        guard case .recurring(let recurrence, let rule, _, nil) = rhythm.kind, let term = start.term,
            term.lead == .from || term.isOpen
        else { return nil }
        return .recurring(recurrence, rule: rule, isSoft: false, from: term)
    }

    // MARK: Doubts, and what gives way

    /// A doubt in the clause of a date makes the date doubtful and is not told twice.
    private mutating func castDoubts() {
        var reasons: [Int: String] = [:]
        for statement in statements {
            if case .doubt(let why, isSoft: false) = statement.kind, reasons[statement.clause] == nil {
                reasons[statement.clause] = why
            }
        }
        for index in statements.indices where statements[index].isDated {
            statements[index].doubt = reasons[statements[index].clause]
        }
    }

    private mutating func dropWhatGivesWay() {
        let dated = Set(statements.filter(\.isDated).map(\.clause))
        let counted = Set(statements.filter(\.isCounted).map(\.clause))
        let isOnlySoft = statements.allSatisfy(\.isSoftDoubt)
        let doubtful = Set(statements.filter(\.isDoubt).map(\.clause))
        for index in statements.indices {
            let statement = statements[index]
            let isBesideDate = dated.contains(statement.clause)
            switch statement.kind {
            case .doubt(_, let isSoft):
                statements[index].isSilent =
                    isBesideDate || counted.contains(statement.clause) || (isSoft && !isOnlySoft)
            case .ongoing(isSoft: true), .recurring(_, _, isSoft: true, _):
                guard isBesideDate else { continue }
                statements[index].isSilent = true
                // an adjective belongs to the words beside the date: "Annual report by March 2025"
                if statements.indices.contains(index + 1), statements[index + 1].clause == statement.clause {
                    statements[index + 1].words = statement.words.lowerBound..<statements[index + 1].words.upperBound
                }
            case .relative(let relative):
                let isVague = relative.period == nil && (isBesideDate || doubtful.contains(statement.clause))
                // "Within six months (June 2024)": the date says when
                let isTold =
                    relative.anchor == nil && statements.indices.contains(index + 1) && statements[index + 1].isDated
                    && statements[index + 1].isTied(by: [.bracket, .to]) && !statements[index + 1].joints.isEmpty
                statements[index].isSilent = isVague || isTold
            case .nothing: statements[index].isSilent = statements.count > 1
            default: break
            }
        }
    }

    // MARK: Readings

    private func reading(at index: Int) -> Reading {
        let statement = statements[index]
        let plain: Reading
        switch statement.kind {
        case .date(let term): plain = dating.reading(of: term)
        case .range(let first, let second): plain = dating.range(first, second)
        case .either(let first, let second): plain = dating.either(first, second)
        case .completed: plain = Reading(kind: .completed, rule: "the words say that it is done")
        case .completedOn(let term):
            plain = Reading(kind: .completed, rule: "a past verb with a past date is completed", on: dating.on(term))
        case .ongoing: plain = Reading(kind: .ongoing, rule: "the words say that it goes on")
        case .recurring(let recurrence, let rule, _, let start):
            let from = start.flatMap { try? dating.period($0).from }
            plain = Reading(kind: .recurring, from: from, rule: rule, recurrence: recurrence)
        case .relative(let relative): plain = dating.reading(of: relative)
        case .doubt(let why, _): plain = .unclear(why)
        case .nothing: plain = Reading(kind: .none, rule: "the words say that there is no target date")
        }
        let doubted = statement.doubt.map(plain.doubted) ?? plain
        return statement.isDated ? doubted.beside(milestone(at: index)) : doubted
    }

    /// The words beside a date: those before it, or, where its clause opens with the date, those after it.
    private func milestone(at index: Int) -> String? {
        let statement = statements[index]
        if let before = Milestone.words(statement.words, in: grammar), statement.isFirst || !belongsBefore(index) {
            return before
        }
        guard opensClause(index) || !statement.isFirst else { return nil }
        let next = index + 1
        if statements.indices.contains(next), statements[next].clause == statement.clause {
            return belongsBefore(next) ? Milestone.words(statements[next].words, in: grammar) : nil
        }
        let end = clauseEnds[min(statement.clause, clauseEnds.count - 1)]
        guard statement.tokens.upperBound <= end, opensClause(firstDate(of: statement.clause) ?? index) else {
            return nil
        }
        return Milestone.words(statement.tokens.upperBound..<end, in: grammar)
    }

    private func firstDate(of clause: Int) -> Int? {
        statements.firstIndex { $0.clause == clause && $0.isDated }
    }

    private func opensClause(_ index: Int) -> Bool { Milestone.words(statements[index].words, in: grammar) == nil }

    /// Whether the words between two dates speak of the first: its clause opens with a date, and no "and" or comma leads
    /// them on to the second.
    private func belongsBefore(_ index: Int) -> Bool {
        let statement = statements[index]
        guard let first = firstDate(of: statement.clause), first < index, opensClause(first),
            statements[index - 1].isDated,
            let lead = statement.words.first.map({ grammar.tokens[$0].text })
        else { return false }
        return !["and", "then", ",", "&", "to", "until"].contains(lead)
    }
}
