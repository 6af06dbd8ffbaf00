// The first words of a text, for a subject: at most 60 characters, cut between words, without control characters.

enum Brief {
    static func of(_ text: String) -> String {
        // Characters are slow to tell apart, and most texts have none but the plainest.
        text.utf8.allSatisfy { $0 < 0x80 } ? ofPlain(text) : ofAny(text)
    }

    /// - Parameter text: of ASCII alone.
    static func ofPlain(_ text: String) -> String {
        let octets = words(of: text.utf8, dots: "...".utf8, space: UInt8(ascii: " ")) { $0 <= 0x20 || $0 == 0x7F }
        return String(decoding: octets, as: UTF8.self)
    }

    static func ofAny(_ text: String) -> String {
        String(words(of: text, dots: "...", space: " ", isBlank: \.isBlank))
    }

    /// Looks at no more of the text than it takes.
    private static func words<Sign>(
        of text: some Sequence<Sign>, dots: some Sequence<Sign>, space: Sign, isBlank: (Sign) -> Bool
    ) -> [Sign] {
        var kept: [Sign] = []
        var word: [Sign] = []
        for sign in text {
            guard isBlank(sign) else {
                word.append(sign)
                if kept.isEmpty ? word.count > longest : kept.count + word.count >= longest { break }
                continue
            }
            guard !word.isEmpty else { continue }
            guard kept.count + word.count < longest else { break }
            if !kept.isEmpty { kept.append(space) }
            kept += word
            word.removeAll(keepingCapacity: true)
        }
        guard !word.isEmpty else { return kept }
        guard kept.count + word.count < longest else {
            return kept.isEmpty ? Array(word.prefix(longest + 1)) + dots : kept + [space] + dots
        }
        return kept.isEmpty ? word : kept + [space] + word
    }

    private static let longest = 56
}

extension Character {
    fileprivate var isBlank: Bool {
        if let octet = asciiValue { return octet <= 0x20 || octet == 0x7F }
        return isWhitespace || unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
