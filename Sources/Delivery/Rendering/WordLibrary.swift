// Templates, and the moulds that mails of the same shape come out of. Mustache goes through a template token by token for
// each mail, and asks of each thing what it is; a mould is what it made of a shape once, in pieces.

import Mustache
import Synchronization

final class WordLibrary: Sendable {
    private let templates: MustacheLibrary
    /// Whether a text is only ever printed as it is or escaped. What a template does to a text otherwise, by
    /// `{{uppercased(name)}}` and its like, cannot be done to a mark.
    private let printsOnly: Bool
    private let moulds = Mutex<[Place: Mould]>([:])
    /// Moulds are made anew once there are so many: long lists have lengths of their own.
    private static let room = 256

    private struct Place: Hashable {
        let template: String
        let shape: String
    }

    /// - Parameter sources: the templates as they are written, by name.
    init(_ templates: [String: MustacheTemplate], sources: some Sequence<String>) {
        self.templates = MustacheLibrary(templates: templates)
        printsOnly = sources.allSatisfy(Self.printsOnly)
    }

    /// nil where there is no such template.
    func render(_ values: TemplateValues, _ shape: TemplateShape, withTemplate name: String) -> String? {
        guard printsOnly else { return templates.render(values, withTemplate: name) }
        let place = Place(template: name, shape: shape.key)
        if let mould = moulds.withLock({ $0[place] }) { return mould.filled(with: shape.texts) }
        guard let mould = templates.render(shape.marked, withTemplate: name).map(Mould.init) else { return nil }
        moulds.withLock { moulds in
            if moulds.count >= Self.room { moulds = [:] }
            moulds[place] = mould
        }
        return mould.filled(with: shape.texts)
    }

    private static func printsOnly(_ source: String) -> Bool {
        let hasMark = source.unicodeScalars.contains { (TemplateMark.plain...TemplateMark.end).contains($0) }
        return !hasMark
            && !source.split(separator: "{{").dropFirst().contains { tag in
                tag.prefix { $0 != "}" }.contains("(")
            }
    }
}

/// What a template comes to, with places for texts in it.
private struct Mould: Sendable {
    private enum Piece {
        case words(String)
        case text(Int)
        case escaped(Int)
    }

    private var pieces: [Piece] = []

    /// Of a template that was rendered with marks.
    init(_ rendered: String) {
        var rest = rendered.unicodeScalars[...]
        while let start = rest.firstIndex(where: { $0 == TemplateMark.plain || $0 == TemplateMark.escaped }),
            let end = rest[start...].firstIndex(of: TemplateMark.end),
            let number = Int(String(rest[rest.index(after: start)..<end]))
        {
            pieces += [
                .words(String(rest[..<start])), rest[start] == TemplateMark.plain ? .text(number) : .escaped(number),
            ]
            rest = rest[rest.index(after: end)...]
        }
        pieces.append(.words(String(rest)))
    }

    func filled(with texts: [String]) -> String {
        var filled = ""
        filled.reserveCapacity(8_192)
        for piece in pieces {
            switch piece {
            case .words(let words): filled += words
            case .text(let number): filled += texts[number]
            case .escaped(let number): filled += PageContent().escapeText(texts[number])
            }
        }
        return filled
    }
}
