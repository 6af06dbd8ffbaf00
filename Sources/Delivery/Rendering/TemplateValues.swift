// What stands for the names of a template. Mustache asks of each thing what kind it is before it uses it, and for names
// inside a plain string it would take that string apart: so a text is handed to it as a thing that has no names.

import Mustache

/// What one name stands for.
enum TemplateValue {
    case text(String)
    case number(Int)
    case bool(Bool)
    case lines([String])
    case values(TemplateValues)
    case list([TemplateValues])

    /// As mustache takes it.
    fileprivate var forMustache: Any {
        switch self {
        case .text(let text): TemplateText(text: text)
        case .number(let number): number
        case .bool(let isSo): isSo
        case .lines(let lines): lines.map(TemplateText.init)
        case .values(let values): values
        case .list(let list): list
        }
    }
}

/// Names, and what stands for them; a name that is not there stands for nothing.
final class TemplateValues: MustacheParent, MustacheTransformable {
    typealias Member = (name: String, value: TemplateValue)

    let members: [Member]

    /// Each name once.
    init(_ members: [Member]) { self.members = members }

    func child(named name: String) -> Any? { members.first { $0.name == name }?.value.forMustache }

    /// Names are no sequence, and nothing else that could be transformed.
    func transform(_ name: String) -> Any? { nil }
}

extension [TemplateValues.Member] {
    /// Nothing stands for the name where there is no text.
    mutating func add(_ name: String, _ text: String?) {
        if let text { append((name, .text(text))) }
    }
}

/// One line of text, which has no names in it.
private struct TemplateText: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
    let text: String

    var renderText: String { text }

    var isNull: Bool { false }

    func child(named: String) -> Any? { nil }

    func transform(_ name: String) -> Any? { text.transform(name) }
}

/// Escapes as mustache does by itself, octet by octet and not character by character.
struct PageContent: MustacheContentType {
    /// As templates name it.
    static let name = "PAGE"

    func escapeText(_ text: String) -> String {
        if let escaped = TemplateMark.escaped(text) { return escaped }
        guard text.utf8.contains(where: { Self.escape($0) != nil }) else { return text }
        var escaped: [UInt8] = []
        escaped.reserveCapacity(text.utf8.count + 32)
        for octet in text.utf8 {
            if let escape = Self.escape(octet) { escaped += escape.utf8 } else { escaped.append(octet) }
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    private static func escape(_ octet: UInt8) -> String? {
        switch octet {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
