// Text from a plan or a name, made fit for one line: it cannot break out of its line, hide or reorder what stands
// beside it. Source: Unicode Standard Annex 9 (bidirectional controls), RFC 5322 section 2.2.

enum PlainLine {
    /// The text on one line: control characters and runs of white space become one space, formatting characters that
    /// reorder or hide text are left out. Longer than `limit` characters, it is cut between words and ends in "…".
    static func of(_ text: String, limit: Int = 4_000) -> String {
        if text.utf8.count <= limit, isPlain(text) { return text }
        var line = String.UnicodeScalarView()
        var wantsSpace = false
        for scalar in text.unicodeScalars {
            if isHidden(scalar) { continue }
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                wantsSpace = true
                continue
            }
            if wantsSpace && !line.isEmpty { line.append(" ") }
            wantsSpace = false
            line.append(scalar)
        }
        return shortened(String(line), to: limit)
    }

    /// Whether it is one line as it stands, as nearly all text is.
    private static func isPlain(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte), byte != 0x20 || last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20 || text.isEmpty
    }

    private static func shortened(_ line: String, to limit: Int) -> String {
        guard line.count > limit else { return line }
        let kept = line.prefix(limit)
        let end = kept.lastIndex(of: " ") ?? kept.endIndex
        return String(kept[..<end]) + " …"
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Directional marks, embeddings and isolates; the zero-width space and byte-order mark; tags; our own marks
        // (`TemplateMark`).
        case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
            0xE0000...0xE007F, 0x10F0D0...0x10F0D2:
            true
        default: false
        }
    }
}
