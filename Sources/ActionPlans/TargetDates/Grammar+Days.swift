// Productions for days (in words and in numbers, day first) and for weeks.

import CivilTime

extension Grammar {
    static let noEdition = "it counts from the day of the document, which is not known"

    func isYear(_ number: Int) -> Bool { (1990...2099).contains(number) }

    func mayBeDay(_ ahead: Int) -> Bool {
        guard let token = token(ahead), let number = number(ahead), token.digits <= 2, (1...31).contains(number) else {
            return false
        }
        return token.isOrdinal || !isCounted(place + ahead)
    }

    /// Whether the number at a place counts something that is no day: "Recommendation 6", "R7", the 1 of "3.1".
    func isCounted(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = tokens[index - 1]
        if before.text == ".", index > 1, tokens[index].gap == .none, tokens[index - 2].kind == .number { return true }
        // "S40", but not "w/c4" or "by31"
        if before.kind == .word, tokens[index].gap == .none, before.isCapital, Vocabulary.months[before.text] == nil,
            !["w", "c", "by", "due"].contains(before.text)
        {
            return true
        }
        guard Vocabulary.counters.contains(before.text) else { return false }
        return before.text.utf8.count > 1 || tokens[index].gap == .none
    }

    /// "31 March 2024", "Friday 8th of March", "1-Apr-24".
    mutating func dayOfMonth(_ term: inout DateTerm) -> Bool {
        if Vocabulary.weekdays.contains(text()), text() != "sun" || number(1) != nil {
            place += 1
            _ = take(".")
            _ = take(",")
            _ = take("the")
        }
        _ = take("the")
        guard let token = token(), token.kind == .number, token.digits <= 2, let day = number(), day > 0 else {
            return false
        }
        guard day <= 99 else { return false }
        guard token.isOrdinal || !isCounted(place) else { return false }
        place += 1
        _ = take(oneOf: ["st", "nd", "rd", "th"])
        // "2. June 2024" is the second of a list
        if text() == ".", token.isOrdinal || isGlued(1) { place += 1 }
        // "AFI 3 – March 2024" is no third of March
        _ = take("of") || (isGlued(0) && (take("-") || take("/")))
        guard let month = Vocabulary.months[text()],
            !(text() == "may" && self.token()?.isCapital == false && number(1) == nil)
        else { return false }
        place += 1
        if text() == ".", number(1) != nil { place += 1 }
        term.unit = .day(month: month, day: day)
        if let year = yearAfterUnit(isMonth: true) {
            term.year = .known(financial(year, month: month))
        } else if let relative = yearInWords() {
            term.year = relative
        }
        return day <= 31 || term.knownYear != nil
    }

    /// "2024-03-31", "31/03/2024", "9.2.15", "03/2024".
    mutating func numericDate(_ term: inout DateTerm) -> Bool {
        if Vocabulary.weekdays.contains(text()), number(1) != nil { place += 1 }
        guard let first = number(), let separator = token(1), ["/", "-", "."].contains(separator.text),
            separator.gap == .none || token()?.digits ?? 0 <= 2,
            let second = number(2), token(2)?.isOrdinal == false, token()?.isOrdinal == false,
            !isCounted(place), !isMoney(place), !isRestOfNumber
        else { return attempt { $0.spacedNumbers(&term) ? true : nil } ?? false }
        if text(3) == separator.text, isGlued(3) == isGlued(1) || separator.text == "/", let third = number(4) {
            return threeNumbers(
                &term, (first, second, third),
                digits: (token()?.digits ?? 0, token(2)?.digits ?? 0, token(4)?.digits ?? 0))
        }
        guard isGlued(1), isGlued(2) else { return false }
        return twoNumbers(&term, first, second, separator.text)
    }

    /// "30 06 2023": spaces between day, month and year. With a year of two digits nothing else may stand beside them.
    private mutating func spacedNumbers(_ term: inout DateTerm) -> Bool {
        guard let day = number(), let month = number(1), let year = number(2), !isCounted(place), !isMoney(place),
            token()?.digits ?? 9 <= 2, token(1)?.digits ?? 9 <= 2, token(1)?.gap == .space, token(2)?.gap == .space,
            (0...2).allSatisfy({ token($0)?.isOrdinal == false }), number(3) == nil,
            (1...31).contains(day), (1...12).contains(month), isAtEdge || term.lead != .none
        else { return false }
        let digits = [token()?.digits, token(1)?.digits, token(2)?.digits]
        let isShort = digits == [2, 2, 2] && (15...45).contains(year) && (token(3) == nil || token(3)?.gap == .wide)
        guard digits[2] == 4 && isYear(year) || isShort else { return false }
        place += 3
        (term.unit, term.year) = (.day(month: month, day: day), .known(fullYear(year % 100)))
        return true
    }

    /// The "03/2024" of "00/03/2024", whose first number was taken for prose.
    private var isRestOfNumber: Bool {
        guard place > 1, case .prose = elements.last?.kind, elements.last?.tokens.upperBound == place else {
            return false
        }
        return ["/", "-", "."].contains(tokens[place - 1].text) && tokens[place - 1].gap == .none
            && tokens[place].gap == .none && tokens[place - 2].kind == .number
    }

    private func isMoney(_ index: Int) -> Bool { index > 0 && ["£", "$", "€"].contains(tokens[index - 1].text) }

    private mutating func threeNumbers(_ term: inout DateTerm, _ n: (Int, Int, Int), digits: (Int, Int, Int)) -> Bool {
        guard text(5) != text(1) || number(6) == nil else { return false }
        if digits.0 == 4, digits.1 <= 2, digits.2 <= 2, isYear(n.0) {
            place += 5
            (term.unit, term.year) = (.day(month: n.1, day: n.2), .known(n.0))
            return skipTime()
        }
        guard digits.0 <= 2, digits.1 <= 2, digits.2 == 4 || digits.2 == 2, n.0 <= 39, n.1 <= 31
        else { return false }
        let year = digits.2 == 2 ? fullYear(n.2) : n.2
        guard isYear(year) else { return false }
        place += 5
        (term.unit, term.year) = (.day(month: n.1, day: n.0), .known(year))
        if n.1 > 12, (1...12).contains(n.0) {
            term.doubt =
                "there is no month \(n.1): if the month stands first it is \(n.1) \(CivilDate.monthNames[n.0 - 1]) \(year)"
        }
        return skipTime()
    }

    /// "2024-03-31 00:00:00", "2024-03-31T09:00".
    private mutating func skipTime() -> Bool {
        let start = place
        _ = take("t")
        if number() != nil, text(1) == ":", number(2) != nil {
            place += 3
            if text() == ":", number(1) != nil { place += 2 }
            _ = take("z")
        } else {
            place = start
        }
        return true
    }

    private mutating func twoNumbers(_ term: inout DateTerm, _ first: Int, _ second: Int, _ separator: String) -> Bool {
        guard let a = token()?.digits, let b = token(2)?.digits else { return false }
        if a == 4, b == 2, isYear(first), (1...12).contains(second), second != (first + 1) % 100, separator != "." {
            place += 3
            (term.unit, term.year) = (.month(second), .known(first))
            return true
        }
        if a <= 2, b == 4, (1...12).contains(first), isYear(second), !isInReference {
            place += 3
            (term.unit, term.year) = (.month(first), .known(second))
            return true
        }
        let isAlone = (term.lead != .none || term.part != nil || isAtEdge) && !Self.isNoun(token(3))
        if a == 2, b == 2, (1...12).contains(first), (20...40).contains(second), separator != ".", isAlone,
            second != first + 1
        {
            place += 3
            (term.unit, term.year) = (.month(first), .known(2000 + second))
            return true
        }
        if a <= 2, b == 2, (1...31).contains(first), (1...12).contains(second), separator == "/", isAlone,
            second != first + 1 || first > 12
        {
            place += 3
            term.unit = .day(month: second, day: first)
            return true
        }
        return false
    }

    static func isNoun(_ token: Token?) -> Bool {
        guard let token, token.kind == .word, token.gap != .wide else { return token?.text == "%" }
        return !turns.contains(token.text) && !token.isCapital && !statusWords.contains(token.text)
    }

    /// "w/c 4 March 2024", "week ending 8 March".
    mutating func week(_ term: inout DateTerm) -> Bool {
        let isEnding: Bool
        if take("w", "/", "c") || take("week", "commencing") || take("week", "beginning") || take("wc")
            || take("w", "/", "b")
            || take("week", "starting") || take("week", "of") || take("the", "week", "of")
        {
            isEnding = false
        } else if take("w", "/", "e") || take("week", "ending") {
            isEnding = true
        } else {
            return false
        }
        _ = take("the") || take(":")
        guard attempt({ $0.numericDate(&term) ? true : nil }) ?? attempt({ $0.dayOfMonth(&term) ? true : nil }) != nil
        else { return false }
        guard case .day(let month, let day) = term.unit else { return false }
        term.unit = .week(month: month, day: day, isEnding: isEnding)
        return true
    }

    /// A year of two digits: this century, but for 1990 to 1999.
    func fullYear(_ digits: Int) -> Int { digits >= 90 ? 1900 + digits : 2000 + digits }

    // MARK: Several at once

    /// "1 and 15 March 2024", "2-4 June", "2024-27", "between 3 and 5 May".
    mutating func shared(_ term: DateTerm) -> [Element.Kind]? {
        if let kinds = attempt({ $0.yearSpan(term) }) ?? attempt({ $0.quarterPair(term) }) { return kinds }
        guard mayBeDay(0), token(1).map({ ["-", "to", "and", "&", "/"].contains($0.text) }) == true, mayBeDay(2) else {
            return nil
        }
        let first = number() ?? 0
        place += 1
        let joint: Element.Joint = take(oneOf: ["-", "to", "/"]) ? .to : .and
        if joint == .and { place += 1 }
        var second = term
        second.lead = .none
        guard dayOfMonth(&second), case .day(let month, _) = second.unit else { return nil }
        var opening = term
        opening.unit = .day(month: month, day: first)
        opening.year = second.year
        return [.date(opening), .joint(joint), .date(second)]
    }
}
