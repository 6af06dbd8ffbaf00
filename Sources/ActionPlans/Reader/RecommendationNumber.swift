// A recommendation's number as plans print it: "6", "6.", "4a", "12b", "R7", "Rec 3", "4.1", "(iv)", "AFI 3", "MD1".

/// A recommendation's number, without the words and stops around it.
package struct RecommendationNumber: Hashable {
    package let text: String

    /// The number that a whole cell holds, or nil where the cell holds anything else. Only a cell that is known to
    /// stand in a column of numbers may hold more than three `digits`, a Roman numeral or a code of letters and digits;
    /// elsewhere 2024 is a year and "Q1" a quarter.
    package init?(cell: String, digits: Int = 3) {
        if cell.utf8.count > 40 { return nil }
        var rest = Prose.folded(cell)[...]
        var isNamed = false
        for word in RecommendationNumber.names where rest.hasPrefix(word) {
            let after = rest.dropFirst(word.count).drop { " .:#".contains($0) }
            if let first = after.first, first.isASCIIDigit || (word.count > 2 && RecommendationNumber.isRoman(after)) {
                rest = after
                isNamed = true
                break
            }
        }
        while let last = rest.last, ".:) -".contains(last) { rest.removeLast() }
        if let inner = RecommendationNumber.bracketed(rest) { rest = inner }
        if RecommendationNumber.isNumber(rest, most: digits) {
            text = String(rest)
        } else if (isNamed || digits > 3), RecommendationNumber.isRoman(rest) {
            text = String(rest)
        } else if digits > 3, let code = RecommendationNumber.code(cell) {
            text = code
        } else {
            return nil
        }
    }

    /// The number that opens `text`, and the text after it: "4a. Review the ...", "Recommendation 3: Review", "AFI 2 –
    /// Review"; nil for any other text.
    static func opening(_ text: String) -> (number: RecommendationNumber, rest: String)? {
        let words = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: true)
        guard words.count >= 2 else { return nil }
        let first = words[0].lowercased()
        if RecommendationNumber.words.contains(first) {
            guard words.count > 2, let number = RecommendationNumber.cut(words[1]) else { return nil }
            return (number, RecommendationNumber.rest(of: words.dropFirst(2)))
        }
        guard let number = RecommendationNumber.cut(words[0]) else { return nil }
        // A number without a stop, before a word in small letters, only counts something: "10 social workers".
        let isMarked = words[0].contains { !$0.isASCIIDigit } || ["-", "\u{2013}", "\u{2014}"].contains(words[1])
        guard isMarked || words[1].first?.isLowercase != true else { return nil }
        return (number, RecommendationNumber.rest(of: words.dropFirst()))
    }

    /// The number that a line across the table opens by its name ("Recommendation 4: ..."), and the rest, which may be
    /// empty.
    static func named(_ text: String) -> (number: RecommendationNumber, rest: String)? {
        let words = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
        guard words.count >= 2, RecommendationNumber.words.contains(words[0].lowercased()),
            let number = RecommendationNumber.cut(words[1])
        else { return nil }
        return (number, RecommendationNumber.rest(of: words.dropFirst(2)))
    }

    private static func cut(_ word: Substring) -> RecommendationNumber? {
        guard let first = word.unicodeScalars.first, first.properties.isAlphabetic || first.isASCII else { return nil }
        let bare = word.last.map { ":;,.)".contains($0) } == true ? word.dropLast() : word
        let isShort = bare.count <= 8 && bare.contains(where: \.isASCIIDigit)
        return isShort ? RecommendationNumber(cell: String(bare)) : nil
    }

    private static func rest(of words: ArraySlice<Substring>) -> String {
        Prose.trimmed(words.joined(separator: " ").drop { ":-\u{2013}\u{2014} ".contains($0) })
    }

    /// "(4)" as 4, "1(a)" as 1a.
    private static func bracketed(_ text: Substring) -> Substring? {
        guard text.contains("("), !text.contains(" ") else { return nil }
        return text.filter { $0 != "(" && $0 != ")" }[...]
    }

    private static func isNumber(_ text: Substring, most: Int) -> Bool {
        let digits = text.prefix { $0.isASCIIDigit }
        guard (1...most).contains(digits.count) else { return false }
        var rest = text.dropFirst(digits.count)
        var levels = 0
        while rest.first == ".", levels < 3 {
            let minor = rest.dropFirst().prefix { $0.isASCIIDigit }
            guard (1...2).contains(minor.count) else { return false }
            rest = rest.dropFirst(1 + minor.count)
            levels += 1
        }
        if levels > 0, most <= 3, digits.count > 2 { return false }
        return rest.isEmpty || (rest.count == 1 && rest.allSatisfy { $0.isASCII && $0.isLetter })
    }

    private static func isRoman(_ text: Substring) -> Bool {
        let bare = text.filter { !"().:".contains($0) }
        return (1...5).contains(bare.count) && bare.allSatisfy { "ivx".contains($0) }
    }

    /// A code of one to five letters and a number, as printed without spaces: "AFI3", "MD1", "R2.1".
    private static func code(_ cell: String) -> String? {
        var rest = Prose.squeezed(cell)[...]
        while let last = rest.last, ".:)".contains(last) { rest.removeLast() }
        let letters = rest.prefix { $0.isASCII && $0.isLetter }
        guard (1...5).contains(letters.count), letters.first?.isUppercase == true else { return nil }
        let after = rest.dropFirst(letters.count).drop { " -/".contains($0) }
        guard Months.number(letters) == nil, isNumber(after[...], most: 3) else { return nil }
        return String(letters) + after.lowercased()
    }

    private static let names = [
        "recommendation no", "recommendation", "recs", "rec no", "rec", "ref", "item", "action", "r", "no", "#",
    ]
    /// The words that announce a number in a text.
    private static let words: Set = ["recommendation", "rec", "rec.", "recommendation:", "r"]
}

extension Character {
    var isASCIIDigit: Bool { isASCII && isNumber }
}
