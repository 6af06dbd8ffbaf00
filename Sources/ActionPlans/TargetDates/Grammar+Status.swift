// Productions for what is no date: completed, ongoing, doubtful, none at all; and the joints between things.

extension Grammar {
    // MARK: None

    mutating func nothing() -> Element.Kind? {
        guard isAtEdge else { return nil }
        return attempt { grammar in
            guard grammar.takeLongest(in: Self.nothings) != nil, !grammar.goesOnInProse,
                grammar.token()?.kind != .number
            else { return nil }
            return .nothing
        }
    }

    private static let nothings = table(
        ["n / a", "na", "n . a", "none", "nil", "not applicable", "no date", "no target date", "no action", "blank"]
            .map { ($0, true) } + [("no action required", true), ("no further action", true), ("none required", true)])

    // MARK: Completed

    mutating func completed() -> Element.Kind? {
        attempt { grammar in
            let isPlain = grammar.take(oneOf: ["complete", "completed"])
            guard isPlain || (grammar.isAtEdge && grammar.takeLongest(in: Self.completions) != nil) else { return nil }
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
            "already completed", "already done", "already delivered", "already published", "already actioned",
            "published", "fully implemented", "fully complete", "work complete", "in place now", "now in place",
        ].map { ($0, true) })

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
            let range = elements[before].tokens
            if range.contains(where: { Self.unfinished.contains(tokens[$0].text) }) { return true }
            before -= 1
            steps += 1
        }
        return false
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
            if grammar.take("basis") || grammar.take("programme") {
                return .ongoing(isSoft: false)
            }
            return .ongoing(isSoft: (isVerb && !isJoined) || grammar.goesOnInProse)
        }
    }

    private var isJoined: Bool {
        if case .joint = elements.last?.kind { true } else { false }
    }

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
        ])

    // MARK: Doubtful

    mutating func doubt() -> Element.Kind? {
        let start = place
        return attempt { grammar in
            guard let (why, isSoft) = grammar.takeLongest(in: Self.doubts) else { return nil }
            if Self.needNothingAfter.contains(grammar.tokens[grammar.place - 1].text),
                ["by", "in", "with", "at", "on", "and"].contains(grammar.text())
            {
                return nil
            }
            if why == Self.undone, grammar.goesOnInProse { return nil }
            if why == Self.waits {
                grammar.skipClause()
                return .doubt("it waits on “\(grammar.printed(start..<grammar.place))”", isSoft: isSoft)
            }
            return .doubt(why, isSoft: isSoft)
        }
    }

    private static let needNothingAfter: Set<String> = [
        "agreed", "determined", "decided", "arranged", "finalised", "scheduled", "advised", "announced",
    ]
    private static let waits = "waits"
    private static let undone = "it is not done yet, and the words give no day"

    private static let doubts: [String: [([String], (String, Bool))]] = {
        let rows: [(why: String, isSoft: Bool, words: [String])] = [
            (
                "the date is still to be confirmed", false,
                [
                    "tbc", "tba", "tbd", "t . b . c", "t . b . a", "to be confirmed", "to be agreed", "to be advised",
                    "to be determined", "to be decided", "to be announced", "to be scheduled", "to be arranged",
                    "not confirmed", "not yet confirmed", "date not set", "to confirm", "awaiting confirmation",
                ]
            ),
            (
                "the words give no day", false,
                [
                    "in due course", "as soon as possible", "as soon as practicable", "as soon as practical",
                    "as soon as reasonably practicable", "as soon as is practicable", "as soon as we can", "asap",
                    "a . s . a . p",
                    "shortly", "soon", "at the earliest opportunity", "at the next opportunity", "in future",
                    "in the future", "over time", "in the coming months", "in the coming weeks", "in the coming year",
                    "in the coming years", "over the coming months", "over the coming year", "over the coming years",
                    "over the coming weeks", "in the near future", "at a later date", "in the next few months",
                    "a few months", "a few weeks", "in the next few weeks",
                    "over the next few months", "in the next few years", "over the next few years", "near future",
                    "at an appropriate time", "imminent", "imminently", "in coming months",
                ]
            ),
            (
                "a term without a year gives no day", false,
                [
                    "short term", "medium term", "long term", "longer term", "short - term", "medium - term",
                    "long - term", "longer - term", "near term", "short to medium term", "medium to long term",
                    "short / medium term", "medium / long term", "in the short term", "in the longer term",
                ]
            ),
            (
                "the words give no day", true,
                ["immediate", "immediately", "with immediate effect", "now", "urgent", "urgently"]
            ),
            (
                "no date is known yet", false,
                ["unknown", "not known", "not yet known", "not started", "on hold", "paused"]
            ),
            (
                undone, true,
                [
                    "not complete", "not completed", "not yet complete", "not yet completed", "partially complete",
                    "partially completed", "partly complete", "partly completed", "incomplete", "not achieved",
                    "partially implemented", "partly implemented", "not yet started", "delayed", "overdue",
                    "outstanding",
                ]
            ),
            ("its date is under review", false, ["under review", "under consideration", "being reviewed"]),
            (
                "it happens when needed, on no day", false,
                [
                    "as required", "as necessary", "as needed", "as appropriate", "where appropriate", "ad hoc",
                    "ad - hoc",
                    "when required", "when needed", "as and when", "if required", "where possible", "when possible",
                    "various",
                ]
            ),
            (
                "it points at another place in the document", false,
                [
                    "as above", "see above", "see below", "as below", "as stated above", "see recommendation",
                ]
            ),
            (
                "the end of a Parliament has no fixed date", false,
                [
                    "end of this parliament", "end of the parliament", "end of parliament", "this parliament",
                    "during this parliament", "lifetime of this parliament", "course of this parliament",
                    "within this parliament",
                ]
            ),
            (
                waits, false,
                [
                    "subject to", "dependent on", "dependent upon", "dependant on", "dependant upon", "depending on",
                    "depending upon", "pending", "when parliamentary time allows", "when", "if", "in line with",
                    "as part of",
                    "contingent on", "contingent upon", "awaiting", "whenever", "in parallel with", "to align with",
                ]
            ),
        ]
        return table(rows.flatMap { row in row.words.map { ($0, (row.why, row.isSoft)) } })
    }()

    // MARK: Joints

    mutating func joint() -> Element.Kind? {
        guard let token = token() else { return nil }
        place += 1
        switch token.text {
        case "-", "to", "through", "until", "till", "til": return .joint(.to)
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
            || !["approx", "no", "c", "g", "e", "i", "st", "vs", "para", "rec", "st"].contains(tokens[place - 2].text)
    }

    /// Moves to the end of a clause: a comma, a bracket, a stop.
    mutating func skipClause() {
        while let token = token() {
            if token.gap == .wide, place > 0 { return }
            if [",", ";", "(", ")", "•", "|", ":"].contains(token.text) { return }
            if token.text == ".", self.token(1).map({ $0.gap > .none }) ?? true { return }
            if token.text == "then" || (token.text == "and" && ["then", "ongoing", "completed"].contains(text(1))) {
                return
            }
            place += 1
        }
    }
}
