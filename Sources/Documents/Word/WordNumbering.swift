// Automatic numbers and letters of paragraphs, computed as a word processor shows them: "a.", "(b)", "3.", or a bullet.
// The numbers are nowhere in the text, yet plans refer to "action 2b". Source: ECMA-376, part 1, 17.9.

final class WordNumbering: XMLVisitor {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
    }

    private var lists: [String: [Int: Level]] = [:]
    private var listOfNumber: [String: String] = [:]
    private var starts: [String: [Int: Int]] = [:]
    private var counters: [String: [Int: Int]] = [:]
    private var restarted: Set<String> = []

    private var list: String?
    private var number: String?
    private var level = 0

    /// The mark of the next paragraph at a level (from zero) of the numbering `id`, or nil where it has none.
    func mark(id: String, level: Int) -> String? {
        guard (0...8).contains(level), let name = listOfNumber[id], let levels = lists[name], let own = levels[level]
        else { return nil }
        if own.format == "bullet" { return "\u{2022}" }
        if own.format == "none" { return nil }
        var counts = counters[name] ?? [:]
        if restarted.insert(id).inserted {
            for (level, start) in starts[id] ?? [:] { counts[level] = start - 1 }
        }
        counts[level] = min((counts[level] ?? own.start - 1) + 1, 1_000_000)
        for deeper in counts.keys where deeper > level { counts[deeper] = nil }
        counters[name] = counts
        return WordNumbering.written(own.text, levels, counts)
    }

    /// "%1.%2" with the numbers of each level.
    private static func written(_ pattern: String, _ levels: [Int: Level], _ counts: [Int: Int]) -> String? {
        var text = ""
        var rest = pattern.prefix(60)
        while let letter = rest.popFirst() {
            guard letter == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
                text.append(letter)
                continue
            }
            rest.removeFirst()
            let level = levels[digit - 1] ?? Level()
            text += counted(counts[digit - 1] ?? level.start, level.format)
        }
        return text.isBlank ? nil : text
    }

    private static func counted(_ count: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter": letters(count)
        case "upperLetter": letters(count).uppercased()
        case "lowerRoman": roman(count)
        case "upperRoman": roman(count).uppercased()
        case "decimalZero" where (0...9).contains(count): "0\(count)"
        default: "\(count)"
        }
    }

    /// a to z, then aa to zz, as word processors count.
    private static func letters(_ count: Int) -> String {
        guard count >= 1, count <= 780 else { return "\(count)" }
        let letter = Character(UnicodeScalar(UInt8(97 + (count - 1) % 26)))
        return String(repeating: letter, count: (count - 1) / 26 + 1)
    }

    private static func roman(_ count: Int) -> String {
        guard count >= 1, count <= 3_999 else { return "\(count)" }
        var rest = count
        var text = ""
        for (value, sign) in [
            (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
            (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ] {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    // MARK: Reading

    func opens(_ name: String, _ attributes: XMLAttributes) {
        switch name {
        case "w:abstractNum": list = attributes["abstractNumId"]
        case "w:num": number = attributes["numId"]
        case "w:abstractNumId":
            if let number, let name = attributes["val"] { listOfNumber[number] = name }
        case "w:lvl", "w:lvlOverride":
            level = attributes["ilvl"].flatMap { Int($0) } ?? 0
            if let list, name == "w:lvl" { lists[list, default: [:]][level] = Level() }
        case "w:startOverride":
            if let number, let start = WordNumbering.start(attributes) { starts[number, default: [:]][level] = start }
        case "w:start":
            if let list, let start = WordNumbering.start(attributes) { lists[list]?[level]?.start = start }
        case "w:numFmt":
            if let list, let format = attributes["val"] { lists[list]?[level]?.format = format }
        case "w:lvlText":
            if let list, let text = attributes["val"] { lists[list]?[level]?.text = text }
        default: break
        }
    }

    private static func start(_ attributes: XMLAttributes) -> Int? {
        attributes["val"].flatMap { Int($0) }.flatMap { (0...1_000_000).contains($0) ? $0 : nil }
    }

    func closes(_ name: String) {
        if name == "w:abstractNum" { list = nil }
        if name == "w:num" { number = nil }
    }

    func reads(_ text: UnsafeBufferPointer<UInt8>) {}
}
