// Where the text of an action sets another date than the cell that it was joined to: "by June 2024" beside "April 2024".
// Never decides which of the two stands.

import CivilTime

enum TextContradiction {
    /// The words of `text` that contradict all of `readings`, as printed; nil where nothing does.
    static func found(in text: String, against readings: [Reading], asOf: CivilDate?) -> String? {
        let dated = readings.filter { $0.due != nil }
        let isDone = !readings.isEmpty && readings.allSatisfy { $0.kind == .completed }
        guard !dated.isEmpty && dated.count == readings.count || isDone else { return nil }
        let promises = promises(in: text, asOf: asOf)
        guard !promises.isEmpty else { return nil }
        if isDone {
            return promises.first { promise in
                promise.reading.due.map { due in asOf.map { due > $0 } ?? false } ?? false
            }?
            .phrase
        }
        let agrees = promises.contains { promise in dated.contains { agree(promise.reading, $0) } }
        return agrees ? nil : promises.first?.phrase
    }

    /// Two dates agree where the days that they name overlap, or one is the last day of the other.
    private static func agree(_ one: Reading, _ other: Reading) -> Bool {
        guard let a = one.due, let b = other.due else { return true }
        return (one.from ?? a) <= b && (other.from ?? b) <= a
    }

    /// The dates that `text` itself sets by "by" or "before", in sentences that promise.
    static func promises(in text: String, asOf: CivilDate?) -> [(phrase: String, reading: Reading)] {
        guard PlainBytes.hasWord(opening: "by", in: text) || PlainBytes.hasWord(opening: "before", in: text) else {
            return []
        }
        var promises: [(phrase: String, reading: Reading)] = []
        for sentence in Piece.sentences(of: text) {
            let words = sentence.split(separator: " ")
            for place in words.indices where ["by", "before"].contains(words[place].lowercased()) {
                // "Trees were planted by May, and we will plant more" promises nothing by May.
                let clause = words[..<place].reversed().prefix { $0.last.map { ",;".contains($0) } != true }
                let promise = clause.isEmpty ? words[place...] : ArraySlice(clause)
                guard promise.contains(where: { futures.contains($0.lowercased()) }) else { continue }
                if let found = date(opening: words[place...].prefix(8), asOf: asOf) { promises.append(found) }
            }
        }
        return promises
    }

    /// The longest run of words from the first that is read as one date and nothing else.
    private static func date(opening words: ArraySlice<Substring>, asOf: CivilDate?) -> (String, Reading)? {
        guard let second = words.dropFirst().first, mayOpen(second) else { return nil }
        var best: (String, Reading)?
        for count in 2...max(2, words.count) where count <= words.count {
            // Only a word that dates end in can make the run longer.
            guard DateCell.mayEndDate(words[words.startIndex + count - 1]) else { continue }
            let phrase = DateTail.trimmed(words.prefix(count).joined(separator: " "))
            let readings = PhraseReader(asOf: asOf).readings(of: phrase)
            guard readings.count == 1, readings[0].kind == .due, readings[0].milestone == nil,
                readings[0].why == nil
            else { continue }
            best = (phrase, readings[0])
        }
        return best
    }

    private static func mayOpen(_ word: Substring) -> Bool {
        guard let first = word.first else { return false }
        if first.isASCIIDigit || Months.number(word) != nil { return true }
        return ["the", "end", "early", "mid", "late", "spring", "summer", "autumn", "winter", "q1", "q2", "q3", "q4"]
            .contains(word.lowercased())
    }

    private static let futures: Set = [
        "will", "shall", "to", "aim", "aims", "plan", "plans", "intend", "intends", "expected", "due", "target",
    ]
}
