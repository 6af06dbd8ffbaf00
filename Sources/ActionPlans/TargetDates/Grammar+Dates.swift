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
        // a few words at most: "by at the latest in around"
        for _ in 0..<4 {
            if isPartAhead { return }
            guard let lead = takeLongest(in: Self.leads) else { return }
            if lead != .none, term.lead == .none || term.lead == .at || lead == .by { term.lead = lead }
            _ = take(":") || take("-") || (lead == .from && take("("))  // "Commenced (May 2023)"
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
                    "in post from", "in post since",
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
                    "in the course of", "in time for", "in post", "in post by", "in place by", "sometime in", "for",
                    "for the", "over the",
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
        for _ in 0..<3 {
            guard let part = takeLongest(in: Self.parts) else { return }
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
                    "the conclusion of", "last day of", "eom",
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
}
