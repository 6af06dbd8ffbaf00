// What a target date is about, where its own words say so: "Concordat to be published by April 2024" is about the
// concordat, "April 2024" about nothing in particular.

/// The words beside a date that can tell which action it belongs to.
struct Subject: Hashable {
    /// Two or more capitalised words that stand together, a proper name: "working together". Empty where there are none.
    let name: [String]
    /// Every word that says something.
    let words: [String]

    /// The subject of a phrase, or nil where it is nothing but a date.
    init?(of phrase: String) {
        var run: [String] = []
        var longest: [String] = []
        var words: [String] = []
        for word in phrase.split(whereSeparator: { $0 == " " || $0 == "/" }) {
            let plain = Prose.list(word).joined()
            let bare = plain.hasSuffix("'s") ? String(plain.dropLast(2)) : plain
            let isMonth = Months.number(bare) != nil
            let isName = !isMonth && word.first?.isUppercase == true && bare.count >= 2
            let isIdle = Subject.idle.contains(bare)
            if isName, !isIdle || !run.isEmpty { run.append(bare) } else { run = [] }
            if run.count > longest.count { longest = run }
            let says = bare.count >= 3 && bare.allSatisfy { $0.isLetter || $0 == "'" }
            if says, !isIdle, !isMonth { words.append(bare) }
        }
        guard !words.isEmpty else { return nil }
        name = longest.count >= 2 ? longest : []
        self.words = words
    }

    /// How many of the subject's words a text bears; nil where it does not name the subject at all.
    func score(in text: [String]) -> Int? {
        let held = Set(text)
        if !name.isEmpty {
            guard PlanVocabulary.lastEnd(of: name, in: text) != nil else { return nil }
            return words.count { held.contains($0) }
        }
        if words.count == 1 { return Subject.isNamed(words[0], in: text) ? 1 : nil }
        if words.count == 2 { return PlanVocabulary.lastEnd(of: words, in: text) == nil ? nil : 2 }
        return words.allSatisfy { held.contains($0) } ? words.count : nil
    }

    /// Whether `text` names a thing by this word, and does not use it as a verb ("will report").
    private static func isNamed(_ word: String, in text: [String]) -> Bool {
        let verbs: Set = [
            "to", "will", "shall", "can", "could", "may", "might", "must", "should", "would", "not", "and",
        ]
        return text.indices.contains { place in
            text[place] == word && !(place > 0 && verbs.contains(text[place - 1]))
        }
    }

    /// Words that stand beside dates without saying what is due.
    private static let idle: Set = [
        "the", "and", "for", "was", "were", "are", "has", "have", "been", "will", "with", "from", "into", "until",
        "till",
        "before", "after", "held", "next", "first", "last", "this", "that", "published", "publication", "publish",
        "complete",
        "completed", "completion", "ongoing", "going", "early", "mid", "late", "later", "end", "commencing", "commence",
        "starting", "start", "begin", "beginning", "quarterly", "monthly", "annually", "annual", "weekly", "termly",
        "daily", "quarter", "year", "years", "month", "months", "week", "weeks", "financial", "spring", "summer",
        "autumn", "winter", "then", "thereafter", "due", "target", "date", "subject", "continuous", "tbc", "immediate",
        "immediately", "within", "every", "each", "half", "term", "expected", "delivered", "delivery", "implemented",
        "review", "reviewed",
        "done", "not", "yet", "known", "available", "day", "days",
    ]
}
