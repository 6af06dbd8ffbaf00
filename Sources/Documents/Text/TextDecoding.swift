// Bytes as UTF-8 text, or the place of the first byte that breaks it. Source: RFC 3629, section 4.

enum TextDecoding {
    /// The offset of the first byte that no UTF-8 text can hold at its place, or nil for sound UTF-8.
    static func firstFault(in bytes: ArraySlice<UInt8>) -> Int? {
        var place = bytes.startIndex
        while place < bytes.endIndex {
            let lead = bytes[place]
            if lead < 0x80 {
                place += 1
                continue
            }
            guard let (length, second) = sequence(lead), place + length <= bytes.endIndex,
                second.contains(bytes[place + 1]),
                bytes[(place + 1)..<(place + length)].allSatisfy({ (0x80...0xBF).contains($0) })
            else { return place }
            place += length
        }
        return nil
    }

    /// The length of the sequence that a leading byte announces, and what its second byte may be.
    private static func sequence(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
