// The lines of a cell as one text: lines of a paragraph joined by a blank, paragraphs parted by two, the form in which
// the plan reader expects them. A paragraph ends at a gap, at a bullet, or where a line stops although the next word
// would have fitted into it.

/// The making of a cell's text.
struct ParagraphText {
    var setting: Typesetting
    /// Where the column's text can begin and end.
    var left: Double
    var right: Double
    /// Whether a line that stops early always ends its paragraph, as in running text; in the narrow columns of a cell
    /// with gaps between paragraphs it does so only at the end of a sentence.
    var isRunning = false

    /// The text of `lines`, and of each paragraph the place of its first line.
    func text(of lines: [TextLine]) -> String { paragraphs(of: lines).map(\.text).joined(separator: "  ") }

    struct Paragraph: Hashable {
        var text: String
        var box: Box
    }

    func paragraphs(of lines: [TextLine]) -> [Paragraph] {
        guard let first = lines.first else { return [] }
        let isCentred = self.isCentred(lines)
        let hasGaps = zip(lines, lines.dropFirst()).contains { hasGap($0, $1) }
        let words = lines.reduce(0) { $0 + $1.words.count }
        let isProse = !isRunning && (words >= 5 * lines.count || words > 40)
        var paragraphs = [opened(first)]
        var hanging = ParagraphText.hanging(first)
        for (line, next) in zip(lines, lines.dropFirst()) {
            let ended = ParagraphText.endsSentence(line)
            let falls = hanging.map { hangs(lines, at: $0) && next.box.left < $0 - 3 && ended } ?? false
            let stops =
                stopsEarly(line, before: next, isCentred: isCentred, words: isProse && hasGaps ? 2 : 1)
                && (ended || isRunning || !(hasGaps || isProse))
            let size = max(line.box.height, next.box.height) > 1.2 * min(line.box.height, next.box.height)
            if ParagraphText.mark(next) != nil || hasGap(line, next) || falls || size || (stops && !goesOn(line, next))
            {
                paragraphs.append(opened(next))
                hanging = ParagraphText.hanging(next)
            } else {
                let text = paragraphs[paragraphs.count - 1].text
                paragraphs[paragraphs.count - 1].text = joined(text, line, next)
                paragraphs[paragraphs.count - 1].box = paragraphs[paragraphs.count - 1].box.joined(next.box)
            }
        }
        return paragraphs
    }

    private func opened(_ line: TextLine) -> Paragraph {
        guard let mark = ParagraphText.mark(line) else { return Paragraph(text: line.text, box: line.box) }
        let rest = TextLine.gathered(Array(line.words.dropFirst())).map(\.text).joined(separator: " ")
        return Paragraph(text: mark + " " + rest, box: line.box)
    }

    private func joined(_ text: String, _ line: TextLine, _ next: TextLine) -> String {
        let rest = next.text
        if text.last == "\u{AD}" { return text.dropLast() + rest }
        if text.last == "-", text.dropLast().last.map({ $0.isLetter || $0.isNumber }) == true { return text + rest }
        if line.words.count == 1, let end = line.words.last, let start = next.words.first,
            right - end.box.right < end.box.width / Double(max(end.text.count, 1)),
            setting.isOneWord(end.text, start.text)
        {
            return text + rest
        }
        return text + " " + rest
    }

    private func hasGap(_ line: TextLine, _ next: TextLine) -> Bool {
        (next.box.top - line.box.bottom) / min(line.box.height, next.box.height) > setting.gap + 0.17
    }

    /// Whether `line` stops although the next words would fit behind it: one, or two where gaps part the paragraphs
    /// already, since a word may be tied to the one after it.
    private func stopsEarly(_ line: TextLine, before next: TextLine, isCentred: Bool, words: Int) -> Bool {
        guard var word = next.words.first else { return false }
        if words > 1, next.words.count > 1 { word.box = word.box.joined(next.words[1].box) }
        let blank = 0.3 * line.box.height
        let room = isCentred ? (right - left) - line.box.width : right - line.box.right
        return room > 2 * blank + word.box.width
    }

    /// Whether no paragraph can stop here: at a hyphen, or before a small letter after an open sentence.
    private func goesOn(_ line: TextLine, _ next: TextLine) -> Bool {
        if line.words.last?.text.count ?? 0 > 1, line.words.last?.text.last == "-" { return true }
        return next.words.first?.text.first?.isLowercase == true && !ParagraphText.endsSentence(line)
    }

    /// Whether further lines of a bullet stand below its text, so that a line further left is no part of it.
    private func hangs(_ lines: [TextLine], at place: Double) -> Bool {
        lines.contains { ParagraphText.mark($0) == nil && ($0.box.left - place).magnitude < 2 }
    }

    private func isCentred(_ lines: [TextLine]) -> Bool {
        guard lines.count > 1, let first = lines.first else { return false }
        return lines.allSatisfy { ($0.box.midX - first.box.midX).magnitude < 3 }
            && lines.contains { ($0.box.left - first.box.left).magnitude > 3 }
    }

    private static func endsSentence(_ line: TextLine) -> Bool {
        line.words.last?.text.last.map { ".:;!?)\u{201D}\u{2019}".contains($0) } ?? false
    }

    /// Where the text behind a line's bullet begins, and so its further lines.
    private static func hanging(_ line: TextLine) -> Double? {
        mark(line) == nil ? nil : line.words.dropFirst().first?.box.left
    }

    /// The bullet that a line opens with, as the plan reader knows it.
    private static func mark(_ line: TextLine) -> String? {
        guard line.words.count > 1, let first = line.words.first else { return nil }
        if ["\u{2022}", "\u{25CF}", "\u{25AA}", "\u{25E6}", "\u{2023}", "\u{F0B7}"].contains(first.text) {
            return "\u{2022}"
        }
        let apart = line.words[1].box.left - first.box.right > 0.4 * line.box.height
        let others = ["o", "-", "\u{2013}", "\u{F0A7}", "\u{27A2}", "\u{F0D8}", "\u{25A0}", "\u{2043}", "\u{B7}", "*"]
        return apart && others.contains(first.text) ? "\u{2022}" : nil
    }
}
