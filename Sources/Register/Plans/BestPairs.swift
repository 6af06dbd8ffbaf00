// Which of many texts on two sides belong together: each the other's best, and nobody else's as well.

enum BestPairs {
    /// The pairs of which each is the other's best, and nobody else's as well.
    static func of(
        _ old: [Int], _ new: [Int], atLeast bound: Double, _ score: (_ old: Int, _ new: Int) -> Double
    ) -> [(old: Int, new: Int)] {
        of(candidates: old.lazy.flatMap { o in new.lazy.map { (o, $0) } }, among: old, atLeast: bound, score)
    }

    /// The same by words. Where all pairs would be too many, only those are looked at that have in common one of the
    /// words that are rarest in them: who shares more than half of his words with another shares these.
    static func of(
        _ old: [Int], _ new: [Int], atLeast bound: Double, words oldWords: [Int: WordSet], _ newWords: [Int: WordSet]
    ) -> [(old: Int, new: Int)] {
        func score(_ o: Int, _ n: Int) -> Double {
            guard let new = newWords[n], let old = oldWords[o] else { return 0 }
            return new.likeness(to: old)
        }
        guard old.count * new.count > 250_000 else { return of(old, new, atLeast: bound, score) }
        var places: [UInt64: [Int]] = [:]
        for o in old { for word in oldWords[o]?.long ?? [] { places[word, default: []].append(o) } }
        let candidates = new.lazy.flatMap { n -> [(Int, Int)] in
            let known = (newWords[n]?.long ?? []).compactMap { places[$0] }.sorted { $0.count < $1.count }
            var seen: Set<Int> = []
            for others in known.prefix(Self.rarest) where others.count <= Self.most { seen.formUnion(others) }
            return seen.sorted().map { ($0, n) }
        }
        return of(candidates: candidates, among: old, atLeast: bound, score)
    }

    /// How many of the rarest words of a text are followed, and how many texts may have such a word.
    private static let rarest = 8
    private static let most = 100

    private static func of(
        candidates: some Sequence<(Int, Int)>, among old: [Int], atLeast bound: Double,
        _ score: (_ old: Int, _ new: Int) -> Double
    ) -> [(old: Int, new: Int)] {
        var bestOfOld: [Int: (new: Int?, score: Double)] = [:]
        var bestOfNew: [Int: (old: Int?, score: Double)] = [:]
        for (o, n) in candidates {
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
        return old.compactMap { o in
            guard let n = bestOfOld[o]?.new, bestOfNew[n]?.old == o else { return nil }
            return (o, n)
        }
    }
}
