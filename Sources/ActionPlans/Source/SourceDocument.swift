// A document that was split into paragraphs and tables already, in order, each piece with its line. Knows nothing of
// plans; whatever the file was (text, a spreadsheet, a web page), its reader ends here.

/// Paragraphs and tables in the order of the document.
public struct SourceDocument: Hashable, Sendable {
    /// One piece of the document.
    public enum Part: Hashable, Sendable {
        case paragraph(SourceLine)
        case table(CellTable)
    }

    public var parts: [Part]
    /// What a person should look at, in document order.
    public var notes: [SourceNote]

    public init(parts: [Part], notes: [SourceNote] = []) {
        self.parts = parts
        self.notes = notes
    }
}
