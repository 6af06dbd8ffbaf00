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
        shareYears()
        joinRanges()
        joinCompleted()
        joinOngoing()
        joinRecurring()
        castDoubts()
        dropWhatGivesWay()
    }

    // MARK: Several months without a year

    /// "Feb & Oct", where no year stands anywhere: the same months every year.
    private mutating func recurInMonths() {
        guard statements.count >= 2, statements.allSatisfy({ Self.bareMonth($0) != nil }),
            statements.dropFirst().allSatisfy({ $0.isTied(by: [.and, .comma]) }), statements[0].words.isEmpty,
            statements.dropFirst().contains(where: { $0.joints.contains(.and) }) || statements.count > 2
        else { return }
        var first = statements[0]
        first.kind = .recurring(
            .months(statements.compactMap(Self.bareMonth)), rule: "the same months every year", isSoft: false, from: nil)
        first.tokens = first.tokens.lowerBound..<statements[statements.count - 1].tokens.upperBound
        statements = [first]
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
                let year = next.knownYear, statements[index + 1].isTied(by: [.to, .and, .or, .comma, .slash, .bracket, .then])
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
            guard let term = statements[index].term else { continue }
            statements[index].kind = .date(dating.settled(term))
        }
    }

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
            if first.unit == .year, second.unit == .year, grammar.isAboutMoney, let a = first.knownYear, second.knownYear == a + 1 {
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

    // MARK: Completed

    /// "Completed March 2023", "March 2023 – complete", "was published December 2023".
    private mutating func joinCompleted() {
        var joined: [Statement] = []
        for var statement in statements {
            if let term = statement.term, let last = joined.last, case .completed = last.kind, last.doubt == nil,
                statement.isTied(by: [.to, .comma, .colon, .bracket]), [.none, .at].contains(term.lead)
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .date(term))
                joined.removeLast()
            } else if case .completed = statement.kind, let last = joined.last, let term = last.term, !statement.isFirst,
                statement.isTied(by: [.to, .comma, .colon, .bracket]), term.lead != .from
            {
                statement = Self.merged(last, statement, dating.isPast(term) ? .completedOn(term) : .completed)
                joined.removeLast()
            } else if let term = statement.term, isPastAction(statement, term), dating.isPast(term) {
                statement.kind = .completedOn(term)
            }
            joined.append(statement)
        }
        statements = joined
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
        if words.contains(where: Vocabulary.futureWords.contains) && !words.contains(where: { $0 == "has" || $0 == "have" }) {
            return words.contains("been") && !words.contains("not") && !words.contains("yet")
        }
        if words.contains("not") || words.contains("will") { return false }
        if let auxiliary = words.firstIndex(where: Self.auxiliaries.contains) {
            return words[auxiliary...].contains { Vocabulary.pastVerbs.contains($0) || $0.hasSuffix("ed") || $0 == "place" }
        }
        guard let verb = words.last(where: { !Self.light.contains($0) }), Vocabulary.pastVerbs.contains(verb) else { return false }
        if words.count <= 2, Vocabulary.labels.contains(verb), verb == "revised" || verb == "set" || verb == "agreed" { return false }
        return term.lead != .by || dating.asOf != nil
    }

    private static let auxiliaries: Set<String> = ["was", "were", "has", "have", "had"]
    private static let light: Set<String> = ["out", "-", ",", ":", "(", "on", "in", "up", "off", "live", "to", "–"]

    // MARK: Ongoing and recurring

    /// "Ongoing until March 2025" is due then; "April 2024 to present" starts, then goes on.
    private mutating func joinOngoing() {
        for index in statements.indices.dropFirst().reversed() {
            let statement = statements[index]
            if case .ongoing = statements[index - 1].kind, var term = statement.term, !statement.isFirst, !statement.hasProse,
                term.lead == .until || (statement.joints == [.to] && grammar.tokens[statement.words.upperBound - 1].text != "-")
            {
                term.lead = .until
                statements[index - 1] = Self.merged(statements[index - 1], statement, .date(term))
                statements.remove(at: index)
            } else if case .ongoing = statement.kind, var term = statements[index - 1].term, statement.isTied(by: [.to]),
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
            guard !statements[index].isFirst, let kind = Self.recurringFrom(statements[index - 1], statements[index]) ?? Self.recurringFrom(statements[index], statements[index - 1])
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
        for statement in statements {
            guard case .doubt(let why, isSoft: false) = statement.kind else { continue }
            for index in statements.indices where statements[index].clause == statement.clause && statements[index].isDated {
                statements[index].doubt = statements[index].doubt ?? why
            }
        }
    }

    private mutating func dropWhatGivesWay() {
        let dated = Set(statements.filter(\.isDated).map(\.clause))
        let counted = Set(statements.filter(\.isCounted).map(\.clause))
        let isOnlySoft = statements.allSatisfy(\.isSoftDoubt)
        for index in statements.indices {
            let statement = statements[index]
            let isBesideDate = dated.contains(statement.clause)
            switch statement.kind {
            case .doubt(_, let isSoft):
                statements[index].isSilent = isBesideDate || counted.contains(statement.clause) || (isSoft && !isOnlySoft)
            case .ongoing(isSoft: true), .recurring(_, _, isSoft: true, _):
                guard isBesideDate else { continue }
                statements[index].isSilent = true
                // an adjective belongs to the words beside the date: "Annual report by March 2025"
                if statements.indices.contains(index + 1), statements[index + 1].clause == statement.clause {
                    statements[index + 1].words = statement.words.lowerBound..<statements[index + 1].words.upperBound
                }
            case .relative(let relative): statements[index].isSilent = relative.period == nil && isBesideDate
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
        let clauseOpensWithDate =
            statements.first { $0.clause == statement.clause && $0.isDated }.map {
                Milestone.words($0.words, in: grammar) == nil
            } ?? true
        if !clauseOpensWithDate { return Milestone.words(statement.words, in: grammar) }
        let next = statements.indices.contains(index + 1) && statements[index + 1].clause == statement.clause
        let end = next ? statements[index + 1].tokens.lowerBound : clauseEnds[min(statement.clause, clauseEnds.count - 1)]
        guard statement.tokens.upperBound <= end else { return nil }
        return Milestone.words(statement.tokens.upperBound..<end, in: grammar)
    }
}
