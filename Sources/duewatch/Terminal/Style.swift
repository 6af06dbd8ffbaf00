// Bold, red and faint text. A style is two private-use characters around the words, which take no room in a table; the
// output turns them into colours, or into nothing. So text from a plan can never send a terminal a command of its own.

enum Style: UInt32, CaseIterable {
    case bold = 0xF8F1
    case alarming
    case faint

    /// Ends whatever style is on.
    static let end: Unicode.Scalar = "\u{F8F0}"

    func callAsFunction(_ text: String) -> String {
        guard let mark = Unicode.Scalar(rawValue) else { return text }
        return "\(mark)\(text)\(Style.end)"
    }

    /// The text as it goes out: styles as SGR sequences (ECMA-48 8.3.117) or left out, control characters replaced.
    static func rendered(_ text: String, inColour: Bool) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let sequence = sequence(scalar) {
                if inColour { out.append(contentsOf: sequence.unicodeScalars) }
            } else if isControl(scalar) {
                out.append("\u{FFFD}")
            } else {
                out.append(scalar)
            }
        }
        return String(out)
    }

    /// How many characters of a line the text takes.
    static func width(_ text: some StringProtocol) -> Int {
        // Nearly all text is: to find where characters end takes longer than all the rest.
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        return text.reduce(0) { $0 + ($1.unicodeScalars.allSatisfy { sequence($0) != nil } ? 0 : 1) }
    }

    private static func sequence(_ scalar: Unicode.Scalar) -> String? {
        if scalar == end { return "\u{1B}[0m" }
        switch Style(rawValue: scalar.value) {
        case .bold: return "\u{1B}[1m"
        case .alarming: return "\u{1B}[31m"
        case .faint: return "\u{1B}[2m"
        case nil: return nil
        }
    }

    /// C0, DEL and C1, and the marks that turn the direction of writing (Unicode TR 9), but for the line feed.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
