// Productions for spans of time: recurring ("every six months", "termly") and relative ("within 8 weeks of the pilot").

extension Grammar {
    // MARK: Recurring

    mutating func recurring() -> Element.Kind? {
        attempt { grammar in
            guard var (recurrence, rule, isSoft) = grammar.rhythm() else { return nil }
            if grammar.take("basis") || grammar.take("thereafter") { isSoft = false }
            if let months = grammar.monthsOfEveryYear() {
                recurrence = .months(months)
                rule = "the same months every year"
            } else if grammar.goesOnInProse {
                isSoft = true
            }
            return .recurring(recurrence, rule: rule, isSoft: isSoft)
        }
    }

    private mutating func rhythm() -> (Recurrence, String, Bool)? {
        if let period = takeLongest(in: Self.rhythms) {
            return period == "term"
                ? (.terms, "every school term", false) : (.every(period), "a word says how often", false)
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
        ("triennial", "P3Y"), ("triennially", "P3Y"), ("termly", "term"), ("half termly", "term"),
        ("half - termly", "term"),
        ("bi monthly", "P2M"), ("bi weekly", "P2W"),
    ])

    /// "every two years", "each other month", "every term", "every April".
    private mutating func everyUnit() -> (Recurrence, String, Bool)? {
        let isOther = take("other") || take("second")
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
        if take("term") { return (.terms, "every school term", false) }
        _ = take(oneOf: ["financial", "calendar", "academic", "school"])
        guard let unit = text() == "annum" ? "Y" : Vocabulary.units[text()] else { return nil }
        place += 1
        switch unit {
        case "Y" where times > 1 && times <= 12: return (.every(Self.iso(12 / times, "M")), "so often a year", false)
        case _ where times == 1: return (.every(Self.iso(1, unit)), "every so often, as printed", false)
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

    // MARK: Relative

    mutating func relative() -> Element.Kind? { attempt { $0.relativeSpan() }.map(Element.Kind.relative) }

    private mutating func relativeSpan() -> Relative? {
        let isAtEdge = isAtEdge
        let isLed = take(oneOf: ["within", "in", "over", "by", "for", "during", "at"])
        let lead = isLed ? tokens[place - 1].text : ""
        _ = take("a", "maximum", "of") || take("no", "more", "than") || take("least") || take("up", "to")
        let isThe = take("the")
        let isNext = take(oneOf: ["next", "coming", "following"])
        _ = take("first")
        guard let (count, unit, isWorking) = span() else { return nil }
        _ = take("'")
        let isFromNow =
            take("time") || take("from", "now") || take("from", "today")
            || take("from", "the", "date", "of", "this", "plan")
        var relative = Relative(
            period: Self.iso(count, unit), count: count, unit: unit,
            rule: isWorking ? "so many working days after its anchor" : "so long after its anchor")
        relative.isFromEdition = isFromNow || (isNext && lead != "for")
        relative.isSpan = lead == "for"
        if isFromNow { return relative }
        if take(oneOf: ["of", "after", "from", "following", "post", "since", "on"]) || take("-", "post") {
            anchor(&relative)
            if relative.anchor == nil, relative.after == nil { return nil }
            return relative
        }
        if relative.isFromEdition { return relative }
        guard isAtEdge, !isThe, !relative.isSpan, isLed || isAtClauseEnd, !goesOnInProse || lead == "within" else {
            return nil
        }
        return relative
    }

    private var isAtClauseEnd: Bool {
        guard let token = token() else { return true }
        return token.gap == .wide || [".", ",", ";", "(", ")"].contains(token.text)
    }

    /// "six months", "10 working days", "3-6 months", "twenty-four (24) months".
    private mutating func span() -> (Int, Character, Bool)? {
        guard var count = count() else { return nil }
        if take("(") { guard self.count() != nil, take(")") else { return nil } }
        if text() == "-" || text() == "to" || text() == "or", number(1) != nil || Vocabulary.numbers[text(1)] != nil {
            place += 1
            count = self.count() ?? count
        }
        _ = take("-")
        let isWorking = take(oneOf: ["working", "business"])
        if !isWorking { _ = take(oneOf: ["calendar", "full", "further", "more", "academic", "school", "clear"]) }
        guard let unit = Vocabulary.units[text()], !text().hasSuffix("ly") else { return nil }
        place += 1
        return (count, unit, isWorking)
    }

    /// A number in digits or words, up to 999.
    mutating func count() -> Int? {
        if let number = number(), (token()?.digits ?? 0) <= 3, token()?.isOrdinal == false {
            guard place == 0 || !Vocabulary.counters.contains(tokens[place - 1].text) || tokens[place - 1].text == "a"
            else { return nil }
            place += 1
            return number
        }
        guard let tens = Vocabulary.numbers[text()] else { return nil }
        place += 1
        if tens >= 20 {
            let ones = text() == "-" ? Vocabulary.numbers[text(1)] : Vocabulary.numbers[text()]
            if let ones, ones < 10 {
                place += text() == "-" ? 2 : 1
                return tens + ones
            }
        }
        return tens
    }

    private mutating func anchor(_ relative: inout Relative) {
        let start = place
        let found = dates()
        if let found, found.count == 1, case .date(let term) = found[0], term.doubt == nil {
            relative.anchor = term
            relative.after = printed(start..<place)
            return
        }
        place = start
        skipClause()
        let words = printed(start..<place)
        relative.anchor = dateWithin(start..<place)
        if Self.editionWords.contains(words.lowercased()) {
            relative.isFromEdition = true
        }
        relative.after = words.isEmpty ? nil : words
    }

    /// The date in the words of an anchor: "publication in April 2024".
    private func dateWithin(_ range: Range<Int>) -> DateTerm? {
        for index in range.dropFirst()
        where tokens[index].kind == .number || Vocabulary.months[tokens[index].text] != nil {
            var copy = self
            copy.place = index
            guard let found = copy.dates(), found.count == 1, case .date(let term) = found[0] else { continue }
            return term.doubt == nil && term.knownYear != nil ? term : nil
        }
        return nil
    }

    private static let editionWords: Set<String> = [
        "this plan", "this action plan", "this response", "the date of this plan", "the date of this action plan",
        "the date of this response", "publication of this plan", "publication of this action plan",
        "publication of this response", "the publication of this plan", "the publication of this response",
    ]

    // MARK: After an event

    /// "Following publication of the strategy", "Once the review has reported", "On Royal Assent".
    mutating func event() -> Element.Kind? {
        guard isAtEdge else { return nil }
        return attempt { grammar in
            let first = grammar.text()
            let isOn = first == "on" && Self.events.contains(grammar.text(1))
            guard isOn || ["following", "after", "once", "upon", "post"].contains(first) else { return nil }
            grammar.place += 1
            if first == "post" { _ = grammar.take("-") }
            let start = grammar.place
            grammar.skipClause()
            guard start < grammar.place else { return nil }
            return .relative(
                Relative(
                    after: grammar.printed(start..<grammar.place), rule: "after an event whose date is not in the words"
                ))
        }
    }

    private static let events: Set<String> = [
        "publication", "completion", "receipt", "introduction", "commencement", "launch", "approval", "implementation",
        "royal", "enactment", "conclusion", "appointment",
    ]

    static func iso(_ count: Int, _ unit: Character) -> String {
        switch unit {
        case "Q": "P\(count * 3)M"
        case "H": "PT\(count)H"
        default: "P\(count)\(unit)"
        }
    }
}
