// Breaks long lines of plain text, so that a template may be written without counting. Never joins lines.

enum LineWrap {
    /// Each line broken between words after at most `width` characters where it can be; what follows is set in under
    /// the start of the line's own words. No line ends in a space, no two empty lines stand together, and the text
    /// ends in one line feed.
    static func wrapped(_ text: String, width: Int = 72) -> String {
        var lines: [String] = []
        for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let broken = Self.broken(Substring(line), width: width)
            if broken == [""] && (lines.last ?? "") == "" { continue }
            lines += broken
        }
        while lines.last == "" { lines.removeLast() }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func broken(_ line: Substring, width: Int) -> [String] {
        // Nearly all lines are short, and are not taken apart; a character is at least one octet.
        if line.utf8.count <= width, line.utf8.last != UInt8(ascii: " ") { return [String(line)] }
        // Characters are counted where a line has any of several octets; there are few of them.
        let isASCII = line.utf8.allSatisfy { $0 < 0x80 }
        func count(_ text: Substring) -> Int { isASCII ? text.utf8.count : text.count }
        let words =
            isASCII ? line.utf8.split(separator: UInt8(ascii: " ")).map(Substring.init) : line.split(separator: " ")
        guard let first = words.first else { return [""] }
        // The line that says whom a rehearsal is for stays one line, for the programs that look for it.
        guard count(line) > width, !line.hasPrefix("REHEARSAL:") else {
            return [String(line.prefix(upTo: line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.endIndex))]
        }
        let setIn = String(repeating: " ", count: min(indent(of: line), width / 2))
        let head = line[..<(line.firstIndex { $0 != " " } ?? line.startIndex)]
        var lines = [String(head) + first]
        var length = count(head) + count(first)
        var end = first.endIndex
        for word in words.dropFirst() {
            let gap = line[end..<word.startIndex]
            end = word.endIndex
            if length + count(gap) + count(word) <= width {
                lines[lines.count - 1] += gap
                lines[lines.count - 1] += word
                length += count(gap) + count(word)
            } else {
                lines.append(setIn + word)
                length = setIn.utf8.count + count(word)
            }
        }
        return lines
    }

    /// Under the words after "  Label:   ", after "1. " or "- ", or else under the line's first word.
    private static func indent(of line: Substring) -> Int {
        let start = line.prefix { $0 == " " }.count
        let rest = line.dropFirst(start)
        if let colon = rest.firstIndex(of: ":"), rest[rest.index(after: colon)...].hasPrefix("  ") {
            let gap = rest[rest.index(after: colon)...].prefix { $0 == " " }.count
            return start + rest.distance(from: rest.startIndex, to: colon) + 1 + gap
        }
        if rest.hasPrefix("- ") { return start + 2 }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }.count
        if digits > 0, rest.dropFirst(digits).hasPrefix(". ") { return start + digits + 2 }
        return start
    }
}
