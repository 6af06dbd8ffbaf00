// Whether the first words of a cell finish the last words of the cell above it, as they do after a page break.

enum Tail {
    /// Whether `next` goes on where `text` stopped. `standsAlone` says that `next` has an owner or a date to itself.
    static func goesOn(_ text: String, in next: String, standsAlone: Bool) -> Bool {
        guard !text.isEmpty, let first = next.first, !Piece.opensWithLabel(next) else { return false }
        if first.isLowercase { return true }
        if endsSentence(text) || standsAlone { return false }
        if !(first.isLetter || first.isNumber) { return false }
        let opener = Prose.list(next.prefix(30)).first ?? ""
        return !openers.contains(opener)
    }

    /// `next` without the words that already stand at the end of `text`: a page may print a tail twice.
    static func withoutOverlap(_ next: String, after text: String) -> String {
        // Nearly always the first words already say that nothing is printed twice.
        let opening = Prose.folded(words(of: next, upTo: fewest))
        guard PlainBytes.holds(opening, in: Prose.folded(lastWords(of: text))) else { return next }
        let words = next.split(separator: " ")
        let before = text.split(separator: " ").suffix(mostWords).map { Prose.folded($0) }
        let folded = words.prefix(mostWords).map { Prose.folded($0) }
        var length = min(before.count, folded.count)
        while length >= fewest {
            if before.suffix(length).elementsEqual(folded.prefix(length)) {
                return words.dropFirst(length).joined(separator: " ")
            }
            length -= 1
        }
        return next
    }

    /// An overlap of fewer words is chance; no page prints more of them twice.
    private static let fewest = 4
    private static let mostWords = 60

    private static func words(of text: String, upTo count: Int) -> Substring {
        var gaps = 0
        let end = text.utf8.firstIndex { byte in
            if byte == UInt8(ascii: " ") { gaps += 1 }
            return gaps == count
        }
        return text[..<(end ?? text.endIndex)]
    }

    private static func lastWords(of text: String) -> Substring {
        var start = text.utf8.endIndex
        var gaps = 0
        while start > text.utf8.startIndex {
            let before = text.utf8.index(before: start)
            if text.utf8[before] == UInt8(ascii: " ") { gaps += 1 }
            if gaps == mostWords { break }
            start = before
        }
        return text[start...]
    }

    static func endsSentence(_ text: String) -> Bool {
        var rest = text[...]
        while let last = rest.last, "\"'\u{2019}\u{201D})".contains(last) { rest.removeLast() }
        guard let last = rest.last else { return true }
        if ".:;!?".contains(last) { return true }
        return text.split(separator: " ").last.map { $0.hasPrefix("http") || $0.hasPrefix("www.") } ?? true
    }

    /// Words that open a sentence of their own, and so no tail.
    private static let openers: Set = [
        "the", "a", "an", "this", "these", "those", "that", "it", "we", "they", "in", "on", "at", "by", "as", "for",
        "from", "to", "with", "within", "under", "over", "following", "further", "furthermore", "alongside",
        "additionally", "also", "however", "since", "when", "where", "while", "once", "after", "before", "our", "all",
        "each", "every", "there", "work", "through", "both", "subject", "action",
    ]
}
