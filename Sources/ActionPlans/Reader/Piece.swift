// The paragraphs of a band cut further: at the letters of lettered parts, and at the entries of lists that lost their
// marks.

/// One lettered part, bullet or paragraph.
struct Piece {
    enum Kind: Hashable { case lettered, bullet, paragraph }

    var kind: Kind
    var letter: String?
    var text: String

    /// The pieces of `blocks`, in order.
    static func cut(_ blocks: [Block]) -> [Piece] {
        blocks.flatMap { block -> [Piece] in
            let parts = lettered(block.text)
            if parts.count > 1 || parts[0].letter != nil { return parts }
            switch block.kind {
            case .paragraph: return parts
            case .bullet: return [Piece(kind: .bullet, letter: nil, text: block.text)]
            case .unmarkedList:
                return entries(of: block.text).map { Piece(kind: .bullet, letter: nil, text: $0) }
            }
        }
    }

    /// `text` cut where the next letter in order begins a sentence: "a. The unit will ... b. In the ...".
    private static func lettered(_ text: String) -> [Piece] {
        guard let (letter, rest) = label(opening: text) else {
            return [Piece(kind: .paragraph, letter: nil, text: text)]
        }
        var pieces: [Piece] = []
        var current = letter
        var words: [Substring] = []
        var sentenceEnded = false
        let all = rest.split(separator: " ")
        for (place, word) in all.enumerated() {
            if sentenceEnded, let next = bare(word), follows(current, next), place + 1 < all.count,
                all[place + 1].first?.isUppercase == true
            {
                pieces.append(Piece(kind: .lettered, letter: current, text: words.joined(separator: " ")))
                current = next
                words = []
            } else {
                words.append(word)
            }
            sentenceEnded = word.last.map { ".:;!?".contains($0) } ?? false
        }
        pieces.append(Piece(kind: .lettered, letter: current, text: words.joined(separator: " ")))
        return pieces
    }

    /// The letter or small number that opens `text`, and the text after it: "a. The", "(b) A", "2) Each".
    private static func label(opening text: String) -> (String, rest: String)? {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, let letter = bare(words[0]) ?? numbered(words[0]),
            words[1].first.map({ $0.isUppercase || "\"\u{201C}\u{2018}'(".contains($0) }) == true
        else { return nil }
        return (letter, String(words[1]))
    }

    /// Whether `text` opens with the letter or number of a lettered part.
    static func opensWithLabel(_ text: String) -> Bool { label(opening: text) != nil }

    /// The label in "1a.", "2b)", "3.1" or nil.
    private static func numbered(_ word: Substring) -> String? {
        let inner = word.last.map { ".):".contains($0) } == true ? word.dropLast() : word
        let digits = inner.prefix { $0.isASCIIDigit }
        let rest = inner.dropFirst(digits.count)
        guard (1...2).contains(digits.count), !rest.isEmpty else { return nil }
        if rest.count == 1, rest.allSatisfy({ $0.isASCII && $0.isLowercase }) { return String(inner) }
        let minor = rest.dropFirst()
        return rest.first == "." && (1...2).contains(minor.count) && minor.allSatisfy(\.isASCIIDigit)
            ? String(inner) : nil
    }

    /// The label in "a.", "a)", "(a)", "2." or nil.
    static func bare(_ word: Substring) -> String? {
        guard let last = word.last, last == "." || last == ")" else { return nil }
        let inner = word.dropLast().drop { $0 == "(" }
        guard !inner.isEmpty, inner.count <= 4 else { return nil }
        if inner.count == 1, let letter = inner.first, letter.isASCII, letter.isLowercase { return String(inner) }
        if romans.contains(String(inner)) { return String(inner) }
        return inner.count <= 2 && inner.allSatisfy(\.isASCIIDigit) ? String(inner) : nil
    }

    private static let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]

    /// Whether `next` is the label after `label`: b after a, 3 after 2, ii after i.
    static func follows(_ label: String, _ next: String) -> Bool {
        if let place = romans.firstIndex(of: label), place + 1 < romans.count, romans[place + 1] == next { return true }
        if next.count > 1, romans.contains(next) { return false }
        if let a = Int(label), let b = Int(next) { return b == a + 1 }
        guard let a = label.unicodeScalars.first, let b = next.unicodeScalars.first else { return false }
        return b.value == a.value + 1
    }

    /// The entries of a list without marks: each sentence that begins as the first one does begins an entry.
    private static func entries(of text: String) -> [String] {
        let sentences = sentences(of: text)
        guard let opening = sentences.first.flatMap({ Prose.list($0).first }) else { return [text] }
        var entries: [String] = []
        for sentence in sentences {
            if entries.isEmpty || begins(sentence, like: opening) {
                entries.append(sentence)
            } else {
                entries[entries.count - 1] += " " + sentence
            }
        }
        return entries
    }

    private static func begins(_ sentence: String, like opening: String) -> Bool {
        let words = Prose.list(sentence)
        guard let first = words.first else { return false }
        if isGerund(first) || (first.hasSuffix("ly") && words.count > 1 && isGerund(words[1])) { return true }
        return first == opening && !["the", "a", "an", "this", "these", "it", "in", "we", "they"].contains(first)
    }

    private static func isGerund(_ word: String) -> Bool {
        word.count > 5 && word.hasSuffix("ing") && !["following", "during", "including", "regarding"].contains(word)
    }

    static func sentences(of text: String) -> [String] {
        var sentences: [String] = []
        var words: [Substring] = []
        let all = text.split(separator: " ")
        for (place, word) in all.enumerated() {
            words.append(word)
            let ends = word.last.map { ".!?;".contains($0) } ?? false
            let next = place + 1 < all.count ? all[place + 1].first : nil
            if ends, next?.isUppercase == true, word.count > 2 {
                sentences.append(words.joined(separator: " "))
                words = []
            }
        }
        if !words.isEmpty { sentences.append(words.joined(separator: " ")) }
        return sentences
    }
}
