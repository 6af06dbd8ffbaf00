// A date and the one that took its place: "30 September 2023, revised to 31 March 2024". Only the later word counts; the
// phrase itself keeps both. Words that say more than that a date was changed are a statement of their own.

extension Sentence {
    static let revision = "a revised date takes the place of the one before it"

    mutating func dropRevised() {
        for index in statements.indices.dropLast().reversed() {
            guard statements.indices.contains(index + 1), isDue(statements[index]), isDue(statements[index + 1]) else {
                continue
            }
            switch (change(at: index), change(at: index + 1)) {
            case (.former, .plain) where isMoved(from: index), (.former, .latter):
                replace(index, by: index + 1)
            case (.former, .plain) where Milestone.words(statements[index + 1].words, in: grammar) == nil:
                replace(index, by: index + 1)
            case (.plain, .latter), (.latter, .latter): replace(index, by: index + 1)
            case (.plain, .former), (.latter, .former):
                statements[index].isRevision = true
                statements[index + 1].isSilent = true
            default: continue
            }
        }
    }

    private enum Change { case plain, former, latter }

    private func isDue(_ statement: Statement) -> Bool {
        if case .date(let term) = statement.kind { !term.isOpen } else { false }
    }

    /// What the words before a date make of it, where they say nothing else.
    private func change(at index: Int) -> Change {
        let statement = statements[index]
        if let mark = markBehind(index) { return mark }
        let bracket = index > 0 && markBehind(index - 1) != nil
        let rest = bracket ? statement.words.drop { grammar.tokens[$0].text != ")" } : statement.words[...]
        var words = rest.filter { grammar.tokens[$0].kind == .word }.map { grammar.tokens[$0].text }
        guard words.allSatisfy({ Vocabulary.labels.contains($0) || Self.changeWords.contains($0) }) else {
            return .plain
        }
        let isFrom = grammar.tokens[statement.tokens.lowerBound].text == "from" || words.last == "from"
        let isTo = words.last == "to"
        words.removeAll { ["to", "from"].contains($0) }
        if words.contains(where: Self.formerWords.contains) || words == ["was"] { return .former }
        guard words.contains(where: Self.latterWords.contains) else { return .plain }
        if isFrom { return .former }
        return isTo || words.count <= 4 ? .latter : .plain
    }

    /// "March 2023 (original) June 2024 (revised)": what a bracket behind a date calls it.
    private func markBehind(_ index: Int) -> Change? {
        let start = statements[index].tokens.upperBound
        guard start < grammar.tokens.count, grammar.tokens[start].text == "(" else { return nil }
        let words = grammar.tokens[(start + 1)...].prefix { $0.text != ")" }
        guard (1...3).contains(words.count),
            words.allSatisfy({ Vocabulary.labels.contains($0.text) || Self.changeWords.contains($0.text) })
        else { return nil }
        if words.contains(where: { Self.formerWords.contains($0.text) }) { return .former }
        return words.contains(where: { Self.latterWords.contains($0.text) }) ? .latter : nil
    }

    /// "revised from March 2023 to June 2024": the second date is tied to the first by "to".
    private func isMoved(from index: Int) -> Bool {
        let next = statements[index + 1]
        return next.joints.contains(.to) || next.term?.lead == .until
    }

    private mutating func replace(_ former: Int, by latter: Int) {
        let words = statements[former].words
        if Milestone.words(words, in: grammar) != nil { statements[latter].words = words }
        if var term = statements[latter].term, term.lead == .until {
            term.lead = .none
            statements[latter].kind = .date(term)
        }
        statements[latter].isRevision = true
        statements.remove(at: former)
    }

    private static let formerWords: Set<String> = [
        "original", "originally", "previous", "previously", "formerly", "former", "old", "initial",
    ]

    private static let latterWords: Set<String> = changes.union(["now", "new", "current"])

    private static let changeWords: Set<String> =
        latterWords.union(formerWords).union(["back", "forward", "has", "have", "been", "out"])
}
