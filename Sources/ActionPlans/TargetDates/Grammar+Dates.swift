// Productions for dates: a lead ("by", "from"), a part ("early", "end of"), a unit (day, month, season ...) and a year.

import CivilTime

extension Grammar {
    /// One date, or several that share a month or a pair of years, with their joints.
    mutating func dates() -> [Element.Kind]? {
        attempt { grammar in
            var term = DateTerm()
            grammar.lead(&term)
            if let kinds = grammar.attempt({ $0.shared(term) }) { return kinds }
            grammar.part(&term)
            guard grammar.unit(&term) else { return nil }
            grammar.tail(&term)
            return [.date(term)]
        }
    }

    // MARK: Leads and parts

    private mutating func lead(_ term: inout DateTerm) {
        var hasMoved = true
        while hasMoved {
            hasMoved = false
            if isPartAhead { return }
            if let lead = takeLongest(in: Self.leads) {
                if lead != .none, term.lead == .none || term.lead == .at || lead == .by { term.lead = lead }
                hasMoved = true
                _ = take(":") || take("-")
            }
        }
    }

    private var isPartAhead: Bool {
        guard Self.parts[text()] != nil else { return false }
        var ahead = self
        return ahead.takeLongest(in: Self.parts) != nil
    }

    private static let leads: [String: [([String], DateTerm.Lead)]] = {
        let rows: [(DateTerm.Lead, [String])] = [
            (
                .by,
                [
                    "by", "by the", "no later than", "not later than", "on or before", "by or before",
                    "at the latest by", "latest by",
                ]
            ),
            (.before, ["pre -", "pre", "before", "before the", "prior to", "ahead of", "in advance of"]),
            (
                .until,
                [
                    "until", "till", "til", "up to", "up until", "up to and including", "until the", "through to",
                    "through until", "up till", "to",
                ]
            ),
            (
                .from,
                [
                    "from", "from the", "since", "commencing", "commencing in", "commencing from", "commencing on",
                    "commence",
                    "commence in", "commence from", "commences", "commences in", "commenced", "commenced in",
                    "beginning", "beginning in",
                    "beginning from", "begin", "begin in", "begins", "begins in", "began", "began in", "starting",
                    "starting in", "starting from",
                    "starting on", "start", "start in", "start from", "start on", "starts", "starts in", "started",
                    "started in",
                    "with effect from", "w . e . f", "w . e . f .", "wef", "effective from", "effective", "as from",
                    "to start", "to start in", "to start from", "to begin", "to begin in", "to begin from",
                    "to commence", "to commence in",
                    "to commence from", "not before", "no earlier than", "not earlier than", "start date",
                    "onwards from", "ongoing from",
                    "ongoing since", "on going from", "on - going from", "commence on", "to commence on", "begin on",
                    "commencement", "commencing by",
                    "start by", "starting by", "begin by", "commence by", "in place from", "in place since", "as of",
                ]
            ),
            (.after, ["after", "post"]),
            (
                .throughout,
                [
                    "throughout", "over the course of", "during the course of", "across", "for the duration of", "over",
                    "for the remainder of", "over the period",
                ]
            ),
            (
                .at,
                [
                    "in", "in the", "on", "on the", "at", "at the", "during", "during the", "within", "as at",
                    "in or around",
                    "in time for", "sometime in", "for", "for the", "over the",
                ]
            ),
            (
                .none,
                [
                    "around", "approximately", "approx", "approx .", "circa", "about", "c", "c .", "~", "the",
                    "expected",
                ]
            ),
        ]
        return table(rows.flatMap { row in row.1.map { ($0, row.0) } })
    }()

    private mutating func part(_ term: inout DateTerm) {
        while let part = takeLongest(in: Self.parts) {
            term.part = part
            _ = take("-")
            _ = take(oneOf: ["in", "of", "on", "to", "/"])
            _ = take("the")
        }
    }

    private static let parts: [String: [([String], DateTerm.Part)]] = {
        let rows: [(DateTerm.Part, [String])] = [
            (
                .start,
                [
                    "start of", "the start of", "beginning of", "the beginning of", "beg of", "first day of",
                    "outset of",
                ]
            ),
            (.early, ["early", "early in", "early part of", "the early part of", "earlier in"]),
            (
                .mid,
                [
                    "mid", "middle of", "the middle of", "mid point of", "mid - point of", "midway through",
                    "half way through", "by mid",
                ]
            ),
            (
                .late,
                [
                    "late", "later", "later in", "latter part of", "the latter part of", "back end of",
                    "the back end of",
                    "towards the end of", "toward the end of", "latter half of",
                ]
            ),
            (
                .end,
                [
                    "end", "end of", "the end of", "ends", "close of", "the close of", "conclusion of",
                    "the conclusion of", "last day of",
                    "the last day of", "end of the month of", "ending", "close", "year ending", "year ended",
                    "period ending", "the very end of",
                    "year to",
                ]
            ),
        ]
        return table(rows.flatMap { row in row.1.map { ($0, row.0) } })
    }()

    /// What may follow a date and still belong to it.
    private mutating func tail(_ term: inout DateTerm) {
        let start = place
        _ = take("(") || take(",") || take("-")
        if take(oneOf: ["onwards", "onward"]) || (text(1) != "of" && take("start")) || take("at", "the", "earliest")
            || take("at", "earliest")
            || take("and", "onwards") || take("and", "beyond") || (isGlued(0) && take("+"))
        {
            term.isOpen = true
            if start + 1 < place, tokens[start].text == "(" { _ = take(")") }
        } else if take("at", "the", "latest") || take("at", "latest") || take("latest") {
            if term.lead == .none { term.lead = .by }
        } else {
            place = start
        }
    }

    // MARK: Units

    private mutating func unit(_ term: inout DateTerm) -> Bool {
        if attempt({ $0.numericDate(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.week(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.dayOfMonth(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.month(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.quarterOrHalf(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.financialYear(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.seasonOrTerm(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.feast(&term) ? true : nil }) != nil { return true }
        if attempt({ $0.countedFromEdition(&term) ? true : nil }) != nil { return true }
        return attempt { $0.bareYear(&term) ? true : nil } != nil
    }

    /// "this", "next", "the coming": which one, counted from the edition.
    mutating func determiner() -> DateTerm.Year? {
        _ = take("the")
        if take("this", "coming") || take("coming") || take("forthcoming") || take("upcoming") { return .missing }
        if take("this") || take("current") { return .relative(0) }
        if take("next") || take("following") { return .relative(1) }
        if take("last") { return .relative(-1) }
        return nil
    }

    private mutating func month(_ term: inout DateTerm) -> Bool {
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
        if text() == ".", abbreviated, number(1) != nil || text(1) == "-" { place += 1 }
        if take("half", "term") || take("half", "-", "term") {}
        term.unit = .month(month)
        if let day = americanDay(month, &term) { return day }
        if let year = yearAfterUnit(isMonth: true) {
            term.year = .known(financial(year, month: month))
            return true
        }
        if let determiner {
            term.year = determiner
            return true
        }
        if let relative = yearInWords() {
            term.year = relative
            return true
        }
        return isMonthName(token, hasLead: hasLead)
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

    private mutating func seasonOrTerm(_ term: inout DateTerm) -> Bool {
        let hasLead = term.lead != .none || term.part != nil
        var year = DateTerm.Year.missing
        if let number = number(), isYear(number), Vocabulary.seasons[text(1)] != nil {
            place += 1
            year = .known(number)
        } else if let determiner = determiner() {
            year = determiner
        }
        guard let token = token() else { return false }
        if take("term") || take("school", "term") {
            guard hasLead || year != .missing else { return false }
            let isStart = term.part == .start
            term.fixed = asOf.map { isStart ? Self.termStart(after: $0) : Self.termEnd(after: $0) }
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
        return hasLead || term.year != .missing || isTerm
            || (isAtEdge && token.text != "fall" && (token.isCapital || !goesOnInProse))
    }

    private static let notSeasons: Set<String> = [
        "statement", "budget", "recess", "conference", "camp", "school", "schools", "holiday", "holidays", "break",
        "reception", "half",
    ]

    private mutating func quarterOrHalf(_ term: inout DateTerm) -> Bool {
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
        _ = take("calendar", "year")
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
            if grammar.take("q") || grammar.take("quarter") || grammar.take("qtr") {
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
            let ordinal = grammar.token()?.isOrdinal == true ? grammar.number() : Vocabulary.ordinals[grammar.text()]
            guard let ordinal else { return nil }
            grammar.place += 1
            if grammar.take("quarter") || grammar.take("qtr") {
                return (1...4).contains(ordinal) ? (ordinal, false) : nil
            }
            if grammar.take("half") { return (min(ordinal, 2), true) }
            return nil
        }
    }

    private mutating func feast(_ term: inout DateTerm) -> Bool {
        let determiner = determiner()
        if take("decade") || take("the", "decade") {
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
        if text() == "recess" { return false }
        term.year = yearAfterUnit(isMonth: false).map(DateTerm.Year.known) ?? yearInWords() ?? (determiner ?? .missing)
        return true
    }

    // MARK: Several at once

    /// "Q3/4 2024/25": the second quarter stands without its letter.
    private mutating func quarterPair(_ term: DateTerm) -> [Element.Kind]? {
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

    /// "1 and 15 March 2024", "2-4 June", "2024-27", "between 3 and 5 May".
    private mutating func shared(_ term: DateTerm) -> [Element.Kind]? {
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
