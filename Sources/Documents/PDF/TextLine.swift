// Words that stand on one line, left to right.

/// One printed line of a cell or of running text.
struct TextLine: Hashable {
    private(set) var words: [PlacedWord]
    private(set) var box: Box

    /// The lines of `words`, from top to bottom. A raised or lowered word belongs to the line that its middle falls in.
    static func gathered(_ words: [PlacedWord]) -> [TextLine] {
        var lines: [TextLine] = []
        for word in words.sorted(by: { ($0.box.midY, $0.box.left) < ($1.box.midY, $1.box.left) }) {
            let near = lines.indices.suffix(3).last { lines[$0].holds(word) }
            if let near { lines[near].add(word) } else { lines.append(TextLine(words: [word], box: word.box)) }
        }
        for index in lines.indices { lines[index].words.sort { $0.box.left < $1.box.left } }
        return lines.sorted { $0.box.midY < $1.box.midY }
    }

    /// The words joined, without a blank where the page leaves none.
    var text: String {
        var text = ""
        for (index, word) in words.enumerated() {
            if index > 0, word.box.left - words[index - 1].box.right > 0.05 * box.height { text += " " }
            text += word.text
        }
        return text
    }

    private func holds(_ word: PlacedWord) -> Bool {
        let overlap = min(box.bottom, word.box.bottom) - max(box.top, word.box.top)
        return overlap > 0.5 * min(box.height, word.box.height)
    }

    private mutating func add(_ word: PlacedWord) {
        words.append(word)
        // A raised word must not make the line taller, or it swallows the next.
        box.left = min(box.left, word.box.left)
        box.right = max(box.right, word.box.right)
        if word.box.height > box.height { (box.top, box.bottom) = (word.box.top, word.box.bottom) }
    }
}
