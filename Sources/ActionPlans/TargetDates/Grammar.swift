// The grammar of target dates, first half: from tokens to elements. At each token the productions are tried in a fixed
// order, and what none of them takes is prose. Each production either moves on past what it took or moves nothing.
// The productions stand in Grammar+….swift; what the elements mean together is `Sentence`'s.

import CivilTime

struct Grammar {
    let tokens: [Token]
    let asOf: CivilDate?
    var place = 0
    private(set) var elements: [Element] = []
    /// "£2m in 2025 to 2026": money makes two years one financial year.
    let isAboutMoney: Bool
    let source: [UInt8]

    init(phrase: String, asOf: CivilDate?) {
        source = Array(phrase.utf8)
        tokens = Spelling.mended(Tokenizer.tokens(of: phrase))
        self.asOf = asOf
        isAboutMoney = tokens.contains {
            $0.text == "£" || ["funding", "budget", "million", "spend"].contains($0.text)
        }
    }

    static func elements(of phrase: String, asOf: CivilDate?) -> Grammar {
        var grammar = Grammar(phrase: phrase, asOf: asOf)
        while grammar.place < grammar.tokens.count { grammar.step() }
        return grammar
    }

    private mutating func step() {
        let start = place
        if start > 0, tokens[start].gap == .wide { elements.append(Element(kind: .stop, tokens: start..<start)) }
        if let kind = enumerator() { return append(kind, from: start) }
        if let kind = nothing() ?? relative() ?? recurring() ?? doubt() { return append(kind, from: start) }
        if let kinds = dates() { return kinds.forEach { append($0, from: start) } }
        if let kind = completed() ?? ongoing() ?? event() ?? joint() { return append(kind, from: start) }
        place = start + 1
        append(.prose, from: start)
    }

    private mutating func append(_ kind: Element.Kind, from start: Int) {
        elements.append(Element(kind: kind, tokens: start..<place))
    }

    // MARK: Looking and taking

    /// The text of the token some places on; empty beyond the end.
    func text(_ ahead: Int = 0) -> String {
        tokens.indices.contains(place + ahead) ? tokens[place + ahead].text : ""
    }

    func token(_ ahead: Int = 0) -> Token? {
        tokens.indices.contains(place + ahead) ? tokens[place + ahead] : nil
    }

    func isGlued(_ ahead: Int) -> Bool { token(ahead)?.gap == Token.Gap.none }

    /// The number some places on; nil where there is none that can stand in a date.
    func number(_ ahead: Int = 0) -> Int? {
        guard let token = token(ahead), token.kind == .number, token.value >= 0 else { return nil }
        return token.value
    }

    mutating func take(_ words: String...) -> Bool {
        guard words.indices.allSatisfy({ text($0) == words[$0] }) else { return false }
        place += words.count
        return true
    }

    mutating func take(oneOf words: Set<String>) -> Bool {
        guard words.contains(text()) else { return false }
        place += 1
        return true
    }

    /// Runs a production; where it gives nothing, the place stays.
    mutating func attempt<Result>(_ production: (inout Grammar) -> Result?) -> Result? {
        let start = place
        let result = production(&self)
        if result == nil { place = start }
        return result
    }

    /// The longest of these sequences of words that stands here.
    mutating func takeLongest<Value>(in table: [String: [([String], Value)]]) -> Value? {
        guard let rows = table[text()] else { return nil }
        for (words, value) in rows where words.indices.allSatisfy({ text($0) == words[$0] }) {
            place += words.count
            return value
        }
        return nil
    }

    /// A table of word sequences by their first word, longest first.
    static func table<Value>(_ rows: [(String, Value)]) -> [String: [([String], Value)]] {
        let split = rows.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
        return Dictionary(grouping: split) { $0.0[0] }.mapValues { $0.sorted { $0.0.count > $1.0.count } }
    }

    /// Whether a clause may begin here: nothing, a stop or a joint stands before.
    var isAtEdge: Bool {
        guard let last = elements.last else { return true }
        switch last.kind {
        case .prose: return last.tokens.upperBound <= tokens.count && isMark(last.tokens.lowerBound)
        default: return true
        }
    }

    private func isMark(_ index: Int) -> Bool {
        tokens.indices.contains(index) && tokens[index].kind == .mark && tokens[index].text != "%"
    }

    /// Whether prose goes on here, so that the word before was an adjective: "annual report".
    var goesOnInProse: Bool {
        guard let token = token(), token.kind == .word, token.gap != .wide, !isEnumeratorAhead else { return false }
        guard token.text.first?.isLetter == true else { return false }  // a tick
        return !Self.turns.contains(token.text) && Vocabulary.months[token.text] == nil
            && Vocabulary.seasons[token.text] == nil && !Self.statusWords.contains(token.text)
    }

    /// Words that end a noun phrase.
    static let turns: Set<String> = [
        "and", "or", "then", "by", "in", "on", "at", "from", "to", "until", "for", "if", "when", "subject", "with",
        "once", "onwards", "onward", "thereafter", "as", "after", "before", "following", "but", "every", "each", "q",
        "mid", "early", "late", "end", "per", "throughout", "during", "latest", "earliest", "start", "depending", "h",
        "through", "via", "commencing", "starting", "beginning", "until", "till", "within", "fy", "where", "dependent",
        "at", "however", "although", "unless", "is", "was", "w", "week", "since", "tbc", "approximately", "approx",
        "monday", "tuesday", "wednesday", "thursday", "friday", "basis", "while", "pending", "monthly", "weekly",
        "quarterly", "annually", "termly", "will", "next", "this", "due", "initially", "target", "are",
        "now", "has", "have", "were", "using", "plus",
    ]

    static let statusWords: Set<String> = ["complete", "completed", "ongoing", "done", "closed", "tbc", "underway"]

    /// The phrase between two tokens, as printed.
    func printed(_ range: Range<Int>) -> String {
        guard !range.isEmpty, tokens.indices.contains(range.lowerBound) else { return "" }
        let bytes = tokens[range.lowerBound].bytes.lowerBound..<tokens[range.upperBound - 1].bytes.upperBound
        return Words.squeezed(source[bytes])
    }
}
