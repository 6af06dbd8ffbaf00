// When two spellings are the same post: what printers vary without meaning anything by it.

public enum PostSpelling {
    /// Small letters, straight quotes and hyphens, single spaces, no full stop at the end.
    public static func normalised(_ post: String) -> String {
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
