// Text that must say something.

import ArgumentParser

enum Required {
    /// The text without blanks around it.
    static func read(_ text: String) throws -> String {
        let words = text.drop(while: \.isWhitespace)
        guard let last = words.lastIndex(where: { !$0.isWhitespace }) else {
            throw ValidationError("expected some words, found nothing")
        }
        return String(words[...last])
    }
}
