// Text in another character set as UTF-8, as spreadsheet programs save it: UTF-16 with or without its mark ("Unicode
// text"), and Windows-1252 ("CSV"). What fits several character sets is not guessed: it is refused with its place.
// Sources: the Unicode Standard, 3.10 and 23.8; WHATWG Encoding, windows-1252.

import ActionPlans

enum TextEncoding: Hashable {
    case utf8
    case utf16(littleEndian: Bool, marked: Bool)
    case windows1252

    /// Sound UTF-8 without a byte order mark, and the encoding that the bytes were in.
    static func utf8(of bytes: ArraySlice<UInt8>) throws(DocumentError.Fault) -> (
        text: ArraySlice<UInt8>, encoding: TextEncoding
    ) {
        if let wide = utf16(bytes) { return (try utf8(ofUTF16: bytes, wide), wide) }
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
        if let offset = text.firstIndex(where: isNeverText) { throw .binary(offset: offset - bytes.startIndex) }
        guard let offset = TextDecoding.firstFault(in: text) else { return (text, .utf8) }
        guard text.count == bytes.count, isWindows1252(text) else {
            throw .notUTF8(
                offset: offset - bytes.startIndex, line: bytes[..<offset].count { $0 == 0x0A } + 1)
        }
        return (utf8(ofWindows1252: text), .windows1252)
    }

    /// The note that an encoding deserves which the bytes do not name; nil where they do.
    var note: SourceNote? {
        let assumed: String
        switch self {
        case .utf8, .utf16(_, marked: true): return nil
        case .utf16(let littleEndian, marked: false): assumed = littleEndian ? "UTF-16LE" : "UTF-16BE"
        case .windows1252: assumed = "Windows-1252"
        }
        return SourceNote(
            line: nil, place: "the file",
            message: "the text is not in UTF-8 and does not name its character set; it was read as \(assumed): look "
                + "at \u{A3}, quotation marks and accents, or save it again as UTF-8")
    }

    /// UTF-16 by its mark, or by the zero bytes beside nearly all of its first letters.
    static func utf16(_ bytes: ArraySlice<UInt8>) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16(littleEndian: true, marked: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16(littleEndian: false, marked: true) }
        let head = bytes.prefix(4_096)
        guard head.count >= 8 else { return nil }
        var zeros = [0, 0]
        for (place, byte) in head.enumerated() where byte == 0 { zeros[place % 2] += 1 }
        let most = head.count / 2
        if zeros[0] == 0, zeros[1] * 10 >= most * 9 { return .utf16(littleEndian: true, marked: false) }
        if zeros[1] == 0, zeros[0] * 10 >= most * 9 { return .utf16(littleEndian: false, marked: false) }
        return nil
    }

    private static func utf8(ofUTF16 bytes: ArraySlice<UInt8>, _ encoding: TextEncoding)
        throws(DocumentError.Fault) -> ArraySlice<UInt8>
    {
        guard case .utf16(let littleEndian, let marked) = encoding else { return bytes }
        let start = bytes.startIndex + (marked ? 2 : 0)
        guard (bytes.endIndex - start) % 2 == 0 else { throw .notUTF16(offset: bytes.count - 1) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var high: UInt32?
        for place in stride(from: start, to: bytes.endIndex, by: 2) {
            let (first, second) = (UInt32(bytes[place]), UInt32(bytes[place + 1]))
            var unit = littleEndian ? second << 8 | first : first << 8 | second
            if let lead = high {
                guard (0xDC00...0xDFFF).contains(unit) else { throw .notUTF16(offset: place - bytes.startIndex) }
                unit = 0x10000 + (lead - 0xD800) << 10 + (unit - 0xDC00)
                high = nil
            } else if (0xD800...0xDBFF).contains(unit) {
                high = unit
                continue
            }
            guard let scalar = Unicode.Scalar(unit), unit > 0x7F || !isNeverText(UInt8(unit)) else {
                throw .notUTF16(offset: place - bytes.startIndex)
            }
            text += UTF8.encode(scalar).map(Array.init) ?? []
        }
        if high != nil { throw .notUTF16(offset: bytes.count - 2) }
        return text[...]
    }

    /// Whether bytes that are not UTF-8 can hardly be anything but Windows-1252: signs and a few accented letters in
    /// English text. Broken UTF-8, text of another alphabet, and letters where no language has them are not.
    private static func isWindows1252(_ text: ArraySlice<UInt8>) -> Bool {
        var (letters, accented) = (0, 0)
        var before: UInt8 = 0x20
        for byte in text {
            switch byte {
            case 0x81, 0x8D, 0x8F, 0x90, 0x9D: return false
            // A capital within a word, or the mark that stands for UTF-8's own: another set of characters.
            case 0xC0...0xDE where (0x61...0x7A).contains(before): return false
            case 0x80...0xBF where (0xC2...0xF4).contains(before): return false
            case 0xC0...0xFF: accented += 1
            default: if (0x41...0x5A).contains(byte & 0xDF) { letters += 1 }
            }
            before = byte
        }
        return letters > 0 && accented * 10 <= letters
    }

    private static func utf8(ofWindows1252 text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count + text.count / 8)
        for byte in text {
            guard byte >= 0x80 else {
                plain.append(byte)
                continue
            }
            let value = byte < 0xA0 ? signs[Int(byte) - 0x80] : UInt16(byte)
            Unicode.Scalar(value).map { plain += UTF8.encode($0).map(Array.init) ?? [] }
        }
        return plain[...]
    }

    /// What 80 to 9F stand for.
    private static let signs: [UInt16] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]

    /// Control characters other than tab, ends of line, form feed and the escape that some printers leave behind.
    private static func isNeverText(_ byte: UInt8) -> Bool {
        byte < 0x20 && ![0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1B].contains(byte)
    }
}
