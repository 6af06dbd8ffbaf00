// Dates that stand in running text where a plan prints them there: at the end of a line, in brackets, after a dash, or
// after the name of an owner. A date that is only told ("published in March 2023", "the Act of 2014") is never one.

import CivilTime

enum DateTail {
    /// `text` cut before the date that ends it: "Head of Estates, 30 June 2025"; nil where it ends otherwise, or is
    /// nothing but a date.
    static func cut(_ text: String) -> (before: String, date: String)? {
        let words = text.split(separator: " ")
        guard words.count > 1, words.count <= 40, DateCell.mayHoldDate(text) else { return nil }
        for place in words.indices.dropFirst().suffix(8) where opens(words[place]) {
            let date = trimmed(words[place...].joined(separator: " "))
            guard isTarget(date) else { continue }
            let before = Prose.trimmed(words[..<place].joined(separator: " "))
            return (
                Prose.trimmed(String(before.reversed().drop { ",;:-\u{2013}\u{2014}/( ".contains($0) }.reversed())),
                date
            )
        }
        return nil
    }

    /// Whether the whole of `text` sets a date, and does not tell of one.
    static func isTarget(_ text: String) -> Bool {
        let words = Prose.list(text)
        guard (1...9).contains(words.count), DateCell.looksLikeDate(text) else { return false }
        let readings = PhraseReader(asOf: DateTail.anyDay).readings(of: text)
        return readings.allSatisfy { reading in
            guard reading.milestone == nil else { return false }
            switch reading.kind {
            case .due, .range, .starts:
                let isYear = reading.precision == .year || reading.precision == .financialYear
                return !isYear || words.contains { ["by", "end", "in", "during", "target", "due"].contains($0) }
            case .completed: return ["complete", "completed", "done", "closed"].contains(words[0])
            case .ongoing: return words.count <= 3
            case .recurring, .relative, .none, .unclear: return false
            }
        }
    }

    private static func opens(_ word: Substring) -> Bool {
        guard let first = word.drop(while: { $0 == "(" }).first else { return false }
        if first.isASCIIDigit { return true }
        let plain = Prose.folded(word).filter(\.isLetter)
        return Months.number(plain) != nil || leads.contains(plain)
    }

    static func trimmed(_ date: String) -> String {
        var rest = Prose.trimmed(date)[...]
        while let first = rest.first, "([:-\u{2013} ".contains(first) { rest.removeFirst() }
        while let last = rest.last, ")].;, ".contains(last) { rest.removeLast() }
        return String(rest)
    }

    /// Words that can open a date. "From" and "in" open what is told as often as what is set.
    private static let leads: Set = [
        "by", "end", "early", "mid", "late", "spring", "summer", "autumn", "winter", "before", "until", "complete",
        "completed", "ongoing", "immediate", "immediately", "q", "fy", "tbc", "target", "due",
    ]
    /// Only whether a phrase can be read is asked here; what it means is read against its own edition.
    private static let anyDay = CivilDate(iso: "2024-01-01")
}
