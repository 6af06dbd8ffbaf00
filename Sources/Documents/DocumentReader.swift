// Turns the bytes of a file into paragraphs and tables, by the kind that the bytes announce. Never looks at the file's
// name, never runs anything from a file, never opens another file, and never touches the network.

import ActionPlans

/// Reads files that hold action plans.
public enum DocumentReader {
    /// The document that `bytes` hold; `name` stands in errors only. Throws for an empty file, one beyond `limits`, one
    /// that is damaged, a kind that is not read, and for a map that names no column of it.
    public static func read(
        bytes: [UInt8], name: String, options: DocumentOptions = DocumentOptions(), limits: Limits = Limits()
    ) throws(DocumentError) -> SourceDocument {
        do {
            return try read(bytes, options, limits)
        } catch {
            throw DocumentError(name: name, fault: error)
        }
    }

    private static func read(_ bytes: [UInt8], _ options: DocumentOptions, _ limits: Limits)
        throws(DocumentError.Fault) -> SourceDocument
    {
        if bytes.count > limits.bytes { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let document: SourceDocument
        switch DocumentKind(of: bytes) {
        case nil, .html: document = try text(bytes, options.map, limits)
        case .word, .spreadsheet, .zip: document = try packed(bytes, options.map, limits)
        case .pdf:
            do { document = try PDFReader.read(bytes) } catch { throw .pdf(error) }
        case .some(let kind): throw .kind(kind)
        }
        do {
            return try options.map.applied(to: document)
        } catch {
            throw .columns(error)
        }
    }

    /// A web page, or text of any other shape.
    private static func text(_ bytes: [UInt8], _ map: ColumnMap, _ limits: Limits) throws(DocumentError.Fault)
        -> SourceDocument
    {
        let (text, encoding) = try TextEncoding.utf8(of: bytes[...])
        if text.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D, 0x0C].contains($0) }) { throw .empty }
        var document: SourceDocument
        switch DocumentKind(of: encoding == .utf8 ? bytes : Array(text)) {
        case nil: document = try TextFile.read(text, map: map, limits: limits)
        case .html: document = try WebPage.read(text, map: map, limits: limits)
        case .some(let kind): throw .kind(kind)
        }
        if let note = encoding.note, !WebPage.declares(encoding, text) { document.notes.insert(note, at: 0) }
        return document
    }

    /// A DOCX or an XLSX file: which of them, its relationships say.
    private static func packed(_ bytes: [UInt8], _ map: ColumnMap, _ limits: Limits) throws(DocumentError.Fault)
        -> SourceDocument
    {
        let archive = try ZipArchive(bytes, limits: limits)
        let main = try Relationships.mainPart(of: archive)
        if main.hasPrefix("word/") { return try WordDocument.read(archive, part: main, limits: limits) }
        if main.hasPrefix("xl/") { return try Workbook.read(archive, part: main, map: map, limits: limits) }
        throw .kind(.zip)
    }
}
