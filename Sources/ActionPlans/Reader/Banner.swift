// The line that says to which published round the text below it belongs: "Action Plan Update (December 2020)". It may
// stand in a row of its own, at the head, in the middle or at the end of a cell, and lose the gap around it.

import CivilTime

/// An edition's banner within a cell.
struct Banner: Hashable {
    let label: String
    /// The first day of the month it names.
    let month: CivilDate

    var isUpdate: Bool {
        let words = Prose.list(label)
        return words.contains("update") || words.contains("progress") || words.contains("updated")
    }

    var edition: String { String(month.description.prefix(7)) }

    /// Cuts `text` at its first banner: what stands before it, the banner, and what follows; nil where there is none.
    static func cut(_ text: String) -> (before: String, banner: Banner, after: String)? {
        var from = text.startIndex
        while let open = text.utf8[from...].firstIndex(of: UInt8(ascii: "(")) {
            from = text.index(after: open)
            guard let close = text[from...].prefix(longestMonth).firstIndex(of: ")"),
                let month = month(in: text[from..<close]),
                let start = start(of: text, openedAt: open)
            else { continue }
            let label = String(text[start...close])
            let after = Prose.trimmed(text[text.index(after: close)...].drop { $0 == ":" || $0 == "." })
            return (Prose.trimmed(text[..<start]), Banner(label: label, month: month), after)
        }
        return nil
    }

    /// How far brackets and words are looked at, so that a text of nothing but brackets takes no longer than another.
    private static let longestMonth = 40
    private static let longestLabel = 300

    /// The edition that a cell of its own names: "2020-12", "December 2020", "Action Plan Update (December 2020)".
    init?(edition text: String) {
        if let (_, banner, _) = Banner.cut(text) {
            self = banner
        } else if let month = CivilDate(iso: text + "-01") ?? Banner.month(in: text[...]) {
            self.init(label: "Action Plan (\(CivilDate.monthNames[month.month - 1]) \(month.year))", month: month)
        } else {
            return nil
        }
    }

    private init(label: String, month: CivilDate) {
        self.label = label
        self.month = month
    }

    private static func month(in text: Substring) -> CivilDate? {
        let words = text.split(separator: " ")
        guard words.count == 2, let month = Months.number(words[0]), words[1].count == 4, let year = Int(words[1]),
            (1990...2100).contains(year)
        else { return nil }
        return CivilDate(year: year, month: month, day: 1)
    }

    /// Where the words of a banner begin that opens its bracket at `open`: at the head of the text or of a sentence,
    /// at most six words before, all of them capitalised or small joining words, a plan's own word among them.
    private static func start(of text: String, openedAt open: String.Index) -> String.Index? {
        let own: Set = ["plan", "update", "updated", "response", "progress", "edition"]
        var start = open
        var words: [Substring] = []
        for word in text[..<open].suffix(longestLabel).split(separator: " ").reversed().prefix(7) {
            if let last = word.last, ".;:!?".contains(last) { break }
            guard word.first?.isUppercase == true || ["to", "of", "and", "on", "the"].contains(word) else { return nil }
            words.append(word)
            start = word.startIndex
        }
        guard (1...6).contains(words.count), let first = words.last, first.first?.isUppercase == true,
            first.lowercased() != "the"
        else { return nil }
        return words.contains { own.contains($0.lowercased()) } ? start : nil
    }
}

enum Months {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// 1 to 12 for a month's name or its first three letters (or "sept"), a stop after it allowed.
    static func number(_ word: some StringProtocol) -> Int? {
        let name = word.lowercased().filter(\.isLetter)
        guard name.count >= 3 else { return nil }
        if name == "sept" { return 9 }
        return names.firstIndex { $0 == name || ($0.prefix(3) == name) }.map { $0 + 1 }
    }
}
