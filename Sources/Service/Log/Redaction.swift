// Mail addresses are taken out of whatever is logged above debug level, whoever wrote the words: a peer's reply, a
// mistake in a settings file. It errs on the side of taking out too much.

enum Redaction {
    static let mark = "(address)"

    /// The text with each run of characters that holds an `@` between others replaced. Message-IDs go, too.
    static func withoutAddresses(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return text }
        var kept = ""
        var word = ""
        for character in text {
            if endsWord(character) {
                kept += checked(word)
                kept.append(character)
                word = ""
            } else {
                word.append(character)
            }
        }
        return kept + checked(word)
    }

    private static func endsWord(_ character: Character) -> Bool {
        character.isWhitespace || "<>()[]\",;:=".contains(character)
    }

    private static func checked(_ word: String) -> String {
        guard let at = word.lastIndex(of: "@"), at > word.startIndex, word.index(after: at) < word.endIndex else {
            return word
        }
        return mark
    }
}
