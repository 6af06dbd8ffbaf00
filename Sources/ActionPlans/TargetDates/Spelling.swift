// Mends typing slips in the few words that matter: one slip in a short word, two in a long one. It mends a word only
// towards the vocabulary, and never a word that is itself English ("match", "compete").
// Source: optimal string alignment distance (Damerau, Levenshtein), with an early end.

public enum Spelling {
    /// The tokens with slips mended. A month or season is mended only beside a number or after a word that leads a date.
    static func mended(_ tokens: [Token]) -> [Token] {
        var tokens = tokens
        for place in tokens.indices where tokens[place].kind == .word {
            let text = tokens[place].text
            guard text.utf8.count >= 4, text.utf8.count <= 14, !known.contains(text) else { continue }
            let isBesideDate = beside(place, in: tokens)
            guard text.utf8.count >= 5 || isBesideDate else { continue }
            if let mended = nearest(to: text, isBesideDate: isBesideDate) { tokens[place].text = mended }
        }
        return tokens
    }

    private static func beside(_ place: Int, in tokens: [Token]) -> Bool {
        if tokens.count == 1 { return true }
        if place + 1 < tokens.count, tokens[place + 1].kind == .number || tokens[place + 1].text == "term" {
            return true
        }
        guard place > 0 else { return false }
        return tokens[place - 1].kind == .number || leads.contains(tokens[place - 1].text)
    }

    private static func nearest(to text: String, isBesideDate: Bool) -> String? {
        let letters = Array(text.utf8)
        let limit = letters.count >= 8 ? 2 : 1
        var best: (word: String, slips: Int)?
        for (word, form, isCalendar) in targets where isBesideDate || !isCalendar {
            guard abs(form.count - letters.count) <= limit,
                form[0] == letters[0] || (form[1] == letters[1] && letters.count > 4)
            else { continue }
            let slips = distance(letters, form, limit: min(limit, form.count >= 8 ? 2 : 1))
            if let slips, slips < (best?.slips ?? limit + 1) { best = (word, slips) }
        }
        return best?.word
    }

    /// The number of slips between two words, or nil when there are more than `limit`.
    public static func distance(_ a: [UInt8], _ b: [UInt8], limit: Int) -> Int? {
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in 1...max(a.count, 1) where i <= a.count {
            row[0] = i
            var least = i
            for j in 1...max(b.count, 1) where j <= b.count {
                let isSame = a[i - 1] == b[j - 1]
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (isSame ? 0 : 1))
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
                least = min(least, row[j])
            }
            if least > limit { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }

    private static let leads: Set<String> = [
        "by", "in", "of", "end", "early", "late", "mid", "this", "next", "from", "until", "before", "during", "since",
    ]

    private static let calendarWords = [
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december", "spring", "summer", "autumn", "winter",
    ]

    private static let keywords = [
        "beginning", "commencing", "commence", "starting", "ongoing", "continuous", "continuing", "completed",
        "complete", "completion", "quarterly", "monthly", "annually", "fortnightly", "financial", "quarter",
        "published",
        "confirmed", "implemented", "immediate", "immediately", "academic", "following",
    ]

    private static let targets: [(String, [UInt8], Bool)] =
        calendarWords.map { ($0, Array($0.utf8), true) } + keywords.map { ($0, Array($0.utf8), false) }

    /// Words that are right as they stand, though a slip away from a word above.
    private static let known: Set<String> =
        Set(calendarWords).union(keywords).union(Vocabulary.pastVerbs).union(Vocabulary.units.keys).union([
            "match", "marsh", "string", "strong", "sprint", "springs", "winner", "summers", "compete", "competed",
            "stating", "staring", "stated", "quarters", "financially", "completely", "completes", "completing",
            "incomplete", "compiled", "compete", "competes", "continues", "continued", "continuously", "continual",
            "commenced", "commences", "starring", "confirms", "confirm", "implement", "implements", "outgoing",
            "monthly", "month", "months", "annual", "manually", "publisher", "publishes", "publish", "matched",
            "charity", "starts", "start", "completions", "competition", "complement", "compliance", "confined",
            "conforming", "commercial", "augusta", "augustus", "commending", "comments", "hosting", "financials",
            "winters", "juice",
            "junes", "quartered", "following", "followings", "allowing", "flowing", "minutes", "storing", "sorting",
            "stocking", "starving", "academics", "academia", "mediate", "competent", "angust", "wither", "inter",
            "enter", "lunch", "larch", "starch", "aprils", "autumnal", "commencement", "condition", "complicit",
            "jury", "duly", "rule", "tune", "jude", "jane", "judy", "jule", "just", "fully", "bully", "pune", "dune",
            "writer", "waiter", "water", "member", "members", "ember", "remember", "unpublished", "unconfirmed",
            "uncompleted", "uncomplete",
        ])
}
