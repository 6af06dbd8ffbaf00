// Productions for months, and for days written after their month.

import CivilTime

extension Grammar {
    mutating func month(_ term: inout DateTerm) -> Bool {
        let hasLead = term.lead != .none || term.part != nil
        // "2024 March"
        if let year = number(), isYear(year), let month = Vocabulary.months[text(1)], number(2) == nil {
            place += 2
            (term.unit, term.year) = (.month(month), .known(year))
            return true
        }
        let determiner = determiner()
        guard let token = token(), let month = Vocabulary.months[token.text] else { return false }
        let abbreviated = token.text.utf8.count <= 4
        place += 1
        if text() == "bank" || (term.lead == .after && goesOnInProse) { return false }  // "after May elections"
        if text() == ".", abbreviated, number(1) != nil || text(1) == "-" { place += 1 }
        _ = take("half", "term") || take("half", "-", "term")
        term.unit = .month(month)
        if let day = americanDay(month, &term) { return day }
        if takeUnsureNumber(&term) { return true }
        if let year = yearAfterUnit(isMonth: true) {
            term.year = .known(financial(year, month: month))
            return true
        }
        // "June 20203": a slip in the year, which nobody should guess
        if let number = self.token(), number.kind == .number, [3, 5].contains(number.digits),
            number.text.hasPrefix("20")
        {
            place += 1
            term.doubt = "\(number.text) is no year"
            return true
        }
        if let determiner {
            guard token.text != "may" || token.isCapital else { return false }  // "this may take time"
            term.year = determiner
            return true
        }
        if takeStrayNumber(after: token, &term) { return true }
        if let relative = yearInWords() {
            term.year = relative
            return true
        }
        return isMonthName(token, hasLead: hasLead) && !isInName(token, isLed: hasLead)
    }

    /// "June 30", in an edition of 2024: nobody means 2030 for certain, nor the 30th.
    private mutating func takeUnsureNumber(_ term: inout DateTerm) -> Bool {
        guard let asOf, let token = token(), let number = number(), token.gap == .space, token.digits == 2,
            !token.isOrdinal, (10...31).contains(number), 2000 + number > asOf.year + 4, !isGlued(1)
        else { return false }
        place += 1
        term.doubt = "“\(token.text)” may be a day or a year"
        return true
    }

    /// "March 2O24", "June 4", "Autumn 1": a number that is no year, which nobody should pass over.
    mutating func takeStrayNumber(after word: Token, _ term: inout DateTerm) -> Bool {
        guard let token = token(), token.kind == .number, token.gap == .space, !token.isOrdinal, token.digits <= 2
        else { return false }
        let next = text(1)
        if isGlued(1), self.token(1)?.kind == .word, next.contains(where: \.isLetter), next != "am", next != "pm" {
            term.doubt = "“\(printed(place..<(place + 2)))” is no year"
            while isGlued(1) { place += 1 }
            place += 1
            return true
        }
        let isYearNext = self.token(1)?.digits == 4 && number(1).map(isYear) == true
        guard token.value > 0, token.value < 10,
            isYearNext || self.token(1) == nil || [",", ";", "(", "-", "/"].contains(next)
        else { return false }
        let printed = printed((place - 1)..<(place + 1))
        term.doubt = "“\(printed)” names no day: the number may be a day, a half term or a part"
        place += isYearNext ? 2 : 1
        return true
    }

    /// Whether a word without a year beside it is a month, and not a verb or a name.
    private func isMonthName(_ token: Token, hasLead: Bool) -> Bool {
        if ["may", "march", "mar"].contains(token.text) {
            guard token.isCapital || (hasLead && token.text != "may") else { return false }
            if [
                "be", "also", "not", "have", "need", "require", "take", "include", "change", "vary", "slip", "well",
                "wish",
            ].contains(text()) {
                return false
            }
        }
        return token.isCapital || hasLead || isAtEdge
    }

    /// "March 31, 2024", "March 31st".
    private mutating func americanDay(_ month: Int, _ term: inout DateTerm) -> Bool? {
        var start = place
        if text() == "the" { start += 1 }
        guard tokens.indices.contains(start), tokens[start].kind == .number, tokens[start].gap > .none,
            (1...39).contains(tokens[start].value), tokens[start].digits <= 2
        else { return nil }
        let day = tokens[start].value
        let after = start + 1
        let comma = tokens.indices.contains(after) && tokens[after].text == ","
        let yearPlace = comma ? after + 1 : after
        if tokens.indices.contains(yearPlace), tokens[yearPlace].digits == 4, isYear(tokens[yearPlace].value) {
            place = yearPlace + 1
            (term.unit, term.year) = (.day(month: month, day: day), .known(tokens[yearPlace].value))
            return true
        }
        guard tokens[start].isOrdinal else { return nil }
        place = start + 1
        term.unit = .day(month: month, day: day)
        return true
    }
}
