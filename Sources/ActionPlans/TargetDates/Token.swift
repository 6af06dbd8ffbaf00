// One word, number or mark of a phrase, with its place in the printed text. It means nothing yet.

struct Token: Sendable {
    enum Kind: Sendable { case word, number, mark }

    /// What stood before it. `wide` is two spaces or more, a tab, an empty line or a block of HTML: a new paragraph.
    enum Gap: Int, Sendable, Comparable {
        case none, space, wide
        static func < (a: Gap, b: Gap) -> Bool { a.rawValue < b.rawValue }
    }

    let kind: Kind
    /// A word in lower case with its slips mended; digits as printed; a mark in its plain form.
    var text: String
    /// The number, or -1 for words, marks and what is too long or grouped ("12,000") to stand in a date.
    let value: Int
    /// Bytes of the phrase in UTF-8.
    let bytes: Range<Int>
    let gap: Gap
    let isCapital: Bool
    /// "1st", "22nd".
    var isOrdinal = false

    var digits: Int { kind == .number ? text.utf8.count : 0 }
}
