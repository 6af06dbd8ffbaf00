// Productions for what is no date: completed, ongoing, doubtful, none at all; and the joints between things.

extension Grammar {
    // MARK: None

    mutating func nothing() -> Element.Kind? {
        guard isAtEdge else { return nil }
        return attempt { grammar in
            guard let isEnd = grammar.takeLongest(in: Self.nothings), !grammar.goesOnInProse else { return nil }
            if isEnd { grammar.skipDay() }
            return grammar.token()?.kind == .number ? nil : .nothing
        }
    }

    /// "Withdrawn (March 2024)": the day on which it ended is nobody's target.
    private mutating func skipDay() {
        let start = place
        let isBracketed = take("(")
        _ = take("-") || take(":")
        if dates() == nil { place = start } else if isBracketed { _ = take(")") }
    }

    /// Whether the words say that a target came to its end without being met.
    private static let nothings = table(
        [
            "n / a", "na", "n . a", "none", "nil", "not applicable", "no date", "no target date", "no action", "blank",
            "no action required", "no further action", "no further action required", "none required", "no timescale",
            "no timescales", "no action needed", "no further action needed",
        ].map { ($0, false) }
            + [
                "withdrawn", "superseded", "rejected", "cancelled", "declined", "not accepted", "not agreed",
                "no longer required", "no longer applicable", "no longer needed", "no longer relevant",
            ].flatMap { word in ["", "action ", "recommendation "].map { ($0 + word, true) } })

    // MARK: Completed

    mutating func completed() -> Element.Kind? {
        attempt { grammar in
            let isPlain = grammar.take(oneOf: ["complete", "completed"])
            let isTold = grammar.isAfterAuxiliary
            guard isPlain || ((grammar.isAtEdge || isTold) && grammar.takeLongest(in: Self.completions) != nil) else {
                return nil
            }
            _ = grammar.takeLongest(in: Self.manners)
            if isTold, !isPlain, !grammar.isAtClauseEnd { return nil }
            if grammar.text() == "in", grammar.text(1) == "part" { return nil }
            if !isPlain, Self.places.contains(grammar.text()), !grammar.isDateAhead { return nil }
            guard !grammar.goesOnInProse, !(grammar.text() == "by" && grammar.leadsDate), grammar.text() != "%" else {
                return nil
            }
            return grammar.isUnfinished ? nil : .completed
        }
    }

    private static let completions = table(
        [
            "done", "closed", "achieved", "implemented", "delivered", "finished", "actioned", "concluded", "discharged",
            "fulfilled", "already in place", "in place", "already implemented", "already complete", "now complete",
            "already completed", "already done", "met", "already delivered", "already published", "already actioned",
            "published", "fully implemented", "fully complete", "work complete", "in place now", "now in place",
        ].map { ($0, true) }
            + ["action", "actions", "recommendation", "recommendations", "task", "milestone", "target"].flatMap {
                noun in
                ["closed", "implemented", "achieved", "discharged", "delivered", "done", "fully implemented", "met"]
                    .map { ("\(noun) \($0)", true) }
            })

    /// "has been implemented", where nothing follows that would say when.
    private var isAfterAuxiliary: Bool { place > 0 && ["been", "is", "are", "now"].contains(tokens[place - 1].text) }

    private var isAtClauseEnd: Bool {
        token() == nil || [".", ";", "•", "|"].contains(text()) || token()?.gap == .wide
    }

    /// "Published on the intranet": what was done goes on, and a date may follow it.
    private static let places: Set<String> = ["on", "at", "by", "with", "via"]

    /// How it was done, which says nothing about when: "Completed ahead of schedule (January 2024)".
    private static let manners = table(
        [
            "ahead of schedule", "ahead of time", "on time", "on schedule", "in full", "to plan", "within timescale",
            "immediately",
            "straight away",
        ]
        .map { ($0, true) })

    private var leadsDate: Bool {
        var ahead = self
        ahead.place += 1
        return ahead.dates() != nil || ahead.text() == "end" || ahead.text() == "the"
    }

    /// Whether the words just before take the completion back: "not complete", "to be completed", "partly complete".
    private var isUnfinished: Bool {
        var before = elements.count - 1
        var steps = 0
        while before >= 0, steps < 6 {
            if case .stop = elements[before].kind { return false }
            // the "09/2023" of a day is no fraction, nor is "until June" a task undone
            if case .date = elements[before].kind {
                before -= 1
                continue
            }
            let range = elements[before].tokens
            if range.contains(where: { Self.unfinished.contains(tokens[$0].text) && !isNumbered($0) || isFraction($0) })
            {
                return true
            }
            before -= 1
            steps += 1
        }
        return false
    }

    /// "3 of 5 actions complete", "2/5 complete", but not "5 of 5".
    private func isFraction(_ index: Int) -> Bool {
        guard ["of", "/"].contains(tokens[index].text), index > 0, index + 1 < tokens.count else { return false }
        let before = tokens[index - 1].text == "out" && index > 1 ? tokens[index - 2] : tokens[index - 1]
        return before.kind == .number && tokens[index + 1].kind == .number && before.value < tokens[index + 1].value
    }

    /// "Part 1: complete" is no part completion.
    private func isNumbered(_ index: Int) -> Bool {
        tokens[index].text == "part" && tokens.indices.contains(index + 1) && tokens[index + 1].kind == .number
    }

    private static let unfinished: Set<String> = [
        "not", "be", "will", "partly", "partially", "part", "almost", "nearly", "substantially", "once", "when",
        "until",
        "expected", "due", "being", "mostly", "largely", "if", "should", "must", "to", "after", "%", "unless", "yet",
    ]

    // MARK: Ongoing

    mutating func ongoing() -> Element.Kind? {
        attempt { grammar in
            let isJoined = grammar.isJoined
            if isJoined, grammar.take(oneOf: ["present", "date"]) { return .ongoing(isSoft: false) }
            guard let isVerb = grammar.takeLongest(in: Self.goingOn) else { return nil }
            // "thereafter annually": the rhythm says how
            if grammar.tokens[grammar.place - 1].text == "thereafter", grammar.isRhythmAhead { return nil }
            _ = grammar.take("thereafter")
            if grammar.take("basis") || grammar.take("programme") {
                return .ongoing(isSoft: false)
            }
            let isWork = Self.atWork.contains(grammar.tokens[grammar.place - 1].text)
            if isWork, grammar.isUnfinished { return nil }
            return .ongoing(isSoft: (isVerb && !isJoined) || isWork || grammar.goesOnInProse || grammar.endsAhead)
        }
    }

    /// "Work is ongoing and will be completed by July": it goes on until then.
    private var endsAhead: Bool {
        for ahead in 0..<8 {
            guard let token = token(ahead), ![".", ";"].contains(token.text) else { return false }
            if ["completed", "completion", "conclude", "finish", "finished"].contains(token.text) { return true }
        }
        return false
    }

    private var isJoined: Bool {
        if case .joint = elements.last?.kind { true } else { false }
    }

    /// "In progress – March 2025": a task at work, no standing commitment; beside a date it says nothing more.
    private static let atWork: Set<String> = [
        "progress", "way", "underway", "commenced", "started", "begun", "train", "hand", "development",
    ]

    private static let goingOn = table(
        [
            ("ongoing", false), ("on going", false), ("on - going", false), ("continuous", false),
            ("continuously", false),
            ("continual", false), ("continually", false), ("continuing", true), ("continue", true), ("continues", true),
            ("thereafter", false), ("business as usual", false), ("bau", false), ("in progress", false),
            ("under way", false), ("underway", false), ("rolling", false), ("on a rolling basis", false),
            ("on an ongoing basis", false), ("on an on - going basis", false), ("permanent", false),
            ("permanently", false),
            ("open ended", false), ("open - ended", false), ("always", true), ("work in progress", false),
            ("continuous improvement", false), ("in perpetuity", false), ("indefinitely", false), ("indefinite", false),
            ("commenced", false), ("started", false), ("has begun", false), ("work begun", false), ("in train", false),
            ("in hand", false), ("in development", false), ("year round", false), ("year - round", false),
            ("all year", false), ("all year round", false), ("throughout the year", false),
        ])

    // MARK: Joints

    mutating func joint() -> Element.Kind? {
        guard let token = token() else { return nil }
        place += 1
        switch token.text {
        case "-":
            if isGlued(0) { _ = take(">") }
            return .joint(.to)
        case "→", "to", "through", "until", "till", "til": return .joint(.to)
        case "and", "&", "+", "plus":
            return take("then") ? .joint(.then) : .joint(take("/", "or") ? .or : .and)
        case "then", "followed": return .joint(.then)
        case "or": return .joint(.or)
        case ",": return .joint(take("and") || take("&") ? .and : take("then") ? .then : .comma)
        case "/": return .joint(.slash)
        case ":", "=": return .joint(.colon)
        case "(", ")", "[", "]": return .joint(.bracket)
        case ";", "•", "|": return .stop
        case "." where endsSentence: return .stop
        default:
            place -= 1
            return nil
        }
    }

    private var endsSentence: Bool {
        guard let next = token() else { return true }
        guard next.gap > .none else { return false }
        return place < 2
            || !["approx", "no", "c", "g", "e", "i", "st", "vs", "para", "rec", "rev"].contains(tokens[place - 2].text)
    }

    /// Words that turn from what is waited for to a date.
    private static let hopes: Set<String> = ["expected", "anticipated", "likely", "estimated", "due", "by", "target"]

    /// "Subject to funding – March 2025": the date is none of what is waited for.
    private var isDateAfterThis: Bool {
        var ahead = self
        ahead.place += 1
        return ahead.isDateAhead
    }

    /// Moves to the end of a clause: a comma, a bracket, a stop, or a dash before a date.
    mutating func skipClause() {
        while let token = token() {
            if token.gap == .wide, place > 0 { return }
            if [",", ";", "(", ")", "•", "|", ":"].contains(token.text) { return }
            if token.text == "-", token.gap != .none, Self.hopes.contains(text(1)) || isDateAfterThis { return }
            if token.text == ".", self.token(1).map({ $0.gap > .none }) ?? true { return }
            if token.text == "then" || (token.text == "and" && ["then", "ongoing", "completed"].contains(text(1))) {
                return
            }
            place += 1
        }
    }
}
