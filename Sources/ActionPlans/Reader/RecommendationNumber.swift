// A recommendation's number as plans print it: "6", "6.", "4a", "12b", "R7", "Rec 3", "4.1".

/// A recommendation's number, without the words and stops around it.
package struct RecommendationNumber: Hashable {
    package let text: String

    /// The number that a whole cell holds, or nil where the cell holds anything else. Only a cell that is known to
    /// stand in a column of numbers may hold more than three `digits`; elsewhere 2024 is a year.
    package init?(cell: String, digits: Int = 3) {
        var rest = Prose.folded(cell)[...]
        for word in ["recommendation", "rec.", "rec", "r", "no.", "no"] where rest.hasPrefix(word) {
            let after = rest.dropFirst(word.count).drop { $0 == " " }
            if let first = after.first, first.isASCIIDigit {
                rest = after
                break
            }
        }
        while let last = rest.last, ".:)".contains(last) { rest.removeLast() }
        guard RecommendationNumber.isNumber(rest, most: digits) else { return nil }
        text = String(rest)
    }

    /// The number that opens `text`, and the text after it: "4a. Review the ..." or nil.
    static func opening(_ text: String) -> (number: RecommendationNumber, rest: String)? {
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2 else { return nil }
        if ["recommendation", "rec", "rec."].contains(words[0].lowercased()), words.count == 3,
            let number = RecommendationNumber(cell: String(words[1]))
        {
            return (number, String(words[2]))
        }
        guard let number = RecommendationNumber(cell: String(words[0])) else { return nil }
        return (number, words.dropFirst().joined(separator: " "))
    }

    private static func isNumber(_ text: Substring, most: Int) -> Bool {
        let digits = text.prefix { $0.isASCIIDigit }
        guard (1...most).contains(digits.count) else { return false }
        var rest = text.dropFirst(digits.count)
        if rest.first == "." {
            let minor = rest.dropFirst().prefix { $0.isASCIIDigit }
            guard (1...2).contains(minor.count) else { return false }
            rest = rest.dropFirst(1 + minor.count)
        }
        return rest.isEmpty || (rest.count == 1 && rest.allSatisfy { $0.isASCII && $0.isLetter })
    }
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
