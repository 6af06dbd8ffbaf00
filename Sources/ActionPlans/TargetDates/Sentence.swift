// The grammar of target dates, second half: what the statements of a phrase mean beside one another. A range is two
// dates with "to" between; "completed" takes a date that follows it; a doubt clings to the date of its clause.

import CivilTime

struct Sentence {
    let grammar: Grammar
    let dating: Dating
    var statements: [Statement]
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
        dropRevised()
        joinCompleted()
        joinOngoing()
        joinRecurring()
        castDoubts()
        dropWhatGivesWay()
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
            plain = recurring(recurrence, rule: rule, from: start)
        case .relative(let relative): plain = dating.reading(of: relative)
        case .doubt(let why, _): plain = .unclear(why)
        case .nothing: plain = Reading(kind: .none, rule: "the words say that there is no target date")
        }
        let told = statement.isRevision ? plain.ruled(Self.revision) : plain
        let doubted = statement.doubt.map(told.doubted) ?? told
        return statement.isDated ? doubted.beside(milestone(at: index)) : doubted
    }

    /// What recurs; a start that cannot be a day is not dropped in silence.
    private func recurring(_ recurrence: Recurrence, rule: String, from start: DateTerm?) -> Reading {
        do throws(ImpossibleDate) {
            let from = try start.map { term throws(ImpossibleDate) in try dating.period(term) }?.from
            return Reading(kind: .recurring, from: from, rule: rule, recurrence: recurrence)
        } catch {
            return Reading(kind: .recurring, rule: rule, recurrence: recurrence).doubted(error.why)
        }
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
