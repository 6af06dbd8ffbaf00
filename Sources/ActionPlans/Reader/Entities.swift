// The character references that cells of published plans hold: the five of XML, a few of HTML, and numbers.

package enum Entities {
    /// The character that the reference at the start of `text` stands for, and the reference's length; nil where the
    /// ampersand is only a character.
    package static func first(of text: Substring) -> (Character, length: Int)? {
        let head = text.prefix(12)
        guard let end = head.firstIndex(of: ";") else { return nil }
        let name = head[head.index(after: head.startIndex)..<end]
        let length = head.distance(from: head.startIndex, to: end) + 1
        if let character = named[String(name)] { return (character, length) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
        return (Character(scalar), length)
    }

    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "\u{2013}",
        "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
        "bull": "\u{2022}", "pound": "\u{A3}", "hellip": "\u{2026}", "middot": "\u{B7}", "euro": "\u{20AC}",
        "sect": "\u{A7}", "deg": "\u{B0}", "times": "\u{D7}", "frac12": "\u{BD}", "frac14": "\u{BC}", "copy": "\u{A9}",
        "ensp": " ", "emsp": " ", "thinsp": " ", "shy": "\u{AD}", "eacute": "\u{E9}", "egrave": "\u{E8}",
        "ccedil": "\u{E7}", "uuml": "\u{FC}", "ouml": "\u{F6}", "auml": "\u{E4}", "rarr": "\u{2192}",
    ]
}
