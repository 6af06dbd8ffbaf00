// Productions for years: of four digits and of two, financial years and school years, and years counted from the edition.

import CivilTime

extension Grammar {
    // MARK: After a month, a season or a quarter

    /// The year beside a unit: "2024", "of 2024", "-24", "'24", "24", and the start of "2024/25".
    mutating func yearAfterUnit(isMonth: Bool) -> Int? {
        attempt { grammar in
            let separator = grammar.text()
            let isSeparated = ["-", "/", "'", ",", ".", "("].contains(separator)
            if isSeparated { grammar.place += 1 }
            if !isSeparated { _ = grammar.take("of") || grammar.take("in") }
            _ = grammar.take("'")
            guard let number = grammar.number(), let token = grammar.token(), !token.isOrdinal else { return nil }
            if token.digits == 4, grammar.isYear(number) {
                grammar.place += 1
                if separator == "(" { _ = grammar.take(")") }
                return number
            }
            guard token.digits == 2, separator != ",", separator != "." || grammar.isGlued(0), separator != "(" else {
                return nil
            }
            let isMarked = isSeparated && grammar.isGlued(0) || grammar.tokens[grammar.place - 1].text == "'"
            guard isMarked || (number >= 10 && !Self.isNoun(grammar.token(1)) && grammar.token(1)?.text != "%") else {
                return nil
            }
            if !isMarked, Vocabulary.months[grammar.text(1)] != nil { return nil }
            if isMonth, !isMarked, let asOf = grammar.asOf, abs(2000 + number - asOf.year) > 12 { return nil }
            if !isMarked, isMonth, grammar.asOf == nil, number > 29 { return nil }
            grammar.place += 1
            return grammar.fullYear(number)
        }
    }

    /// "March 2024/25" is in the financial year 2024/25: March 2025.
    mutating func financial(_ year: Int, month: Int) -> Int {
        guard text() == "/" || text() == "-", isGlued(0), isGlued(1), number(1) == (year + 1) % 100,
            token(1)?.digits == 2,
            text(2) != "-", text(2) != "/"
        else { return year }
        place += 2
        return month >= 4 ? year : year + 1
    }

    /// "this year", "of next year".
    mutating func yearInWords() -> DateTerm.Year? {
        attempt { grammar in
            _ = grammar.take("of") || grammar.take("in") || grammar.take(",")
            if grammar.take("this", "year") || grammar.take("the", "current", "year") || grammar.take("current", "year")
            {
                return .relative(0)
            }
            if grammar.take("next", "year") || grammar.take("the", "following", "year") { return .relative(1) }
            if grammar.take("last", "year") { return .relative(-1) }
            return nil
        }
    }

    // MARK: Bare years

    /// "2025", where nothing says that it is part of a name.
    mutating func bareYear(_ term: inout DateTerm) -> Bool {
        let isLed = term.lead != .none || term.part != nil
        if term.part != nil { _ = take("year") }
        _ = take("calendar", "year") || take("calendar") || take("cy")
        guard let number = number(), isYear(number), let token = token(), !token.isOrdinal,
            isLed || isAtEdge || isAfterYear
        else { return false }
        if place > 0, ["£", "$", "€"].contains(tokens[place - 1].text) { return false }
        // "www.example.org/2024"
        if isGlued(0), place > 1, tokens[place - 1].text == "/", tokens[place - 2].kind == .word { return false }
        if !isLed, place > 1, tokens[place - 2].kind == .number, tokens[place - 1].text != "(",
            endsInProse(beforeLast: 1)
        {
            return false
        }
        place += 1
        // "2024/27" is no financial year, and nobody knows what else
        if text() == "/" || (text() == "-" && self.token(1)?.digits == 2), isGlued(0), isGlued(1),
            self.number(1) != nil
        {
            return false
        }
        if Self.isNoun(self.token()) || text() == "%" || (goesOnInProse && self.token()?.isCapital == true) {
            if !(take("calendar", "year")) { return false }
        }
        (term.unit, term.year) = (.year, .known(number))
        return true
    }

    /// "strategy 2024-2029": the years belong to a name.
    private func endsInProse(beforeLast count: Int) -> Bool {
        guard elements.count > count, case .prose = elements[elements.count - 1 - count].kind else { return false }
        return true
    }

    /// "calendar year 2025" was taken up to its number.
    private var isAfterYear: Bool { place > 0 && ["calendar", "cy"].contains(tokens[place - 1].text) }

    /// "2024-27", "2024 to 2027", and with money or the words, "2025 to 2026" as one financial year.
    mutating func yearSpan(_ term: DateTerm) -> [Element.Kind]? {
        guard let first = number(), isYear(first), token()?.digits == 4, text(1) == "-", isGlued(1), isGlued(2),
            let second = number(2), token(2)?.digits == 2, second > 12, second > (first + 1) % 100, text(3) != "-",
            text(3) != "/",
            isAtEdge || term.lead != .none
        else { return nil }
        place += 3
        guard !goesOnInProse else { return nil }
        var (opening, closing) = (term, DateTerm())
        (opening.unit, opening.year) = (.year, .known(first))
        (closing.unit, closing.year) = (.year, .known(first / 100 * 100 + second))
        return [.date(opening), .joint(.to), .date(closing)]
    }

    // MARK: Financial and school years

    static let oneYear = "a financial year named by one year may begin or end in it"

    mutating func financialYear(_ term: inout DateTerm) -> Bool {
        let determiner = determiner()
        if attempt({ $0.schoolYear(&term, determiner) ? true : nil }) != nil { return true }
        if take("fye") {
            _ = take(oneOf: ["of", "in", ":", ","])
            if let start = financialNumbers(isMarked: true) {
                (term.unit, term.year) = (.financialYear, .known(start))
                return true
            }
            _ = take("31", "march") || take("march")
            return endingYear(&term)
        }
        if takeFinancialMarker() {
            _ = take("end") || take("ending")
            _ = take(oneOf: ["of", "in", ":", ","])
            if take("31", "march") || take("march") { return endingYear(&term) }
            term.unit = .financialYear
            if let start = financialNumbers(isMarked: true) {
                term.year = .known(start)
            } else if number() != nil, tokens[place - 1].text == "end" || tokens[place - 1].text == "ending",
                let year = yearAfterUnit(isMonth: false)
            {
                term.year = .known(year - 1)
            } else if let year = number(), isYear(year) || (token()?.digits == 2) {
                place += 1
                term.doubt = Self.oneYear
            } else if let determiner {
                term.year = determiner
            } else if term.part == nil, term.lead == .none, tokens[place - 1].text != "end" {
                return false
            }
            return true
        }
        if term.part != nil, text() == "year" { place += 1 }  // "mid-year 2024/25"
        guard let start = financialNumbers(isMarked: false) else { return false }
        _ = takeFinancialMarker()
        if take("academic", "year") || take("school", "year") || take("academic") {
            (term.unit, term.year) = (.schoolYear, .known(start))
            return true
        }
        _ = take("year", "end") || take("year", "-", "end")
        (term.unit, term.year) = (.financialYear, .known(start))
        if let season = Vocabulary.seasons[text()] {  // "2024/25 Autumn term"
            place += 1
            let isTerm = take("term") || take("school", "term")
            term.unit = isTerm ? .term(season) : .season(season)
            term.year = .known(season == .autumn || season == .winter ? start : start + 1)
        } else if text() == "municipal" || isAfterMunicipalYear {
            term.doubt = "a municipal year runs from one May to the next"
        }
        return true
    }

    /// "Municipal year 2024/25", taken up to its numbers.
    private var isAfterMunicipalYear: Bool {
        guard place > 4 else { return false }
        return tokens[..<(place - 3)].suffix(3).contains { $0.text == "municipal" }
    }

    private mutating func endingYear(_ term: inout DateTerm) -> Bool {
        guard let year = yearAfterUnit(isMonth: true) else { return false }
        (term.unit, term.year) = (.financialYear, .known(year - 1))
        return true
    }

    private mutating func schoolYear(_ term: inout DateTerm, _ determiner: DateTerm.Year?) -> Bool {
        guard take("academic", "year") || take("school", "year") || take("ay") || take("academic") else { return false }
        _ = take("of") || take("end")
        term.unit = .schoolYear
        if let start = financialNumbers(isMarked: true) {
            term.year = .known(start)
            return true
        }
        if number() != nil {
            place += 1
            term.doubt = "a school year named by one year may begin or end in it"
            return true
        }
        guard term.lead != .none || term.part != nil || determiner != nil else { return false }
        term.year = determiner ?? .missing
        return true
    }

    mutating func takeFinancialMarker() -> Bool {
        _ = (text() == "the" && ["financial", "fiscal"].contains(text(1))) && take("the")
        return take("financial", "year") || take("financial", "years") || take("fiscal", "year") || take("fy")
            || take("f", "/", "y")
            || take("financial", "yr") || take("f", ".", "y", ".") || take("fin", "year") || take("fys")
    }

    /// A financial year by its numbers, with or without its marker.
    mutating func markedFinancialYear() -> Int? {
        let isMarked = takeFinancialMarker()
        guard let start = financialNumbers(isMarked: isMarked) else { return nil }
        _ = takeFinancialMarker()
        return start
    }

    /// "2024/25", "2024-2025", "24/25 FY", "2025 to 2026" beside money: the year in which it starts.
    mutating func financialNumbers(isMarked: Bool) -> Int? {
        attempt { grammar in
            _ = grammar.take("'")
            guard let first = grammar.number(), let a = grammar.token()?.digits, grammar.token()?.isOrdinal == false
            else { return nil }
            let separator = grammar.text(1)
            guard let second = grammar.number(2), let b = grammar.token(2)?.digits, grammar.token(2)?.isOrdinal == false
            else { return nil }
            let start = a == 2 ? 2000 + first : first
            guard grammar.isYear(start), b == 2 ? second == (start + 1) % 100 : b == 4 && second == start + 1 else {
                return nil
            }
            grammar.place += 3
            var copy = grammar
            let isNamed = isMarked || copy.takeFinancialMarker() || copy.take("academic") || copy.take("school")
            switch separator {
            case "/" where a == 4: return start
            case "-" where a == 4 && grammar.text() != "-": return start
            case "to" where a == 4 && (isNamed || grammar.isAboutMoney): return start
            case "/"
            where a == 2 && b == 2
                && (isNamed || first >= 13 && !Self.isNoun(grammar.token()) && grammar.text() != "/"):
                return start
            case "-" where a == 2 && b == 2 && isNamed: return start
            default: return nil
            }
        }
    }
}
