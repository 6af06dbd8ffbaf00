// Productions for quarters and halves, of a calendar year or of a financial one.

extension Grammar {
    mutating func quarterOrHalf(_ term: inout DateTerm) -> Bool {
        if attempt({ $0.yearByOneNumber() ? true : nil }) != nil {
            term.doubt = Self.oneYear
            return true
        }
        // "2024/25 Q3", "FY24/25 Q3", "2024 Q3"
        var isFinancial = false
        var year: Int?
        if let start = attempt({ $0.markedFinancialYear() ?? $0.financialNumbers(isMarked: true) }), isQuarterAhead {
            (year, isFinancial) = (start, true)
        } else if let number = number(), isYear(number), isQuarterAhead(1) {
            place += 1
            year = number
        }
        if year != nil { _ = take(",") || take("-") }
        guard let (number, isHalf) = quarterNumber() else { return false }
        if year == nil, let (start, isMarked) = attempt({ $0.yearOfQuarter() }) {
            (year, isFinancial) = (start, isMarked)
        }
        if year == nil, let steps = attempt({ $0.determinedFinancialYear() }) {
            (isFinancial, term.year) = (true, steps)
            if let named = token(), named.kind == .number, [2, 4].contains(named.digits) {
                place += 1
                term.doubt = Self.oneYear
            }
        } else {
            term.year = year.map(DateTerm.Year.known) ?? .missing
        }
        term.unit = isHalf ? .half(number, isFinancial: isFinancial) : .quarter(number, isFinancial: isFinancial)
        if term.year == .missing, let relative = yearInWords() { term.year = relative }
        if term.year == .missing, !isFinancial {
            term.doubt = "a quarter without a year may belong to the calendar or the financial year"
        }
        return true
    }

    /// "FY24 Q2".
    private mutating func yearByOneNumber() -> Bool {
        guard takeFinancialMarker(), let token = token(), token.kind == .number, [2, 4].contains(token.digits) else {
            return false
        }
        place += 1
        _ = take("/") || take(",") || take("-")
        return quarterNumber() != nil
    }

    /// "of the next financial year", "FY": the financial year without its number.
    private mutating func determinedFinancialYear() -> DateTerm.Year? {
        _ = take("of")
        let year = determiner()
        return takeFinancialMarker() ? year ?? .missing : nil
    }

    /// The year after a quarter or half, and whether it is a financial one.
    private mutating func yearOfQuarter() -> (Int, Bool)? {
        _ = take("of") || take(",") || take("-") || take("(") || take(":")
        _ = take("the")
        defer { _ = take(")") }
        if let start = attempt({ $0.markedFinancialYear() ?? $0.financialNumbers(isMarked: true) }) {
            return (start, true)
        }
        _ = take("calendar", "year") || take("cy")
        return yearAfterUnit(isMonth: false).map { ($0, false) }
    }

    private var isQuarterAhead: Bool { isQuarterAhead(0) }

    private func isQuarterAhead(_ ahead: Int) -> Bool {
        var copy = self
        copy.place += ahead
        _ = copy.take(",") || copy.take("-")
        return copy.quarterNumber() != nil
    }

    private mutating func quarterNumber() -> (Int, isHalf: Bool)? {
        attempt { grammar in
            _ = grammar.take("the")
            if grammar.take("q") || grammar.take("quarter") || grammar.take("qtr") || grammar.take("qu") {
                _ = grammar.take(".")
                guard let number = grammar.number() ?? Vocabulary.numbers[grammar.text()], (1...4).contains(number)
                else { return nil }
                grammar.place += 1
                return (number, false)
            }
            if grammar.text() == "h", grammar.isGlued(1), let number = grammar.number(1), (1...2).contains(number) {
                grammar.place += 2
                return (number, true)
            }
            if let number = grammar.number(), (1...4).contains(number),
                grammar.text(1) == "q" || grammar.text(1) == "h",
                grammar.isGlued(1)
            {
                grammar.place += 2
                return (number, grammar.tokens[grammar.place - 1].text == "h")
            }
            if grammar.take("half", "year") || grammar.take("half", "-", "year") { return (1, true) }
            let ordinal = grammar.token()?.isOrdinal == true ? grammar.number() : Vocabulary.ordinals[grammar.text()]
            guard let ordinal else { return nil }
            grammar.place += 1
            if grammar.take("quarter") || grammar.take("qtr") {
                return (1...4).contains(ordinal) ? (ordinal, false) : nil
            }
            // "second half of June" is no half of a year
            if grammar.take("half") { return Vocabulary.months[grammar.text(1)] == nil ? (min(ordinal, 2), true) : nil }
            return nil
        }
    }

    /// "Q3/4 2024/25": the second quarter stands without its letter.
    mutating func quarterPair(_ term: DateTerm) -> [Element.Kind]? {
        guard let (first, isHalf) = quarterNumber(), !isHalf, text() == "/" || text() == "-" || text() == "&",
            isGlued(0), isGlued(1),
            let second = number(1), (1...4).contains(second), token(1)?.digits == 1
        else { return nil }
        place += 2
        guard let (year, isFinancial) = attempt({ $0.yearOfQuarter() }) else { return nil }
        var (opening, closing) = (term, DateTerm())
        (opening.unit, opening.year) = (.quarter(first, isFinancial: isFinancial), .known(year))
        (closing.unit, closing.year) = (.quarter(second, isFinancial: isFinancial), .known(year))
        return [.date(opening), .joint(.slash), .date(closing)]
    }
}
