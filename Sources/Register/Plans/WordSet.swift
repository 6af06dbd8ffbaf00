// How much two texts have in common, by their words. Knows nothing of order or grammar. A word is kept as a hash, since
// there are millions in a long plan; two words in 2^64 being taken for one does no harm.

import Reminders

struct WordSet {
    /// The hashes of the words, each once, in order.
    let words: [UInt64]
    /// Those of three letters and more.
    let long: [UInt64]

    init(_ texts: [String]) { self.init(normalised: PostSpelling.normalised(texts.joined(separator: " "))) }

    init(normalised text: String) {
        var all: [UInt64] = []
        var long: [UInt64] = []
        Self.eachWord(of: text) { hash, octets in
            all.append(hash)
            if octets > 2 { long.append(hash) }
            return true
        }
        words = Self.uniqued(all)
        self.long = Self.uniqued(long)
    }

    /// Calls `body` with the hash and the octets of each word, until it returns false.
    private static func eachWord(of text: String, _ body: (UInt64, Int) -> Bool) {
        var hash = seed
        var count = 0
        for scalar in text.unicodeScalars {
            if isOfWord(scalar) {
                // FNV-1a, by scalars: the same on every machine.
                hash = (hash ^ UInt64(scalar.value)) &* 0x0000_0100_0000_01B3
                count += scalar.utf8Width
            } else if count > 0 {
                guard body(hash, count) else { return }
                (hash, count) = (seed, 0)
            }
        }
        if count > 0 { _ = body(hash, count) }
    }

    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0..<0x80: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    private static func uniqued(_ hashes: [UInt64]) -> [UInt64] {
        var sorted: [UInt64] = []
        for hash in hashes.sorted() where sorted.last != hash { sorted.append(hash) }
        return sorted
    }

    /// Too few words say nothing about whether two texts are the same.
    var isTelling: Bool { words.count >= Self.fewest }

    /// The same of a text, found by its first few words.
    static func isTelling(normalised text: String) -> Bool {
        var words: [UInt64] = []
        eachWord(of: text) { hash, _ in
            if !words.contains(hash) { words.append(hash) }
            return words.count < fewest
        }
        return words.count >= fewest
    }

    private static let fewest = 5

    /// At least five words, of which nine in ten are on both sides.
    func isAlike(_ other: WordSet) -> Bool {
        guard isTelling, other.isTelling else { return false }
        // As many as can be on both sides are those of the smaller one.
        let (few, many) = (min(words.count, other.words.count), max(words.count, other.words.count))
        guard few * 10 >= many * 9 else { return false }
        let both = Self.shared(words, other.words)
        return both * 10 >= (words.count + other.words.count - both) * 9
    }

    /// From 0 to 1: twice the words of three letters and more that both have, over all such words of both.
    func likeness(to other: WordSet) -> Double {
        guard isTelling, other.isTelling, !long.isEmpty, !other.long.isEmpty else { return 0 }
        return Double(2 * Self.shared(long, other.long)) / Double(long.count + other.long.count)
    }

    /// How many are in both; each is in order.
    private static func shared(_ a: [UInt64], _ b: [UInt64]) -> Int {
        var (i, j, both) = (0, 0, 0)
        while i < a.count, j < b.count {
            if a[i] == b[j] {
                (i, j, both) = (i + 1, j + 1, both + 1)
            } else if a[i] < b[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return both
    }
}

extension Unicode.Scalar {
    fileprivate var utf8Width: Int {
        switch value {
        case 0..<0x80: 1
        case 0..<0x800: 2
        case 0..<0x10000: 3
        default: 4
        }
    }
}
