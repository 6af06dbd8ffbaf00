// What stands for the names of a template. Mustache asks of each thing what kind it is before it uses it: of a dictionary
// the language takes long to say, and for names inside a plain string mustache would take that string apart.

import Mustache

/// Names, and what stands for them.
final class TemplateValues: MustacheParent, MustacheTransformable {
    private let values: [String: Any]

    init(_ values: [String: Any]) {
        self.values = values.mapValues { value in (value as? String).map(TemplateText.init) ?? value }
    }

    func child(named name: String) -> Any? { values[name] }

    func transform(_ name: String) -> Any? { values.transform(name) }
}

/// One line of text, which has no names in it.
struct TemplateText: MustacheCustomRenderable, MustacheParent, MustacheTransformable {
    let text: String

    init(_ text: String) { self.text = text }

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
