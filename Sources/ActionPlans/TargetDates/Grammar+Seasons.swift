// Productions for seasons, school terms and feasts.

import CivilTime

extension Grammar {
    mutating func seasonOrTerm(_ term: inout DateTerm) -> Bool {
        let hasLead = term.lead != .none || term.part != nil
        var year = DateTerm.Year.missing
        if let number = number(), isYear(number), Vocabulary.seasons[text(1)] != nil {
            place += 1
            year = .known(number)
        } else if let determiner = determiner() {
            year = determiner
        }
        guard let token = token() else { return false }
        if ["term", "terms"].contains(text()), let number = number(1), (1...6).contains(number),
            self.token(1)?.digits == 1
        {
            place += 2
            if financialNumbers(isMarked: false) == nil { _ = yearAfterUnit(isMonth: false) }
            term.doubt = "terms by number are not the same everywhere"
            return true
        }
        if take("term") || take("school", "term") {
            guard hasLead || year != .missing else { return false }
            let isStart = term.part == .start
            let isNext = year == .relative(1)
            term.fixed = asOf.map { isStart ? Self.termStart(after: $0) : Self.termEnd(after: $0, isNext: isNext) }
            if term.fixed == nil { term.doubt = Self.noEdition }
            return true
        }
        guard let season = Vocabulary.seasons[token.text] else { return false }
        place += 1
        let isTerm = take("term") || take("school", "term") || take("academic", "term")
        if Self.notSeasons.contains(text()) { return false }
        term.unit = isTerm ? .term(season) : .season(season)
        if case .known = year {
            term.year = year
            return true
        }
        if let known = attempt({ $0.financialNumbers(isMarked: false) }) {
            // "Spring term 2024/25" is in 2025; "Winter 2024/25" begins in 2024
            term.year = .known(season == .autumn || season == .winter ? known : known + 1)
            return true
        }
        if let known = yearAfterUnit(isMonth: false) {
            if Self.notSeasons.contains(text()) { return false }
            term.year = .known(known)
            return true
        }
        term.year = year == .missing ? (yearInWords() ?? .missing) : year
        if term.year == .missing {
            if takeStrayNumber(after: token, &term) { return true }
            if !isTerm, isInName(token, isLed: hasLead) || (!hasLead && isAdjective) { return false }
        }
        return hasLead || term.year != .missing || isTerm
            || (isAtEdge && token.text != "fall" && (token.isCapital || !goesOnInProse))
    }

    static let notSeasons: Set<String> = [
        "statement", "budget", "recess", "conference", "camp", "school", "schools", "holiday", "holidays", "break",
        "reception", "half",
    ]

    mutating func feast(_ term: inout DateTerm) -> Bool {
        if place > 0, text() == "decade", tokens[place - 1].text == "next" { return false }  // ten years from now
        let determiner = determiner()
        if determiner == .relative(1), text() == "decade" { return false }
        if take("decade") || take("the", "decade") {
            // It only fails beyond the year 9999, and a decade without an end is unclear.
            term.fixed = try? CalendarUnit.decade.period(in: (asOf?.year ?? 2020) / 10 * 10)
            return true
        }
        if take("easter") {
            _ = take("sunday")
            term.unit = .easter
        } else if take("christmas") || take("xmas") {
            if take(oneOf: ["party", "holidays", "break", "recess"]) { return false }
            _ = take("day")
            term.unit = .day(month: 12, day: 25)
        } else {
            return false
        }
        if text() == "term" || Self.notSeasons.contains(text()) { return false }
        term.year = yearAfterUnit(isMonth: false).map(DateTerm.Year.known) ?? yearInWords() ?? (determiner ?? .missing)
        return true
    }
}
