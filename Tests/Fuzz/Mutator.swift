// Bends inputs: bytes flipped, dropped, doubled, swapped with another input, or replaced by what has broken readers before.

import TestSupport

/// Makes the nth input of a seed: any one input can be made again by its number alone.
struct Mutator {
    let seed: UInt64
    let corpus: [[UInt8]]
    let longest: Int

    func input(_ number: Int) -> [UInt8] {
        var chance = SplitMix64(seed: seed &+ UInt64(truncatingIfNeeded: number) &* 0xD1B5_4A32_D192_ED03)
        guard var bytes = corpus.randomElement(using: &chance) else { return [] }
        if bytes.count > longest {
            let start = Int.random(in: 0...bytes.count - longest, using: &chance)
            // Half of the time the beginning is kept, because a header decides how the rest is read.
            bytes = Bool.random(using: &chance) ? Array(bytes[..<longest]) : Array(bytes[start..<start + longest])
        }
        for _ in 0..<Int.random(in: 1...12, using: &chance) { bend(&bytes, &chance) }
        return Array(bytes.prefix(longest))
    }

    private func bend(_ bytes: inout [UInt8], _ chance: inout SplitMix64) {
        let place = Int.random(in: 0...bytes.count, using: &chance)
        let end = min(bytes.count, place + Int.random(in: 0...24, using: &chance))
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &chance)
        case 3: bytes.insert(contentsOf: Self.troublesome.randomElement(using: &chance) ?? [], at: place)
        case 4:
            let other = corpus.randomElement(using: &chance) ?? []
            let from = Int.random(in: 0...other.count, using: &chance)
            bytes.replaceSubrange(place..<end, with: other[from..<min(other.count, from + 40)])
        default:
            let other = Int.random(in: 0...bytes.count, using: &chance)
            if place < bytes.count, other < bytes.count { bytes.swapAt(place, other) }
        }
    }

    private static let troublesome: [[UInt8]] = [
        "\t", "\n\n\n", "  ", "<ul>", "</td>", "<td colspan=99999 rowspan=99999>", "&#x110000;", "\"", "\u{FEFF}",
        "99999999999999999999", "0000", "31 April", "29 February 1900", "-1", "2024/2023", "Q9", "%PDF-",
        "PK\u{3}\u{4}",
        "\u{0}", "\u{202E}", "e\u{301}\u{301}\u{301}", "\u{1F9D1}\u{200D}\u{1F692}", "to to to", "and and", "((((((",
        "–—−",
        "9999", "10000-01-01", "within 99999999 years of", "each each", ";;;;", "\r",
        "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    ].map { Array($0.utf8) }
}
