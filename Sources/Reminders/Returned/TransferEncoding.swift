// The transfer encodings of MIME, undone. What is not in the encoding is passed over. Source: RFC 2045 sections 6.7, 6.8.

enum TransferEncoding {
    /// Text as lines, without their ends; octets that are no UTF-8 are replaced.
    static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
        }
    }

    static func base64(_ lines: ArraySlice<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var count = 0
        for digit in lines.joined().utf8 {
            guard let value = sextet(digit) else { continue }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func sextet(_ digit: UInt8) -> UInt32? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    static func quotedPrintable(_ lines: ArraySlice<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            var rest = Array(line.utf8)[...]
            while let last = rest.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { rest.removeLast() }
            let isSoft = rest.last == UInt8(ascii: "=")
            if isSoft { rest.removeLast() }
            bytes += unescaped(rest, by: UInt8(ascii: "="))
            if !isSoft { bytes.append(UInt8(ascii: "\n")) }
        }
        return bytes
    }

    /// Octets with `=3D`, or `+3D` in the xtext of RFC 3461, as what they stand for.
    static func unescaped(_ text: ArraySlice<UInt8>, by mark: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == mark, rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
