// The body that a post belongs to, as far as the words of the post say it. Only a suggestion: a person can set another.

public enum PostBody {
    /// "Youth Justice Board" of "Head of Partnerships, Youth Justice Board": what stands after the last comma. nil where
    /// there is no comma, or nothing that begins like a name after it.
    public static func suggested(by post: String) -> String? {
        // By octets: it is asked of every post that a check reads.
        guard let comma = post.utf8.lastIndex(of: UInt8(ascii: ",")) else { return nil }
        var words = post[post.utf8.index(after: comma)...].split(whereSeparator: \.isWhitespace).joined(separator: " ")
        while let end = words.last, ".,;".contains(end) { words.removeLast() }
        guard let first = words.first, first.isUppercase, words.contains(where: \.isLetter) else { return nil }
        return words
    }
}
