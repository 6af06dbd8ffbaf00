// A cell of target dates as statements: one a paragraph, two where two dates stand side by side with nothing between
// them. Phrases keep their words; what they mean is the phrase reader's business.

/// One printed target date and its line.
struct DatePhrase: Hashable {
    var text: String
    var line: Int
    /// The part of the text that stands now, where another part only says what stood before.
    var inForce: String?
    /// The text of the action that prints it, in a plan without a column of dates.
    var action: String?
    /// The letter that names its action: "a. April 2024".
    var label: String?
    /// The owners that the same text names.
    var owners: [String] = []
    /// What stands beside it in a column that says when work begins, and in one that says how far it is.
    var start: String?
    var status: String?
}

enum DateCell {
    /// The statements of a cell, in printed order.
    static func phrases(_ blocks: [Block]) -> [DatePhrase] {
        var paragraphs: [DatePhrase] = []
        for block in blocks {
            if let last = paragraphs.last, runsOn(last.text, into: block.text) {
                paragraphs[paragraphs.count - 1].text += " " + block.text
            } else {
                paragraphs.append(DatePhrase(text: block.text, line: block.line))
            }
        }
        return paragraphs.flatMap { paragraph in
            if let labelled = labelled(paragraph) { return labelled }
            return sideBySide(paragraph.text).map { DatePhrase(text: $0, line: paragraph.line) }
        }
    }

    /// "(a) April 2024 (b) May 2024" as two, each with the letter of its action; nil where no letter opens the text.
    private static func labelled(_ paragraph: DatePhrase) -> [DatePhrase]? {
        let words = paragraph.text.split(separator: " ")
        guard words.count >= 2, let first = letter(words[0]) else { return nil }
        var parts: [(label: String, words: [Substring])] = [(first, [])]
        for word in words.dropFirst() {
            if let next = letter(word), let last = parts.last?.label, Piece.follows(last, next) {
                parts.append((next, []))
            } else {
                parts[parts.count - 1].words.append(word)
            }
        }
        guard parts.allSatisfy({ looksLikeDate($0.words.joined(separator: " ")) }) else { return nil }
        return parts.map { part in
            var phrase = DatePhrase(text: part.words.joined(separator: " "), line: paragraph.line)
            phrase.label = part.label
            return phrase
        }
    }

    /// The letter in "a.", "(b)" or "(ii)"; a number with a stop may be the day of a date.
    private static func letter(_ word: Substring) -> String? {
        Piece.bare(word).flatMap { label in label.contains(where: \.isASCIIDigit) && word.first != "(" ? nil : label }
    }

    /// Whether a date that stands at the end of a page ("October 2023 to", "March") is finished by what follows.
    static func runsOn(_ text: String, into next: String) -> Bool {
        guard let last = Prose.list(text).last, let first = Prose.list(next).first else { return false }
        if ["to", "by", "and", "of", "from", "until", "the", "in"].contains(last) { return true }
        let bareMonth = Months.number(last) != nil && text.last?.isLetter == true
        return bareMonth && first.count == 4 && first.allSatisfy(\.isASCIIDigit)
    }

    /// Whether a date may end with this word: digits, a month, a season or a word of a year.
    static func mayEndDate(_ word: Substring) -> Bool {
        let plain = bare(word)
        return plain.contains(where: \.isASCIIDigit) || opensDate(plain)
            || ["year", "quarter", "month", "week", "half"].contains(plain)
    }

    /// Whether `text` holds a digit or a word that dates are made of, told without reading it.
    static func mayHoldDate(_ text: String) -> Bool {
        text.utf8.contains { (0x30...0x39).contains($0) } || Prose.list(text).contains(where: opensDate)
    }

    /// Whether a cell's text could be nothing but a target date.
    static func looksLikeDate(_ text: String) -> Bool {
        let words = Prose.list(text)
        guard !words.isEmpty, words.count <= 14 else { return false }
        return words.contains { opensDate($0) || isYear($0) }
    }

    /// "April 2020 December 2020" as two, "January 2024. March 2024." as two, "Completed and April 2021" as one.
    private static func sideBySide(_ text: String) -> [String] {
        var phrases: [String] = []
        var current: [Substring] = []
        for word in text.split(separator: " ") {
            if let previous = current.last, endsDate(previous, of: current), opensDate(bare(word)), word.first != "(" {
                phrases.append(current.joined(separator: " "))
                current = []
            }
            current.append(word)
        }
        if !current.isEmpty { phrases.append(current.joined(separator: " ")) }
        return phrases.count > 1 && phrases.allSatisfy(looksLikeDate) ? phrases : [text]
    }

    /// Whether a date may end with this word: a year, or a word of state with a stop ("Completed.", "Ongoing;").
    private static func endsDate(_ word: Substring, of words: [Substring]) -> Bool {
        let plain = bare(word)
        if isYear(plain) { return word.last != "," && word.last != "/" }
        guard let last = word.last, ".;".contains(last) else { return false }
        return states.contains(plain) || (words.count > 1 && plain.allSatisfy(\.isASCIIDigit))
    }

    private static func opensDate(_ word: String) -> Bool {
        Months.number(word) != nil || states.contains(word) || openings.contains(word)
            || (word.count == 2 && word.first == "q" && word.last?.isASCIIDigit == true)
    }

    private static func bare(_ word: some StringProtocol) -> String {
        Prose.folded(word).filter { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "-" }
    }

    private static func isYear(_ word: String) -> Bool {
        let digits = word.split(whereSeparator: { $0 == "/" || $0 == "-" })
        guard let year = digits.first, year.count == 4, year.allSatisfy(\.isASCIIDigit) else { return false }
        return (year.hasPrefix("19") || year.hasPrefix("20"))
            && digits.dropFirst().allSatisfy { $0.allSatisfy(\.isASCIIDigit) }
    }

    private static let states: Set = [
        "complete", "completed", "ongoing", "closed", "done", "immediate", "immediately", "continuous", "tbc",
    ]
    private static let openings: Set = [
        "spring", "summer", "autumn", "winter", "commencing", "quarterly", "monthly", "annually", "early", "mid",
        "late",
    ]
}
