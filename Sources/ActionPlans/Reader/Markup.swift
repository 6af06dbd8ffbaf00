// The text of a cell as paragraphs and bullets. Cells hold HTML that broke on its way here (lists never closed,
// paragraphs inside lists, tags within words), bullets as characters, and paragraphs parted by two spaces. Every tag
// that is not known is dropped, and nothing is ever refused.

/// One paragraph or list entry of a cell.
struct Block: Hashable {
    enum Kind: Hashable {
        case paragraph, bullet
        /// Text that stands in a list without a mark of its own.
        case unmarkedList
    }

    var kind: Kind
    var text: String
    /// The line of the document that it was read from.
    var line: Int
}

struct Markup {
    private var blocks: [Block] = []
    private var text = ""
    private var kind = Block.Kind.paragraph
    private let line: Int

    /// The blocks of a cell, in order, none of them empty.
    static func blocks(of cell: String, line: Int) -> [Block] {
        if cell.isEmpty { return [] }
        if PlainBytes.isOneParagraph(cell) { return [Block(kind: .paragraph, text: cell, line: line)] }
        var markup = Markup(line: line)
        markup.read(cell)
        return markup.blocks
    }

    /// The text of a cell on one line, without markup.
    static func plain(_ cell: String) -> String {
        blocks(of: cell, line: 0).map(\.text).joined(separator: " ")
    }

    private init(line: Int) { self.line = line }

    private mutating func read(_ cell: String) {
        let linesPart = !cell.contains("<p")
        let hasLines = linesPart && cell.contains(where: \.isNewline)
        var startsLine = hasLines
        var rest = cell[...]
        while let character = rest.first {
            if character == "<", let tag = MarkupTag(at: rest) {
                apply(tag)
                rest = rest.dropFirst(tag.length)
                if Markup.struck.contains(tag.name), !tag.closes { rest = Markup.afterStruck(rest, tag.name) ?? rest }
                continue
            }
            if character == "&", let (letter, length) = Entities.first(of: rest) {
                text.append(letter)
                rest = rest.dropFirst(length)
                continue
            }
            rest.removeFirst()
            let isDash = startsLine && Markup.dashes.contains(character) && rest.first == " "
            if !Prose.isBlank(character) { startsLine = false }
            if isDash || Markup.bullets.contains(character) {
                endBlock()
                kind = .bullet
            } else if character.isNewline {
                if linesPart { endLine() } else { text.append(" ") }
                startsLine = hasLines
            } else if Prose.isBlank(character), let next = rest.first, Prose.isBlank(next) {
                rest = rest.drop(while: Prose.isBlank)
                breakAtGap(before: rest.first)
            } else {
                text.append(character)
            }
        }
        endBlock()
    }

    /// Words that are struck out, and so no longer said. Struck words without an end are read.
    private static let struck: Set = ["s", "strike", "del"]

    private static func afterStruck(_ text: Substring, _ name: String) -> Substring? {
        var rest = text.prefix(2_000)
        while let place = rest.firstIndex(of: "<") {
            if let tag = MarkupTag(at: text[place...]), tag.name == name, tag.closes {
                return text[place...].dropFirst(tag.length)
            }
            rest = rest[rest.index(after: place)...]
        }
        return nil
    }

    private static let bullets: Set<Character> = [
        "\u{2022}", "\u{25CF}", "\u{25AA}", "\u{25E6}", "\u{2023}", "\u{F0B7}",
    ]

    /// Marks that open a bullet at the head of a line, as people type them in a cell of several lines.
    private static let dashes: Set<Character> = ["-", "*", "\u{2013}"]

    private mutating func endLine() {
        endBlock()
        if kind == .bullet { kind = .paragraph }
    }

    /// Two spaces part paragraphs, unless the sentence plainly runs on.
    private mutating func breakAtGap(before next: Character?) {
        let ended = Prose.trimmed(text).last.map { ".:;!?".contains($0) } ?? true
        if let next, next.isLowercase, !ended {
            text.append(" ")
        } else {
            endBlock()
            if kind == .bullet { kind = .paragraph }
        }
    }

    private mutating func apply(_ tag: MarkupTag) {
        switch (tag.name, tag.closes) {
        case ("p", _), ("div", _), ("tr", _), ("td", _):
            endBlock()
            kind = .paragraph
        case ("br", _):
            endBlock()
        case ("li", false):
            endBlock()
            kind = .bullet
        case ("li", true), ("ul", false), ("ol", false):
            endBlock()
            kind = .unmarkedList
        case ("ul", true), ("ol", true):
            endBlock()
            kind = .paragraph
        default:
            break
        }
    }

    private mutating func endBlock() {
        let paragraph = Prose.squeezed(text)
        if !paragraph.isEmpty { blocks.append(Block(kind: kind, text: paragraph, line: line)) }
        text = ""
    }
}
