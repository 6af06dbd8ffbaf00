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
        for word in text.split(whereSeparator: \.isWhitespace) {
            if !line.isEmpty, Style.width(start) + Style.width(line) + 1 + Style.width(String(word)) > width {
                lines.append(start + line)
                start = indent
                line = ""
            }
            line += line.isEmpty ? String(word) : " \(word)"
        }
        return line.isEmpty && lines.isEmpty ? [] : lines + [start + line]
    }
}
