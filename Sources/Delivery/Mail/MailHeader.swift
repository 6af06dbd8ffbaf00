// One header field, folded into lines of at most 76 characters where it can be. Every value passes `PlainLine` first,
// so that no control character can end the field and begin another.
// Sources: RFC 5322 sections 2.2.3, 3.2.4 and 3.4; RFC 2047 section 5.

import Reminders

enum MailHeader {
    /// An unstructured field such as Subject.
    static func text(_ name: String, _ value: String) -> [String] {
        let value = PlainLine.of(value)
        let words = value.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
        let isPlain =
            value.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !value.holds("=?")
            && words.allSatisfy { $0.utf8.count <= 76 - name.utf8.count }
        return fold("\(name):", isPlain ? words : EncodedWord.words(value, in: .text, after: name.utf8.count + 2))
    }

    /// An address with a name before it.
    static func mailbox(_ name: String, _ display: String, _ address: MailAddress) -> [String] {
        let display = PlainLine.of(display, limit: 200)
        guard !display.isEmpty else { return folded(name, "\(address)") }
        return fold("\(name):", phrase(display, after: name.utf8.count + 2) + ["<\(address)>"])
    }

    /// A field whose value has no place to be folded but before it.
    static func folded(_ name: String, _ value: String) -> [String] { folded(name, [value]) }

    static func folded(_ name: String, _ values: [String]) -> [String] { fold("\(name):", values) }

    /// A display name: bare atoms, or a quoted string, or encoded words.
    private static func phrase(_ display: String, after used: Int) -> [String] {
        let isPrintable = display.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !display.holds("=?")
        guard isPrintable, display.utf8.count <= 60 else { return EncodedWord.words(display, in: .phrase, after: used) }
        let words = display.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
        if words.allSatisfy({ $0.utf8.allSatisfy(isAtomText) }) { return words }
        let escaped = display.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return ["\"\(escaped)\""]
    }

    private static func fold(_ head: String, _ words: [String]) -> [String] {
        // Nearly all have room on one line.
        let length = words.reduce(head.utf8.count) { $0 + 1 + $1.utf8.count }
        guard length > 76 else { return [([head] + words).joined(separator: " ")] }
        var lines = [head]
        for word in words {
            let last = lines.count - 1
            if lines[last].utf8.count + 1 + word.utf8.count <= 76 || lines[last] == " " {
                lines[last] += " \(word)"
            } else {
                lines.append(" \(word)")
            }
        }
        return lines
    }

    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }
}
