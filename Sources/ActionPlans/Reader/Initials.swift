// Finds the initials that a document defines: "Ministry of Justice (MoJ)".

enum Initials {
    /// Full names by their initials, both folded. Initials that are defined twice in different words are left out.
    static func found(in document: SourceDocument) -> [String: String] {
        var names: [String: Set<String>] = [:]
        for text in texts(of: document) {
            var from = text.startIndex
            while let open = text[from...].firstIndex(of: "(") {
                from = text.index(after: open)
                let inner = text[from...].prefix { $0.isLetter }
                guard (2...8).contains(inner.count), inner.count(where: \.isUppercase) >= 2,
                    text[inner.endIndex...].first == ")",
                    let name = name(before: text[..<open], initials: String(inner))
                else { continue }
                names[inner.lowercased(), default: []].insert(name)
            }
        }
        return names.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    private static func texts(of document: SourceDocument) -> [String] {
        document.parts.flatMap { part -> [String] in
            switch part {
            case .paragraph(let line): [line.text]
            case .table(let table):
                table.rows.flatMap { row in
                    row.cells.lazy.filter { $0.repeats == nil && $0.text.utf8.contains(0x28) }.map {
                        Markup.plain($0.text)
                    }
                }
            }
        }
    }

    /// The run of words that ends before the bracket and whose first letters are the initials.
    private static func name(before text: Substring, initials: String) -> String? {
        let words = text.suffix(160).split(separator: " ")
        let plural = initials.last == "s" ? String(initials.dropLast()) : initials
        for count in stride(from: 1, through: min(10, words.count), by: 1) {
            let run = words.suffix(count)
            guard run.first?.first?.isUppercase == true else { continue }
            let all = String(run.compactMap(\.first)).lowercased()
            let capitals = String(run.compactMap(\.first).filter(\.isUppercase))
            for form in [initials, plural] where all == form.lowercased() || capitals == form.filter(\.isUppercase) {
                return Prose.list(run.joined(separator: " ")).joined(separator: " ")
            }
        }
        return nil
    }
}
