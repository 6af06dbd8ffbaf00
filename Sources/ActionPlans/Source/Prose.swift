// The few things that are done to words everywhere in the reader, with the standard library only: trimming, joining,
// and the folded form in which two spellings of one phrase compare equal.

enum Prose {
    /// `text` without white space (a form feed and a byte order mark included) at either end.
    static func trimmed(_ text: some StringProtocol) -> String {
        var rest = text[...]
        while let first = rest.first, isBlank(first) { rest.removeFirst() }
        while let last = rest.last, isBlank(last) { rest.removeLast() }
        return String(rest)
    }

    /// `text` trimmed, with each run of white space as one space.
    static func squeezed(_ text: some StringProtocol) -> String {
        PlainBytes.squeezed(text) ?? text.split(whereSeparator: isBlank).joined(separator: " ")
    }

    /// Lower case, straight quotes, plain dashes, single spaces: for comparing, never for printing.
    static func folded(_ text: some StringProtocol) -> String {
        PlainBytes.folded(text) ?? String(squeezed(text).lowercased().map(plain))
    }

    /// The lower-case words of `text`: letters, digits and inner apostrophes, in order.
    static func list(_ text: some StringProtocol) -> [String] {
        if let words = PlainBytes.list(text) { return words }
        return folded(text).split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
    }

    static func isBlank(_ character: Character) -> Bool {
        character.isWhitespace || character == "\u{FEFF}" || character == "\u{200B}"
    }

    private static func plain(_ character: Character) -> Character {
        switch character {
        case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}": "'"
        case "\u{201C}", "\u{201D}", "\u{2033}": "\""
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        default: character
        }
    }
}
