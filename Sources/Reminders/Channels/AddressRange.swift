// The IP addresses that begin with the same bits, written as CIDR. Pure. Sources: RFC 4632; RFC 4291 section 2.2.

/// `10.1.0.0/16`, `fd00::/8`, or one address.
public struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes in network order; what lies behind the first `bits` is nothing to it.
    public let bytes: [UInt8]
    public let bits: Int
    public let description: String

    /// nil unless it is an address in its usual text, perhaps with `/` and a number of bits that leaves no bit set
    /// behind it. An IPv4 address in the clothes of IPv6 (`::ffff:10.0.0.1`) is refused: the plain form means it too.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = halves.first, let bytes = Self.bytes(of: first) else { return nil }
        var bits = bytes.count * 8
        if halves.count == 2 {
            guard let number = Self.number(halves[1], upTo: bits) else { return nil }
            bits = number
        }
        let isMapped = bytes.count == 16 && bits >= 96 && bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF
        guard !isMapped, Self.isEmpty(bytes, behind: bits) else { return nil }
        self.bytes = bytes
        self.bits = bits
        description = text
    }

    /// Whether an address of 4 or 16 bytes lies in it.
    public func holds(_ address: [UInt8]) -> Bool {
        guard address.count == bytes.count else { return false }
        return (0..<(bits + 7) / 8).allSatisfy { place in
            let mask = UInt8(truncatingIfNeeded: 0xFF00 >> min(8, bits - place * 8))
            return address[place] & mask == bytes[place] & mask
        }
    }

    private static func isEmpty(_ bytes: [UInt8], behind bits: Int) -> Bool {
        bytes.indices.allSatisfy { place in
            let kept = max(0, min(8, bits - place * 8))
            return bytes[place] & UInt8(truncatingIfNeeded: 0xFF >> kept) == 0
        }
    }

    /// The bytes of an address in its usual text; nil for anything else, octal and hexadecimal parts among it.
    public static func bytes(of text: String) -> [UInt8]? { text.contains(":") ? six(text) : four(text) }

    private static func four(_ text: String) -> [UInt8]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let bytes = parts.compactMap { number(String($0), upTo: 255).map { UInt8($0) } }
        return parts.count == 4 && bytes.count == 4 ? bytes : nil
    }

    private static func six(_ text: String) -> [UInt8]? {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false).map(String.init)
        guard halves.count <= 2, let head = groups(halves[0]), let tail = groups(halves.count == 2 ? halves[1] : "")
        else { return nil }
        let missing = 16 - head.count - tail.count
        guard halves.count == 2 ? missing >= 2 : missing == 0 else { return nil }
        return head + Array(repeating: 0, count: missing) + tail
    }

    /// `2001:db8` as four bytes; the last group may be an IPv4 address.
    private static func groups(_ text: String) -> [UInt8]? {
        guard !text.isEmpty else { return [] }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        var bytes: [UInt8] = []
        for (place, part) in parts.enumerated() {
            if place == parts.count - 1, part.contains(".") {
                guard let last = four(part) else { return nil }
                bytes += last
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy({ $0.isASCII && $0.isHexDigit }),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                bytes += [UInt8(group >> 8), UInt8(group & 0xFF)]
            }
        }
        return bytes
    }

    private static func number(_ text: String, upTo limit: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }),
            text == "0" || text.first != "0", let number = Int(text), number <= limit
        else { return nil }
        return number
    }
}
