// When two spellings are the same post: what printers vary without meaning anything by it.

public enum PostSpelling {
    /// Small letters, straight quotes and hyphens, single spaces, no full stop at the end.
    public static func normalised(_ post: String) -> String {
        var post = post
        return post.withUTF8(ofASCII) ?? ofAnyText(post)
    }

    /// The same for text that is ASCII throughout, as most is; nil for any other. It is done for every word of a plan.
    private static func ofASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        for byte in bytes {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                if let last = text.last, last != UInt8(ascii: " ") { text.append(UInt8(ascii: " ")) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): text.append(byte | 0x20)
            default: text.append(byte)
            }
        }
        if text.last == UInt8(ascii: " ") { text.removeLast() }
        while let last = text.last, [UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";")].contains(last) {
            text.removeLast()
        }
        return String(decoding: text, as: UTF8.self)
    }

    static func ofAnyText(_ post: String) -> String {
        var letters = String.UnicodeScalarView()
        for scalar in post.lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{02BC}": letters.append("'")
            case "\u{201C}", "\u{201D}": letters.append("\"")
            case "\u{2010}"..."\u{2015}": letters.append("-")
            case "\u{00A0}", "\t", "\n", "\r", "\u{2009}", "\u{202F}": letters.append(" ")
            default: letters.append(scalar)
            }
        }
        let words = String(letters).split(separator: " ")
        var text = words.joined(separator: " ")
        while let last = text.last, ".,;".contains(last) { text.removeLast() }
        return text
    }

    /// Whether it is one of the spellings of an entry.
    public static func `is`(_ spelling: String, of entry: OwnerEntry?) -> Bool {
        guard let entry else { return false }
        let wanted = normalised(spelling)
        return ([entry.post] + entry.aliases).contains { normalised($0) == wanted }
    }
}
