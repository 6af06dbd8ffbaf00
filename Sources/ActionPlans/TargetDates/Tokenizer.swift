// Cuts a phrase into words, numbers and marks in one pass. Typographic dashes, quotes and spaces become plain ones, and
// markup becomes a gap; the places still point into the printed text. It knows no dates.

struct Tokenizer {
    private let bytes: [UInt8]
    private var place = 0
    private var gap = Token.Gap.none
    private(set) var tokens: [Token] = []

    static func tokens(of phrase: String) -> [Token] {
        var tokenizer = Tokenizer(bytes: Array(phrase.utf8))
        tokenizer.run()
        return tokenizer.tokens
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func run() {
        while place < bytes.count {
            if skipSpace() || skipMarkup() { continue }
            let byte = bytes[place]
            if Self.isDigit(byte) {
                number()
            } else if Self.isLetter(byte) {
                word()
            } else {
                mark()
            }
        }
    }

    // MARK: What only separates

    private mutating func skipSpace() -> Bool {
        let width = spaceWidth(at: place)
        guard width > 0 else { return false }
        let isTab = bytes[place] == 0x09
        let isSecondLineFeed = bytes[place] == 0x0A && gap != .none && place > 0 && endsWithLineFeed()
        let isSecondSpace = gap != .none && bytes[place] != 0x0A && bytes[place] != 0x0D && !endsWithLineFeed()
        place += width
        gap = isTab || isSecondLineFeed || isSecondSpace ? .wide : max(gap, .space)
        return true
    }

    /// Whether the white space so far holds a line feed: an indented second line is not a new paragraph.
    private func endsWithLineFeed() -> Bool {
        var before = place - 1
        while before >= 0, before > place - 32, bytes[before] == 0x20 || bytes[before] == 0x0D { before -= 1 }
        return before >= 0 && bytes[before] == 0x0A
    }

    /// The length of a space at a place, typographic ones included; 0 where there is none.
    private func spaceWidth(at place: Int) -> Int {
        switch bytes[place] {
        case 0x09, 0x0A, 0x0D, 0x20: return 1
        case 0xC2 where follows(place, [0xA0]): return 2  // no-break space
        case 0xE2 where follows(place, [0x80]) && place + 2 < bytes.count:
            let last = bytes[place + 2]
            return (0x80...0x8B).contains(last) || last == 0xAF ? 3 : 0  // en quad to zero-width, narrow no-break
        default: return 0
        }
    }

    /// Skips a tag of HTML, or an entity for a space. A tag that raises "st" or "th" leaves no gap.
    private mutating func skipMarkup() -> Bool {
        if bytes[place] == 0x26 {  // &
            for (entity, isSpace) in Self.entities where starts(with: entity) {
                place += isSpace ? entity.count : entity.count - 1
                if isSpace { gap = max(gap, .space) } else { emit(.mark, "&", -1, from: place, to: place + 1) }
                return true
            }
            return false
        }
        guard bytes[place] == 0x3C, place + 1 < bytes.count else { return false }  // <
        let first = bytes[place + 1]
        guard Self.isLetter(first) || first == 0x2F,
            let close = bytes[place..<min(place + 64, bytes.count)].firstIndex(of: 0x3E)
        else { return false }
        let isInline = place + 2 < bytes.count && Self.inline.contains(bytes[place + (first == 0x2F ? 2 : 1)] | 0x20)
        place = close + 1
        if !isInline { gap = .wide }
        return true
    }

    private static let entities: [([UInt8], Bool)] = [(Array("&nbsp;".utf8), true), (Array("&amp;".utf8), false)]
    /// First letters of strong, sup, span, i, em.
    private static let inline: Set<UInt8> = [0x73, 0x69, 0x65]

    // MARK: What counts

    private mutating func number() {
        let start = place
        while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
        var isGrouped = false
        while place + 3 < bytes.count, bytes[place] == 0x2C, place - start <= 3 || isGrouped,
            bytes[(place + 1)...(place + 3)].allSatisfy(Self.isDigit),
            place + 4 == bytes.count || !Self.isDigit(bytes[place + 4])
        {
            isGrouped = true
            place += 4
        }
        let digits = String(decoding: bytes[start..<place], as: UTF8.self)
        let value = isGrouped || digits.utf8.count > 8 ? -1 : Int(digits) ?? -1
        emit(.number, digits, value, from: start, to: place)
        ordinalSuffix()
    }

    private mutating func ordinalSuffix() {
        guard place + 1 < bytes.count else { return }
        let pair = [bytes[place] | 0x20, bytes[place + 1] | 0x20]
        guard Self.suffixes.contains(pair), place + 2 == bytes.count || !Self.isLatin(bytes[place + 2]) else { return }
        place += 2
        tokens[tokens.count - 1].isOrdinal = true
    }

    private static let suffixes: Set<[UInt8]> = ["st", "nd", "rd", "th"].reduce(into: []) { $0.insert(Array($1.utf8)) }

    private mutating func word() {
        let start = place
        while place < bytes.count, Self.isLetter(bytes[place]), spaceWidth(at: place) == 0, typographic() == nil {
            place += 1
            if place + 1 < bytes.count, Self.isLetter(bytes[place + 1]), bytes[place] == 0x27 { place += 1 }  // it's
        }
        if place == start { return mark() }
        let text = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        emit(.word, text, -1, from: start, to: place)
    }

    private mutating func mark() {
        let start = place
        if let (plain, width) = typographic() {
            place += width
            emit(.mark, plain, -1, from: start, to: place)
        } else {
            place += 1
            while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
            emit(.mark, String(decoding: bytes[start..<place], as: UTF8.self), -1, from: start, to: place)
        }
    }

    /// The plain form of a typographic mark here, with its length.
    private func typographic() -> (String, Int)? {
        guard place + 1 < bytes.count, bytes[place] >= 0xC2 else { return nil }
        if bytes[place] == 0xC2 {
            switch bytes[place + 1] {
            case 0xA3: return ("£", 2)
            case 0xB7: return ("•", 2)
            case 0xAD: return ("-", 2)
            default: return nil
            }
        }
        guard bytes[place] == 0xE2, place + 2 < bytes.count else { return nil }
        switch (bytes[place + 1], bytes[place + 2]) {
        case (0x80, 0x90...0x95), (0x88, 0x92): return ("-", 3)
        case (0x80, 0x98...0x9B): return ("'", 3)
        case (0x80, 0x9C...0x9F): return ("\"", 3)
        case (0x80, 0xA2), (0x97, 0x8F): return ("•", 3)
        case (0x80, 0xA6): return (".", 3)
        case (0x81, 0x84): return ("/", 3)
        case (0x86, 0x92): return ("→", 3)
        default: return nil
        }
    }

    private mutating func emit(_ kind: Token.Kind, _ text: String, _ value: Int, from start: Int, to end: Int) {
        let isCapital = kind == .word && (0x41...0x5A).contains(bytes[start])
        tokens.append(
            Token(kind: kind, text: text, value: value, bytes: start..<end, gap: gap, isCapital: isCapital))
        gap = .none
        if end > place { place = end }
    }

    private func follows(_ place: Int, _ next: [UInt8]) -> Bool {
        place + next.count < bytes.count && Array(bytes[(place + 1)...(place + next.count)]) == next
    }

    private func starts(with text: [UInt8]) -> Bool {
        place + text.count <= bytes.count && bytes[place..<(place + text.count)].elementsEqual(text)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// Letters of ASCII, and every byte beyond it: other scripts are words that say nothing.
    private static func isLetter(_ byte: UInt8) -> Bool { isLatin(byte) || byte >= 0x80 }

    private static func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) }
}
