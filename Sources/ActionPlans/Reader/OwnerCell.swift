// A cell of owners as the posts it names: one a paragraph (two spaces part paragraphs too). Commas, "&" and "and" are
// part of a post's name; a stop at its end is not.

enum OwnerCell {
    /// The owners of `blocks`, in printed order, with the stop that ends each still in place: the stop says whether
    /// a name is whole.
    static func paragraphs(_ blocks: [Block]) -> [String] {
        var owners: [String] = []
        for block in blocks {
            if let last = owners.last, plainlyUnfinished(last) {
                owners[owners.count - 1] = last + " " + block.text
            } else if block.text.contains(";") {
                // A semicolon parts what commas and "and" within a name cannot.
                owners += block.text.split(separator: ";").map(Prose.trimmed).filter { !$0.isEmpty }
            } else {
                owners.append(block.text)
            }
        }
        return owners
    }

    /// The owner without the stop at its end.
    static func name(_ paragraph: String) -> String {
        var name = Prose.squeezed(paragraph)
        while let last = name.last, ".;,".contains(last) { name.removeLast() }
        return name
    }

    /// Whether a name ends as no name does: "Deputy Director,", "Head of".
    static func plainlyUnfinished(_ paragraph: String) -> Bool {
        if paragraph.hasSuffix(",") { return true }
        guard let last = paragraph.split(separator: " ").last?.lowercased() else { return false }
        return ["and", "&", "of", "for", "the", "-", "\u{2013}", "to", "in"].contains(last)
    }
}
