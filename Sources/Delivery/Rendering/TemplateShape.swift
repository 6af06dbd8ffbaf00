// The shape of what a template is rendered with: which names there are, what kind each is of, how long each list is, and
// not what the texts say. Two mails of one shape differ in nothing but their texts.

/// A shape, and the texts that go into it, in order.
struct TemplateShape {
    private(set) var key = ""
    private(set) var texts: [String] = []
    /// The values of this shape, with a mark in place of each text.
    var marked: TemplateValues {
        var count = 0
        return Self.marked(values, &count)
    }
    private let values: TemplateValues

    init(_ values: TemplateValues) {
        self.values = values
        add(values)
    }

    private mutating func add(_ values: TemplateValues) {
        for (name, value) in values.members {
            key += name
            add(value)
        }
        key += ";"
    }

    private mutating func add(_ value: TemplateValue) {
        switch value {
        case .text(let text): add(text)
        case .number(let number): add(String(number))
        case .bool(let isSo): key += isSo ? "+" : "-"
        case .lines(let lines):
            key += "["
            lines.forEach { add($0) }
            key += "]"
        case .values(let values):
            key += "{"
            add(values)
        case .list(let list):
            key += "("
            list.forEach { add($0) }
            key += ")"
        }
    }

    /// Mustache sets in a line that holds something, and leaves an empty one.
    private mutating func add(_ text: String) {
        key += text.isEmpty ? "_" : "="
        if !text.isEmpty { texts.append(text) }
    }

    private static func marked(_ values: TemplateValues, _ count: inout Int) -> TemplateValues {
        TemplateValues(values.members.map { ($0.name, marked($0.value, &count)) })
    }

    private static func marked(_ value: TemplateValue, _ count: inout Int) -> TemplateValue {
        switch value {
        case .text(let text): .text(marked(text, &count))
        case .number(let number): .text(marked(String(number), &count))
        case .bool: value
        case .lines(let lines): .lines(lines.map { marked($0, &count) })
        case .values(let values): .values(marked(values, &count))
        case .list(let list): .list(list.map { marked($0, &count) })
        }
    }

    private static func marked(_ text: String, _ count: inout Int) -> String {
        guard !text.isEmpty else { return text }
        defer { count += 1 }
        return TemplateMark.text(count)
    }
}

/// What stands for a text while its place is looked for: a number between characters of private use, which no text holds
/// because `PlainLine` takes them out.
enum TemplateMark {
    static let plain: Unicode.Scalar = "\u{10F0D0}"
    static let escaped: Unicode.Scalar = "\u{10F0D1}"
    static let end: Unicode.Scalar = "\u{10F0D2}"

    static func text(_ number: Int) -> String { "\(plain)\(number)\(end)" }

    /// The mark as one that was escaped; nil for what is no mark.
    static func escaped(_ text: String) -> String? {
        guard text.utf8.first == 0xF4, text.unicodeScalars.first == plain else { return nil }
        return "\(escaped)\(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))"
    }
}
