// Productions for dates that count from something else: "within 8 weeks of the pilot", "following Royal Assent".

import CivilTime

extension Grammar {
    mutating func relative() -> Element.Kind? { attempt { $0.relativeSpan() }.map(Element.Kind.relative) }

    private mutating func relativeSpan() -> Relative? {
        let isAtEdge = isAtEdge
        let isLed = take(oneOf: ["within", "in", "over", "by", "for", "during", "at"])
        let lead = isLed ? tokens[place - 1].text : ""
        _ = take("a", "maximum", "of") || take("no", "more", "than") || take("least") || take("up", "to")
        let isThe = take("the")
        let isNext = take(oneOf: ["next", "coming", "following"])
        _ = take("first")
        // "over the next year" is twelve months, not the calendar year after this
        let one = isNext && (["over", "within"].contains(lead) || (lead == "in" && isThe)) ? singleSpan() : nil
        guard let (count, unit, isWorking) = one ?? span() else { return nil }
        _ = take("'") || (isGlued(0) && take("+"))
        if unit == "Q", !isLed, text() == "of" { return nil }  // "one quarter of staff"
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

    private mutating func singleSpan() -> (Int, Character, Bool)? {
        guard ["year", "month", "week"].contains(text()), let unit = Vocabulary.units[text()] else { return nil }
        place += 1
        return (1, unit, false)
    }

    private var isAtClauseEnd: Bool {
        guard let token = token() else { return true }
        return token.gap == .wide || [".", ",", ";", "(", ")"].contains(token.text)
    }

    /// "six months", "10 working days", "3-6 months", "twenty-four (24) months".
    private mutating func span() -> (Int, Character, Bool)? {
        guard var count = count() else { return nil }
        if take("(") { guard self.count() != nil, take(")") else { return nil } }
        if isGlued(0) { _ = take("+") }
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
            guard !isCounted(place) else { return nil }
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
