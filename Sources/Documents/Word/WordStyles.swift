// Which paragraph styles number their paragraphs: "List Bullet" does, and so may a heading. Source: ECMA-376, part 1,
// 17.7.4.

final class WordStyles: XMLVisitor {
    private struct Style {
        var parent: String?
        var number: String?
        var level: Int?
    }

    private var styles: [String: Style] = [:]
    private var current: String?

    /// The numbering of the paragraphs of a style, its own or that of the style it is based on.
    func numbering(of style: String) -> (id: String, level: Int)? {
        var name = style
        var level: Int?
        for _ in 0..<12 {
            guard let style = styles[name] else { return nil }
            level = level ?? style.level
            if let number = style.number { return (number, level ?? 0) }
            guard let parent = style.parent else { return nil }
            name = parent
        }
        return nil
    }

    func opens(_ name: String, _ attributes: XMLAttributes) {
        if name == "w:style" {
            current = attributes["styleId"]
            if let current { styles[current] = Style() }
        }
        guard let current else { return }
        switch name {
        case "w:basedOn": styles[current]?.parent = attributes["val"]
        case "w:numId": styles[current]?.number = attributes["val"]
        case "w:ilvl": styles[current]?.level = attributes["val"].flatMap { Int($0) }
        default: break
        }
    }

    func closes(_ name: String) { if name == "w:style" { current = nil } }
    func reads(_ text: UnsafeBufferPointer<UInt8>) {}
}
