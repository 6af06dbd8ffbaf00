// Small words that many reports need: a number with its noun, an instant and a day as a person reads them.

import CivilTime

enum Words {
    /// "1 target", "3 targets"; the plural is the noun with an s unless another is given.
    static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }

    /// "2026-11-22 09:05" in the zone.
    static func moment(_ instant: Instant, _ zone: Zone) -> String {
        let civil = zone.civil(at: instant)
        return "\(civil.date) \(civil.time)"
    }

    /// "a", "a and b", "a, b and c".
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }

    /// One space for each run of white space, cut to so many characters with an ellipsis.
    static func short(_ text: String, _ limit: Int) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return line.count <= limit ? line : line.prefix(max(0, limit - 1)) + "…"
    }
}
