// Prose broken into lines that fit, at spaces only: a reference or an address is never broken.

enum Paragraph {
    /// The text with each run of white space as one space, every line after `indent`, the first after `lead` where it
    /// differs.
    static func lines(
        _ text: String, indent: String = "", lead: String? = nil, width: Int = Terminal.current.width
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        var start = lead ?? indent
        var used = Style.width(start)
        for word in text.split(whereSeparator: \.isWhitespace) {
            let needed = Style.width(word)
            if !line.isEmpty, used + 1 + needed > width {
                lines.append(start + line)
                start = indent
                line = ""
                used = Style.width(start)
            }
            used += needed + (line.isEmpty ? 0 : 1)
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return line.isEmpty && lines.isEmpty ? [] : lines + [start + line]
    }
}
