// The noise and the mutations that the properties need, from a printed seed.

import TestSupport

extension SplitMix64 {
    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }

    /// Words of the grammar, numbers, marks and odd scalars in any order.
    mutating func noise(words: Int) -> String {
        var text = ""
        for _ in 0..<words {
            switch below(5) {
            case 0: text += String(below(3_000))
            case 1: text += Self.marks[below(Self.marks.count)]
            case 2: text.unicodeScalars.append(Unicode.Scalar(UInt32(below(0xD7FF))) ?? " ")
            default: text += Self.words[below(Self.words.count)]
            }
            if below(3) > 0 { text += " " }
        }
        return text
    }

    /// A phrase with one to four letters dropped, doubled, swapped or replaced, or joined to another phrase.
    mutating func mutated(_ phrase: String, with others: [String]) -> String {
        var letters = Array(phrase)
        for _ in 0...below(4) {
            guard !letters.isEmpty else { return "" }
            let place = below(letters.count)
            switch below(6) {
            case 0: letters.remove(at: place)
            case 1: letters.insert(letters[place], at: place)
            case 2: letters.swapAt(place, below(letters.count))
            case 3: letters[place] = Character(Unicode.Scalar(UInt8(32 + below(95))))
            case 4: letters += Array(Self.marks[below(Self.marks.count)] + others[below(others.count)])
            default: letters = Array(letters.prefix(place))
            }
        }
        return String(letters)
    }

    private static let marks = [
        "-", "–", "/", ".", ",", ";", ":", "(", ")", "&", "£", "%", "'", "’", "\n", "\t", "<p>", "•", "  ", "&nbsp;",
        "<", "&",
    ]
    private static let words = [
        "April", "may", "March", "spring", "Winter", "Q", "Q1", "H2", "FY", "financial year", "by", "from", "until",
        "to",
        "end of", "early", "mid", "late", "before", "the", "this", "next", "year", "month", "weeks", "within", "of",
        "after",
        "every", "each", "termly", "quarterly", "ongoing", "completed", "and", "then", "TBC", "subject to", "was",
        "published",
        "academic", "term", "Easter", "decade", "w/c", "week ending", "first", "half", "quarter", "twice", "a", "for",
        "st", "24/25",
        "2024/25", "2024", "31", "9.2.15", "2024-03-31", "between", "new", "start of", "N/A", "onwards",
        "at the latest",
    ]
}
