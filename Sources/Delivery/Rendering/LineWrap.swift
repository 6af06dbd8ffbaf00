// Breaks long lines of plain text, so that a template may be written without counting. Never joins lines. It goes through
// octets: a mail has thousands of characters, and to find where each of them ends takes longer than all the rest.

struct LineWrap {
    private let width: Int
    private var lines: [UInt8] = []

    /// Each line broken between words after at most `width` characters where it can be; what follows is set in under
    /// the start of the line's own words. No line ends in a space, no two empty lines stand together, and the text
    /// ends in one line feed.
    static func wrapped(_ text: String, width: Int = 72) -> String {
        var wrap = LineWrap(width: width)
        var text = text
        text.withUTF8 { octets in
            wrap.lines.reserveCapacity(octets.count + octets.count / 8)
            for line in octets.split(separator: feed, omittingEmptySubsequences: false) { wrap.add(line) }
        }
        while wrap.lines.last == feed { wrap.lines.removeLast() }
        return String(decoding: wrap.lines + [feed], as: UTF8.self)
    }

    private init(width: Int) { self.width = width }

    private typealias Octets = Slice<UnsafeBufferPointer<UInt8>>
    private static let feed = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let backtick = UInt8(ascii: "`")

    private mutating func add(_ line: Octets) {
        // Those at its end are left out, and a line of nothing else is an empty one.
        let line = line[..<(line.lastIndex { $0 != Self.space }.map { $0 + 1 } ?? line.startIndex)]
        if line.isEmpty {
            // Not above the first line, and not twice.
            if lines.dropLast().last ?? Self.feed != Self.feed { lines.append(Self.feed) }
        } else if line.count <= width || count(line) <= width || line.starts(with: "REHEARSAL:".utf8) {
            // Nearly all lines are short: a character is at least one octet. The line that says whom a rehearsal is for
            // stays one line, for the programs that look for it.
            lines.append(contentsOf: line)
            lines.append(Self.feed)
        } else {
            addBroken(line)
        }
    }

    private mutating func addBroken(_ line: Octets) {
        let setIn = min(indent(of: line), width / 2)
        let words = words(of: line, atMost: width - setIn)
        var end = line.startIndex
        var length = 0
        for word in words {
            let gap = line[end..<word.startIndex]
            end = word.endIndex
            if word.startIndex == words.first?.startIndex || length + gap.count + count(word) <= width {
                lines.append(contentsOf: gap)
                length += gap.count
            } else {
                lines.append(Self.feed)
                lines.append(contentsOf: repeatElement(Self.space, count: setIn))
                length = setIn
            }
            lines.append(contentsOf: word)
            length += count(word)
        }
        lines.append(Self.feed)
    }

    /// What no line is broken in: words, and what stands between backticks, to be copied as it is, where it fits a line.
    private func words(of line: Octets, atMost room: Int) -> [Octets] {
        let words = line.split(separator: Self.space)
        guard line.contains(Self.backtick) else { return words }
        var joined: [Octets] = []
        var rest = words[...]
        while let first = rest.first {
            let isOpen = first.count { $0 == Self.backtick } % 2 == 1
            let end = isOpen ? rest.dropFirst().firstIndex { $0.contains(Self.backtick) } : nil
            let whole = end.map { line[first.startIndex..<rest[$0].endIndex] } ?? first
            let fits = count(whole) <= room
            joined.append(fits ? whole : first)
            rest = fits ? rest[((end ?? rest.startIndex) + 1)...] : rest.dropFirst()
        }
        return joined
    }

    /// Characters; only where any has several octets they are told apart.
    private func count(_ text: Octets) -> Int {
        text.allSatisfy { $0 < 0x80 } ? text.count : String(decoding: text, as: UTF8.self).count
    }

    /// Under the words after "  Label:   ", after "1. " or "- ", or else under the line's first word.
    private func indent(of line: Octets) -> Int {
        let rest = line.drop { $0 == Self.space }
        let start = line.count - rest.count
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            let gap = rest[(colon + 1)...].prefix { $0 == Self.space }.count
            if gap >= 2 { return start + count(rest[..<colon]) + 1 + gap }
        }
        if rest.starts(with: "- ".utf8) { return start + 2 }
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
        if digits > 0, rest.dropFirst(digits).starts(with: ". ".utf8) { return start + digits + 2 }
        return start
    }
}
