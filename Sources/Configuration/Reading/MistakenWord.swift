// "Did you mean": the nearest of the words that would have done.

import ActionPlans

public enum MistakenWord {
    /// The word that was probably meant; nil where none is near, or two are equally near. Capitals, spaces and
    /// underscores count for nothing.
    public static func suggestion(for word: String, in words: some Sequence<String>) -> String? {
        let letters = plain(word)
        guard !letters.isEmpty, letters.count <= 60 else { return nil }
        let limit = letters.count < 4 ? 1 : letters.count < 8 ? 2 : 3
        var nearest: [String] = []
        var least = limit
        for candidate in words where candidate != word {
            guard let slips = Spelling.distance(letters, plain(candidate), limit: limit), slips <= least else {
                continue
            }
            if slips < least { nearest = [] }
            least = slips
            nearest.append(candidate)
        }
        return nearest.count == 1 ? nearest[0] : nil
    }

    /// `did you mean "live"?`, or nil.
    static func hint(for word: String, in words: some Sequence<String>) -> String? {
        suggestion(for: word, in: words).map { "did you mean \"\($0)\"?" }
    }

    private static func plain(_ word: String) -> [UInt8] {
        word.lowercased().utf8.map { $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: " ") ? UInt8(ascii: "-") : $0 }
    }
}

/// `folder, rehearsal or live`
func listed(_ words: [String]) -> String {
    words.count < 2
        ? words.joined() : "\(words.dropLast().joined(separator: ", ")) or \(words[words.count - 1])"
}
