// Header text that is not plain ASCII, as encoded words of at most 75 characters, never cut inside a character.
// Source: RFC 2047 sections 2, 4 and 5.

enum EncodedWord {
    enum Place {
        case text
        /// A display name, where only letters, digits and !*+-/ may stand for themselves.
        case phrase
    }

    /// The words that decode to this text; the first leaves room for `used` characters before it on its line. Q where
    /// most of the text stands for itself, so that it can be read as it is, otherwise B.
    static func words(_ text: String, in place: Place, after used: Int) -> [String] {
        let scalars = text.unicodeScalars.map { Array(String($0).utf8) }
        let strange = text.utf8.filter { !standsForItself($0, place) && $0 != 0x20 }.count
        let isQuoted = strange * 3 <= text.utf8.count
        var words: [String] = []
        var chunk: [UInt8] = []
        for scalar in scalars {
            let room = (words.isEmpty ? min(75, 76 - used) : 75) - "=?UTF-8?Q??=".utf8.count
            if !chunk.isEmpty, length(chunk + scalar, isQuoted, place) > room {
                words.append(word(chunk, isQuoted, place))
                chunk = []
            }
            chunk += scalar
        }
        if !chunk.isEmpty { words.append(word(chunk, isQuoted, place)) }
        return words
    }

    private static func length(_ bytes: [UInt8], _ isQuoted: Bool, _ place: Place) -> Int {
        guard isQuoted else { return (bytes.count + 2) / 3 * 4 }
        return bytes.reduce(0) { $0 + (standsForItself($1, place) || $1 == 0x20 ? 1 : 3) }
    }

    private static func word(_ bytes: [UInt8], _ isQuoted: Bool, _ place: Place) -> String {
        guard isQuoted else { return "=?UTF-8?B?\(Base64.text(bytes))?=" }
        var text = ""
        for byte in bytes {
            if byte == 0x20 {
                text += "_"
            } else if standsForItself(byte, place) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "=" + QuotedPrintable.hex(byte)
            }
        }
        return "=?UTF-8?Q?\(text)?="
    }

    private static func standsForItself(_ byte: UInt8, _ place: Place) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!*+-/".utf8.contains(byte) || (place == .text && ".,:;()'&%$#@".utf8.contains(byte))
        }
    }
}
