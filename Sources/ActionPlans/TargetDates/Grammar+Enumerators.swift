// Productions for the letters and numbers that tell one statement of a phrase from the next. They are no dates.

extension Grammar {
    /// The letter or number of one of several statements: "a) June 2024 b) Complete", "(ii) March 2025".
    mutating func enumerator() -> Element.Kind? {
        let opens = text() == "("
        let label = opens ? 1 : 0
        guard text(label + 1) == ")", isGlued(label + 1), !opens || isGlued(1), opens || !isInBracket else {
            return nil
        }
        let isNumber = number(label).map { (1...20).contains($0) && token(label)?.digits ?? 9 <= 2 } ?? false
        guard isNumber || Self.letters.contains(text(label)) else { return nil }
        place += label + 2
        return .stop
    }

    var isEnumeratorAhead: Bool {
        var ahead = self
        return ahead.enumerator() != nil
    }

    private var isInBracket: Bool {
        for index in tokens[..<place].indices.reversed() {
            if tokens[index].text == "(" { return true }
            if tokens[index].text == ")" { return false }
        }
        return false
    }

    private static let letters: Set<String> = [
        "a", "b", "c", "d", "e", "f", "g", "h", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii",
    ]
}
