// The same few things done to words byte by byte, for text that is nothing but ASCII and the usual typographic quotes and
// dashes: nearly all text of published plans. A table of 50,000 rows is read ten times as fast. Never does anything that
// Prose would do otherwise: for any other text the answer is nil, and Prose takes the long way.

enum PlainBytes {
    /// `Prose.folded`, or nil where a byte needs the long way.
    static func folded(_ text: some StringProtocol) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count)
        var gap = false
        let known = each(text) { byte in
            if isBlank(byte) {
                gap = !plain.isEmpty
            } else {
                if gap { plain.append(0x20) }
                gap = false
                plain.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            }
        }
        return known ? String(decoding: plain, as: UTF8.self) : nil
    }

    /// `Prose.list`, or nil where a byte needs the long way.
    static func list(_ text: some StringProtocol) -> [String]? {
        var words: [String] = []
        var word: [UInt8] = []
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        let known = each(text) { byte in
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x27: word.append(byte)
            case 0x41...0x5A: word.append(byte | 0x20)
            default: end()
            }
        }
        end()
        return known ? words : nil
    }

    /// `Prose.squeezed`, or nil where a byte needs the long way.
    static func squeezed(_ text: some StringProtocol) -> String? {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.utf8.count)
        var gap = false
        for byte in text.utf8 {
            if byte >= 0x80 { return nil }
            if isBlank(byte) {
                gap = !plain.isEmpty
            } else {
                if gap { plain.append(0x20) }
                gap = false
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// Whether a cell is one paragraph as it stands: no markup, no reference, no line or gap within it, no bullet.
    static func isOneParagraph(_ cell: String) -> Bool {
        var last: UInt8 = 0x20
        var state = 0
        for byte in cell.utf8 {
            switch state {
            case 1:
                guard byte == 0x80 else { return false }
                state = 2
            case 2:
                guard [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D, 0xA6].contains(byte) else { return false }
                state = 0
            default:
                if byte == 0xE2 {
                    state = 1
                } else if byte >= 0x80 || byte == 0x3C || byte == 0x26 || (byte < 0x20)
                    || (byte == 0x20 && last == 0x20)
                {
                    return false
                }
            }
            last = byte
        }
        return state == 0 && last != 0x20
    }

    /// Whether the bytes of `part` stand in `text` somewhere.
    static func holds(_ part: String, in text: String) -> Bool {
        var (part, text) = (part, text)
        return part.withUTF8 { part in
            guard let first = part.first else { return true }
            return text.withUTF8 { text in
                guard text.count >= part.count else { return false }
                return (0...(text.count - part.count)).contains { start in
                    text[start] == first && text[start..<(start + part.count)].elementsEqual(part)
                }
            }
        }
    }

    static func holdsDigit(_ text: String) -> Bool { text.utf8.contains { (0x30...0x39).contains($0) } }

    /// Whether a word of `text`, after its start or a space, opens with `beginning`, which is in lower case.
    static func hasWord(opening beginning: StaticString, in text: String) -> Bool {
        let sought = UnsafeBufferPointer(start: beginning.utf8Start, count: beginning.utf8CodeUnitCount)
        var place = 0
        for byte in text.utf8 {
            if place >= 0, place < sought.count, byte | 0x20 == sought[place] {
                place += 1
                if place == sought.count { return true }
            } else {
                place = byte == 0x20 ? 0 : -1
            }
        }
        return false
    }

    /// Gives each byte of `text` to `body`, quotes and dashes as their plain forms; false where a byte is unknown.
    private static func each(_ text: some StringProtocol, _ body: (UInt8) -> Void) -> Bool {
        var state = 0
        for byte in text.utf8 {
            switch state {
            case 0 where byte < 0x80: body(byte)
            case 0 where byte == 0xE2: state = 1
            case 1 where byte == 0x80: state = 2
            case 2:
                switch byte {
                case 0x98, 0x99, 0x9B, 0xB2: body(0x27)
                case 0x9C, 0x9D, 0xB3: body(0x22)
                case 0x90...0x94: body(0x2D)
                default: return false
                }
                state = 0
            default: return false
            }
        }
        return state == 0
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
