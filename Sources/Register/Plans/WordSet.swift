// How much two texts have in common, by their words, and which of many belong together. Knows nothing of order or
// grammar.

import Reminders

struct WordSet {
    let words: Set<Substring>
    /// Those of three letters and more.
    private let long: Set<Substring>

    init(_ texts: [String]) {
        let text = PostSpelling.normalised(texts.joined(separator: " "))
        words = Set(text.split { !$0.isLetter && !$0.isNumber })
        long = words.filter { $0.utf8.count > 2 }
    }

    /// Too few words say nothing about whether two texts are the same.
    var isTelling: Bool { words.count >= 5 }

    /// At least five words, of which nine in ten are on both sides.
    func isAlike(_ other: WordSet) -> Bool {
        guard isTelling, other.isTelling else { return false }
        return words.intersection(other.words).count * 10 >= words.union(other.words).count * 9
    }

    /// From 0 to 1: twice the words of three letters and more that both have, over all such words of both.
    func likeness(to other: WordSet) -> Double {
        guard isTelling, other.isTelling, !long.isEmpty, !other.long.isEmpty else { return 0 }
        return Double(2 * long.intersection(other.long).count) / Double(long.count + other.long.count)
    }
}

enum BestPairs {
    /// The pairs of which each is the other's best, and nobody else's as well.
    static func of(
        _ old: [Int], _ new: [Int], atLeast bound: Double, _ score: (_ old: Int, _ new: Int) -> Double
    ) -> [(old: Int, new: Int)] {
        var bestOfOld: [Int: (new: Int?, score: Double)] = [:]
        var bestOfNew: [Int: (old: Int?, score: Double)] = [:]
        for o in old {
            for n in new {
                let score = score(o, n)
                guard score >= bound else { continue }
                if let best = bestOfOld[o], best.score >= score {
                    if best.score == score { bestOfOld[o] = (nil, score) }
                } else {
                    bestOfOld[o] = (n, score)
                }
                if let best = bestOfNew[n], best.score >= score {
                    if best.score == score { bestOfNew[n] = (nil, score) }
                } else {
                    bestOfNew[n] = (o, score)
                }
            }
        }
        return old.compactMap { o in
            guard let n = bestOfOld[o]?.new, bestOfNew[n]?.old == o else { return nil }
            return (o, n)
        }
    }
}
