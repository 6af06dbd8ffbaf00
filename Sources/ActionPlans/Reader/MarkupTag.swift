// One tag of a cell's markup: its name and whether it closes. Attributes are skipped.

struct MarkupTag: Hashable {
    let name: String
    let closes: Bool
    /// The number of characters from "<" to ">".
    let length: Int

    /// The tag that begins at the "<" which opens `text`, or nil where the "<" is only a character.
    init?(at text: Substring) {
        var rest = text.dropFirst()
        closes = rest.first == "/"
        if closes { rest = rest.dropFirst() }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let first = name.first, first.isLetter, name.count <= 12 else { return nil }
        // A tag ends before the next one begins; looking no further keeps a cell of a million "<" quick.
        guard let end = rest.utf8.prefix(2_000).firstIndex(where: { $0 == 0x3E || $0 == 0x3C }), rest[end] == ">"
        else {
            return nil
        }
        self.name = name.lowercased()
        length = text.distance(from: text.startIndex, to: end) + 1
    }
}
