// Rows that hold one line across the table: whom the recommendations below are directed at, or which list begins.

/// What a heading within the table says.
enum Heading: Hashable {
    case directedAt(String)
    case section(Section)

    /// The heading that `text` is, or nil for the tail of a recommendation and any other text.
    init?(_ text: String) {
        let words = Prose.list(text)
        guard !words.isEmpty, words.count <= 60 else { return nil }
        let endsOpen = text.hasSuffix(":")
        if let section = Heading.section(named: words), endsOpen || words.count <= 6 {
            self = .section(section)
            return
        }
        if words.count <= 20, let body = Heading.addressee(text) {
            self = .directedAt(body)
            return
        }
        guard endsOpen || text.hasSuffix(" should") else { return nil }
        let verb = [" should", " must", " shall"].compactMap { Heading.split(text, before: $0) }.min {
            $0.count < $1.count
        }
        if let body = verb {
            self = .directedAt(body)
        } else if endsOpen, words.count <= 20, text.first?.isUppercase == true {
            self = .directedAt(Prose.trimmed(text.dropLast()))
        } else {
            return nil
        }
    }

    private static func section(named words: [String]) -> Section? {
        guard words.contains("recommendations"), !words.contains("should") else { return nil }
        if words.contains("additional") || words.contains("further") { return .additional }
        return words.contains("main") || words.contains("key") ? .main : nil
    }

    /// The body in "Recommendations for NHS England".
    private static func addressee(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count > 2, words[0].lowercased() == "recommendations", ["for", "to"].contains(words[1]),
            !text.hasSuffix("."), let name = words[2...].first(where: { $0.lowercased() != "the" }),
            name.first?.isUppercase == true
        else { return nil }
        let body = words.dropFirst(2).joined(separator: " ")
        return body.hasSuffix(":") ? String(body.dropLast()) : body
    }

    private static func split(_ text: String, before verb: String) -> String? {
        var start = text.startIndex
        while start < text.endIndex {
            let rest = text[start...]
            if rest.hasPrefix(verb) {
                let next = rest.dropFirst(verb.count).first
                if next == nil || next == ":" || next == " " || next == "," {
                    let body = Prose.trimmed(text[..<start])
                    return body.isEmpty ? nil : body
                }
            }
            start = text.index(after: start)
        }
        return nil
    }
}
