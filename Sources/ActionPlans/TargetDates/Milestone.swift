// The words beside a date, without the small words and marks that only lead to it. It never holds a label alone.

enum Milestone {
    /// What the tokens say as printed; nil where they say nothing ("Target date:", "by the").
    static func words(_ range: Range<Int>, in grammar: Grammar) -> String? {
        var range = range
        while let first = range.first, strips(grammar.tokens[first], leading) { range = (first + 1)..<range.upperBound }
        while let last = range.last, strips(grammar.tokens[last], trailing), !closes(range, in: grammar) {
            range = range.lowerBound..<last
        }
        let words = range.filter { grammar.tokens[$0].kind == .word }.map { grammar.tokens[$0].text }
        guard
            words.contains(where: { !Vocabulary.labels.contains($0) && $0.utf8.count > 1 })
                || isQuantity(range, in: grammar)
        else {
            return nil
        }
        return grammar.printed(range)
    }

    private static func strips(_ token: Token, _ words: Set<String>) -> Bool {
        switch token.kind {
        case .mark: !["%", "£", "\""].contains(token.text)
        case .word: words.contains(token.text)
        case .number: false
        }
    }

    /// "(first draft)" keeps its closing bracket where it has the opening one.
    private static func closes(_ range: Range<Int>, in grammar: Grammar) -> Bool {
        guard let last = range.last, grammar.tokens[last].text == ")" else { return false }
        return range.contains { grammar.tokens[$0].text == "(" }
    }

    private static func isQuantity(_ range: Range<Int>, in grammar: Grammar) -> Bool {
        range.contains { ["%", "£"].contains(grammar.tokens[$0].text) }
    }

    private static let leading: Set<String> = [
        "and", "then", "or", "but", "with", "also", "for", "by", "in", "on", "when", "is",
    ]
    private static let trailing: Set<String> = [
        "by", "in", "on", "at", "is", "are", "the", "of", "for", "from", "to", "until", "due", "expected", "around",
        "before", "and", "or", "between", "a", "during", "likely", "approximately", "currently", "now", "target",
    ]
}
