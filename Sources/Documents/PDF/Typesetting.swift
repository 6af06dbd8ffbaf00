// What a document's own pages say about how it is set: the gap between two lines of one paragraph, and which words it
// uses, by which a word that was broken at the edge of a narrow column is known.

struct Typesetting {
    /// The usual gap between a line and the next of its paragraph, as a share of the line's height.
    let gap: Double
    private let words: Set<String>

    /// Learns from columns of lines, each from top to bottom.
    init(columns: [[TextLine]]) {
        var gaps: [Double] = []
        var words: Set<String> = []
        for lines in columns {
            for (line, next) in zip(lines, lines.dropFirst()) where next.box.midY > line.box.midY {
                gaps.append((next.box.top - line.box.bottom) / line.box.height)
            }
            for line in lines where line.words.count > 1 {
                for word in line.words { words.insert(Typesetting.bare(word.text)) }
            }
        }
        gaps.sort()
        gap = gaps.isEmpty ? 0 : gaps[gaps.count / 4]
        self.words = words
    }

    /// Whether `end`, alone on its line and reaching the column's edge, and `start` below it are one broken word.
    func isOneWord(_ end: String, _ start: String) -> Bool {
        guard end.last?.isLetter == true, start.first?.isLowercase == true else { return false }
        let areWords = words.contains(Typesetting.bare(end)) && words.contains(Typesetting.bare(start))
        return words.contains(Typesetting.bare(end + start)) && !areWords
    }

    private static func bare(_ word: String) -> String {
        String(word.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
