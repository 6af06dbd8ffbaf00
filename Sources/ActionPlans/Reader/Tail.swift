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
        let words = next.split(separator: " ")
        let before = text.split(separator: " ").suffix(60).map { Prose.folded($0) }
        let folded = words.prefix(60).map { Prose.folded($0) }
        var length = min(before.count, folded.count)
        while length >= 4 {
            if before.suffix(length).elementsEqual(folded.prefix(length)) {
                return words.dropFirst(length).joined(separator: " ")
            }
            length -= 1
        }
        return next
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
