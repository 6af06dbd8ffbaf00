// Productions for words that give no day: to be confirmed, in due course, subject to funding.

extension Grammar {
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
            // "March 2024, now June 2024": the word belongs to the date.
            if grammar.tokens[grammar.place - 1].text == "now", grammar.isDateAhead { return nil }
            if why == Self.waits {
                grammar.skipClause()
                return .doubt("it waits on “\(grammar.printed(start..<grammar.place))”", isSoft: isSoft)
            }
            return .doubt(why, isSoft: isSoft)
        }
    }

    var isDateAhead: Bool {
        var ahead = self
        return ahead.dates() != nil
    }

    /// Reasons that say only that a day is missing.
    static let vague: Set<String> = [noDay, noYear]
    private static let noDay = "the words give no day"
    private static let noYear = "a term without a year gives no day"

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
                noDay, false,
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
                noYear, false,
                [
                    "short term", "medium term", "long term", "longer term", "short - term", "medium - term",
                    "long - term", "longer - term", "near term", "short to medium term", "medium to long term",
                    "short / medium term", "medium / long term", "in the short term", "in the longer term",
                ]
            ),
            (
                "it is for at once, and the words give no day", true,
                [
                    "immediate", "immediately", "with immediate effect", "immediate effect", "effective immediately",
                    "at once", "straight away", "straightaway", "now", "urgent", "urgently",
                ]
            ),
            (
                "no date is known yet", false,
                ["unknown", "not known", "not yet known", "not started", "not commenced", "on hold", "paused"]
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
                    "depending upon", "pending", "when parliamentary time allows", "when", "if", "contingent on",
                    "contingent upon", "awaiting", "whenever",
                ]
            ),
            // beside a date they only say what else happens then
            (waits, true, ["in line with", "as part of", "in parallel with", "to align with"]),
        ]
        return table(rows.flatMap { row in row.words.map { ($0, (row.why, row.isSoft)) } })
    }()
}
