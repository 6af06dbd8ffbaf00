// One paragraph of a DOCX file while it is read.

struct WordParagraph {
    var text = ""
    var style: String?
    var number: String?
    var level: Int?
    /// Text that a tracked change deleted from it, and whether one inserted any.
    var deleted = ""
    var isChanged = false
    /// The mark at its end was deleted, so that the next paragraph goes on with it.
    var endIsDeleted = false

    /// The paragraph as it is shown, its automatic number or bullet before it.
    func shown(_ numbering: WordNumbering, _ styles: WordStyles) -> String {
        let ofStyle = style.flatMap { styles.numbering(of: $0) }
        let id = number ?? ofStyle?.id
        let mark = id.flatMap { $0 == "0" ? nil : numbering.mark(id: $0, level: level ?? ofStyle?.level ?? 0) }
        guard let mark else { return text }
        // An empty paragraph shows its number, which may be all that a cell holds, but no bullet worth reading.
        return text.isBlank && mark == "\u{2022}" ? "" : mark + " " + text
    }
}
