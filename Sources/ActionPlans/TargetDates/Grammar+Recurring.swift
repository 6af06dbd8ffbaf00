// Productions for what recurs: "every six months", "termly", "annually in April".

extension Grammar {
    // MARK: Recurring

    mutating func recurring() -> Element.Kind? {
        let start = place
        return attempt { grammar in
            guard var (recurrence, rule, isSoft) = grammar.rhythm() else { return nil }
            if grammar.take("basis") || grammar.take("thereafter") { isSoft = false }
            if let months = grammar.monthsOfEveryYear() {
                recurrence = .months(months)
                rule = "the same months every year"
            } else if recurrence == .every("P1Y"), grammar.takesPartOfYear() {
                rule = "every year, in that part of it"
            } else if grammar.goesOnInProse {
                // "the next annual report" is one
                if start > 0, grammar.tokens[start - 1].text == "next" { return nil }
                isSoft = true
            }
            return .recurring(recurrence, rule: rule, isSoft: isSoft)
        }
    }

    var isRhythmAhead: Bool {
        var ahead = self
        return ahead.rhythm() != nil
    }

    /// "Annually in Q4", "each year by year end": a part of every year, which no day settles.
    private mutating func takesPartOfYear() -> Bool {
        attempt { grammar in
            let isBracketed = grammar.take("(")
            _ = grammar.take("-") || grammar.take(",")
            guard let found = grammar.dates(), found.count == 1, case .date(let term) = found[0], term.year == .missing,
                !term.isOpen, [.none, .at, .by].contains(term.lead)
            else { return nil }
            switch term.unit {
            case .quarter, .half, .season, .term, .easter: break
            case .year where term.doubt != nil: break
            default: return nil
            }
            if isBracketed { _ = grammar.take(")") }
            return true
        } ?? false
    }

    private mutating func rhythm() -> (Recurrence, String, Bool)? {
        switch takeLongest(in: Self.rhythms) {
        case "term": return (.terms, "every school term", false)
        case "half term": return Self.halfTerms
        case let period?: return (.every(period), "a word says how often", false)
        case nil: break
        }
        if take(oneOf: ["every", "each"]) || take("once", "every") { return everyUnit() }
        if let rhythm = attempt({ $0.timesPerUnit() }) { return rhythm }
        return attempt { $0.numberedRhythm() }
    }

    private static let rhythms = table([
        ("daily", "P1D"), ("weekly", "P1W"), ("fortnightly", "P2W"), ("biweekly", "P2W"), ("bi - weekly", "P2W"),
        ("monthly", "P1M"), ("bimonthly", "P2M"), ("bi - monthly", "P2M"), ("quarterly", "P3M"), ("annually", "P1Y"),
        ("annual", "P1Y"), ("yearly", "P1Y"), ("per annum", "P1Y"), ("biannual", "P6M"), ("biannually", "P6M"),
        ("bi - annual", "P6M"),
        ("bi - annually", "P6M"), ("bi annually", "P6M"), ("bi annual", "P6M"), ("half yearly", "P6M"),
        ("half - yearly", "P6M"), ("twice yearly", "P6M"), ("biennial", "P2Y"), ("biennially", "P2Y"),
        ("triennial", "P3Y"), ("triennially", "P3Y"), ("termly", "term"), ("half termly", "half term"),
        ("half - termly", "half term"),
        ("bi monthly", "P2M"), ("bi weekly", "P2W"),
    ])

    /// Three terms have six halves.
    private static let halfTerms = (Recurrence.every("P2M"), "there are six half terms a year", false)

    private mutating func takeHalfTerm() -> Bool { take("half", "term") || take("half", "-", "term") }

    /// "every two years", "each other month", "every term", "every April".
    private mutating func everyUnit() -> (Recurrence, String, Bool)? {
        let isOther = take("other") || take("second")
        if takeHalfTerm() { return Self.halfTerms }
        if take("term") || take("school", "term") { return (.terms, "every school term", false) }
        var count = isOther ? 2 : (self.count() ?? 1)
        if take("to") || take("or") || (number(1) != nil && take("-")) { count = self.count() ?? count }
        _ = take("-")
        _ = take(oneOf: ["calendar", "financial", "academic", "school", "full"])
        if let unit = Vocabulary.units[text()] {
            place += 1
            return (.every(Self.iso(count, unit)), "every so often, as printed", false)
        }
        if Vocabulary.weekdays.contains(text()) {
            place += 1
            return (.every(Self.iso(count, "W")), "every so often, as printed", false)
        }
        if let months = monthsOfEveryYear() { return (.months(months), "the same months every year", false) }
        if Vocabulary.seasons[text()] != nil {
            place += 1
            if take("term") { return (.every("P1Y"), "every year, in that term", false) }
            return (.every("P1Y"), "every year, in that season", false)
        }
        return nil
    }

    /// "twice a year", "three times per term".
    private mutating func timesPerUnit() -> (Recurrence, String, Bool)? {
        var times = 1
        if take("twice") {
            times = 2
        } else if !take("once") {
            guard let number = count(), take("times"), number > 0 else { return nil }
            times = number
        }
        _ = take("-")
        guard take(oneOf: ["a", "per", "each", "every", "in", "yearly"]) else { return nil }
        if tokens[place - 1].text == "in" { guard take("each") || take("every") || take("a") else { return nil } }
        if tokens[place - 1].text == "yearly" {
            return (.every(Self.iso(12 / min(times, 12), "M")), "so often a year", false)
        }
        if takeHalfTerm() { return times == 1 ? Self.halfTerms : nil }
        if take("term") { return times == 2 ? Self.halfTerms : (.terms, "every school term", false) }
        _ = take(oneOf: ["financial", "calendar", "academic", "school"])
        guard let unit = text() == "annum" ? "Y" : Vocabulary.units[text()] else { return nil }
        place += 1
        switch unit {
        case "Y" where times > 1 && times <= 12: return (.every(Self.iso(12 / times, "M")), "so often a year", false)
        case _ where times == 1: return (.every(Self.iso(1, unit)), "every so often, as printed", false)
        case "W", "M": return (.every(Self.iso(1, unit)), "several times in each", false)
        default: return nil
        }
    }

    /// "six weekly", "3-monthly", "two yearly".
    private mutating func numberedRhythm() -> (Recurrence, String, Bool)? {
        guard let count = count() else { return nil }
        _ = take("-")
        guard ["weekly", "monthly", "yearly"].contains(text()), let unit = Vocabulary.units[text()] else { return nil }
        place += 1
        return (.every(Self.iso(count, unit)), "every so often, as printed", false)
    }

    /// "in April and October", without any year.
    private mutating func monthsOfEveryYear() -> [Int]? {
        attempt { grammar in
            let isBracketed = grammar.take("(")
            _ = grammar.take("-") || grammar.take(",")
            _ = grammar.take(oneOf: ["in", "each", "every", "by", "during"])
            var months: [Int] = []
            while let month = Vocabulary.months[grammar.text()] {
                months.append(month)
                grammar.place += 1
                guard Vocabulary.months[grammar.text(1)] != nil || Vocabulary.months[grammar.text(2)] != nil else {
                    break
                }
                while grammar.take(oneOf: [",", "and", "&", "/"]) {}
            }
            if isBracketed { _ = grammar.take(")") }
            return months.isEmpty || grammar.number() != nil || grammar.number(1) != nil ? nil : months
        }
    }
}
