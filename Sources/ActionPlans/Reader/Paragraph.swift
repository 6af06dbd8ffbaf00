// What a paragraph does: it accepts a recommendation, says why, promises or reports something, or only describes how
// things stand. Told from the verbs of English plans, not from the words of any one of them.

enum Paragraph {
    /// Whether it only says that, or why, the recommendation is accepted in whole or part.
    static func isAcceptance(_ text: String) -> Bool {
        let opening = Prose.folded(Piece.sentences(of: text).first ?? text)
        if isReason(text) { return true }
        let markers = [
            "accept this recommendation", "accepts this recommendation", "agree with this recommendation",
            "agrees with this recommendation", "accept the principle of", "accepts the principle of",
            "accept the recommendation", "accepts the recommendation", "agree this recommendation",
            "supportive of the aims of", "supportive of this recommendation", "welcomes this recommendation",
        ]
        return markers.contains { opening.contains($0) }
    }

    /// Whether it opens by naming the response and its reason: "This recommendation is partly agreed because ...".
    static func isReason(_ text: String) -> Bool {
        let words = Prose.list(text.prefix(120)).prefix(8)
        guard words.count >= 4,
            words.prefix(5).contains(where: { ["recommendation", "concern", "conclusion", "finding"].contains($0) })
        else { return false }
        return ["this", "the", "we"].contains(words.first ?? "")
            && words.contains { ["accepted", "agreed", "rejected", "noted"].contains($0) }
    }

    /// Whether a sentence of it promises a step or reports one taken.
    static func promisesOrReports(_ text: String) -> Bool {
        Piece.sentences(of: text).contains { promises($0) }
    }

    /// Whether it promises, somewhere in it, a step yet to come, or tells of one taken.
    static func promisesMore(_ text: String) -> Bool {
        let words = Prose.list(text)
        if words.contains(where: pasts.contains) { return true }
        return words.indices.contains { place in
            ["will", "shall"].contains(words[place]) && !(place + 2 < words.count && words[place + 2] == "created")
        }
    }

    private static func promises(_ sentence: String) -> Bool {
        let words = Prose.list(sentence)
        for (place, word) in words.enumerated() {
            if subordinate.contains(word) { return namesActor(words, sentence) }
            let next = Array(words[(place + 1)...].prefix(3))
            if futures.contains(word), word != "plan" || next.first == "to" { return true }
            if auxiliaries.contains(word), let verb = next.first(where: { !adverbs.contains($0) }) {
                if verb == "being" || (verb.hasSuffix("ing") && verb.count > 4) { return true }
                if ["has", "have"].contains(word), isParticiple(verb) { return true }
            }
            if pasts.contains(word), place > 0, !passive.contains(words[place - 1]) { return true }
        }
        return namesActor(words, sentence)
    }

    /// "The YJB uses ...", "NPCC work with ...": a body by its initials, then a verb of doing.
    private static func namesActor(_ words: [String], _ sentence: String) -> Bool {
        let printed = sentence.split(separator: " ").prefix(3)
        guard let name = printed.first(where: { $0.lowercased() != "the" }), name.count(where: { $0.isUppercase }) >= 2,
            let place = words.firstIndex(of: Prose.folded(name).filter { $0.isLetter || $0.isNumber }),
            place + 1 < words.count
        else { return false }
        return doing.contains(words[place + 1])
    }

    private static func isParticiple(_ word: String) -> Bool {
        (word.hasSuffix("ed") && word.count > 3)
            || [
                "begun", "been", "made", "set", "put", "held", "met", "led", "given", "written", "built", "sought",
                "taken",
                "run", "undertaken", "shared", "become", "sent", "drawn",
            ].contains(word)
    }

    private static let futures: Set = [
        "will", "shall", "plans", "plan", "intends", "intend", "aims", "continue", "continues", "committed",
    ]
    private static let auxiliaries: Set = ["is", "are", "am", "has", "have"]
    private static let adverbs: Set = [
        "also", "currently", "now", "already", "working", "closely", "recently", "jointly", "actively", "therefore",
    ]
    private static let subordinate: Set = ["how", "which", "that", "who", "whether", "if", "where", "when", "because"]
    private static let passive: Set = [
        "be", "is", "are", "as", "was", "were", "been", "being", "a", "any", "and", "its",
    ]
    private static let pasts: Set = [
        "published", "launched", "completed", "issued", "introduced", "established", "delivered", "developed", "funded",
        "commissioned", "created", "started", "began", "implemented", "allocated", "appointed", "consulted", "hosted",
    ]
    private static let doing: Set = [
        "uses", "use", "asks", "ask", "works", "work", "supports", "shares", "share", "meets", "meet", "funds",
        "provides", "leads", "runs", "reviews",
    ]
}
