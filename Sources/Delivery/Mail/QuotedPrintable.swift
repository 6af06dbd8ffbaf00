// Body text as quoted-printable: lines of at most 76 characters of printable ASCII.
// Source: RFC 2045 section 6.7.

enum QuotedPrintable {
    /// The encoded lines with CRLF between them. Lines of `text` end in line feeds; a last one without is a line too.
    static func bytes(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return bytes
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { octets in
            var start = 0
            while start < octets.count {
                let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")) ?? octets.count
                if start > 0 { bytes += [0x0D, 0x0A] }
                append(UnsafeBufferPointer(rebasing: octets[start..<end]), to: &bytes)
                start = end + 1
            }
        }
    }

    private static func append(_ row: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        // Nearly all lines are short, and stand for themselves.
        if row.count <= 75, row.allSatisfy(standsForItself), row.last != 0x20, row.last != 0x09,
            row.isEmpty || !isMark(row, at: 0)
        {
            return bytes.append(contentsOf: row)
        }
        var start = bytes.count
        var position = 0
        while position < row.count {
            // Nearly all octets stand for themselves, and go over in runs.
            if bytes.count > start {
                let end = run(in: row, from: position, room: 75 - (bytes.count - start))
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: row[position..<end]))
                position = end
                guard position < row.count else { return }
            }
            let byte = row[position]
            var isPlain = standsForItself(byte, isLast: position == row.count - 1)
            if bytes.count == start, isMark(row, at: position) { isPlain = false }
            // A soft break takes one character, also before the last octet, so that one rule serves all.
            if bytes.count - start + (isPlain ? 1 : 3) > 75 {
                bytes += [UInt8(ascii: "="), 0x0D, 0x0A]
                start = bytes.count
                if isMark(row, at: position) { isPlain = false }
            }
            if isPlain {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "="), digit(byte >> 4), digit(byte & 15)]
            }
            position += 1
        }
    }

    /// Where the octets that stand for themselves end; so many have room.
    private static func run(in row: UnsafeBufferPointer<UInt8>, from position: Int, room: Int) -> Int {
        let most = min(row.count, position + room)
        var end = position
        while end < most, standsForItself(row[end], isLast: end == row.count - 1) { end += 1 }
        return end
    }

    private static func standsForItself(_ byte: UInt8, isLast: Bool) -> Bool {
        standsForItself(byte) && (!isLast || (byte != 0x20 && byte != 0x09))
    }

    /// Anywhere but at the end of a line.
    private static func standsForItself(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x09
    }

    /// A dot or "From " that begins a line is encoded, for relays that take them for marks of their own.
    private static func isMark(_ row: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
        switch row[position] {
        case UInt8(ascii: "."): true
        case UInt8(ascii: "F"): row[position...].starts(with: "From ".utf8)
        default: false
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

    /// Two upper-case hex digits.
    static func hex(_ byte: UInt8) -> String {
        String(decoding: [digit(byte >> 4), digit(byte & 15)], as: UTF8.self)
    }
}
