// Body text as quoted-printable: lines of at most 76 characters of printable ASCII.
// Source: RFC 2045 section 6.7.

enum QuotedPrintable {
    /// The encoded lines, without their CRLF. Lines of `text` end in line feeds; a last one without is a line too.
    static func lines(_ text: String) -> [String] {
        var rows = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if rows.last?.isEmpty == true { rows.removeLast() }
        return rows.flatMap { encoded(Array($0)) }
    }

    private static func encoded(_ row: [UInt8]) -> [String] {
        var lines: [String] = []
        var line = ""
        for position in row.indices {
            let next = unit(row[position...], beginsLine: line.isEmpty)
            // A soft break takes one character, also before the last unit, so that one rule serves all.
            if line.utf8.count + next.utf8.count > 75 {
                lines.append(line + "=")
                line = unit(row[position...], beginsLine: true)
            } else {
                line += next
            }
        }
        return lines + [line]
    }

    /// How the first of these bytes is written. A dot or "From " that begins a line is encoded, for relays that take
    /// them for marks of their own.
    private static func unit(_ rest: ArraySlice<UInt8>, beginsLine: Bool) -> String {
        guard let byte = rest.first else { return "" }
        let isSpace = byte == 0x20 || byte == 0x09
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        let isMark = beginsLine && (byte == UInt8(ascii: ".") || rest.starts(with: "From ".utf8))
        guard (isPlain && !isMark) || (isSpace && rest.count > 1) else { return "=" + hex(byte) }
        return String(Unicode.Scalar(byte))
    }

    /// Two upper-case hex digits.
    static func hex(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return digits.count == 1 ? "0\(digits)" : digits
    }
}
