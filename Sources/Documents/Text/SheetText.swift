// A sheet of cells as comma-separated text, and back. A cell that a spreadsheet program would take for a formula gets an
// apostrophe before it, which reading takes away again. It knows nothing of plans. Source: RFC 4180.

/// Sheets that people fill in with a spreadsheet program.
public enum SheetText {
    /// UTF-8 with a byte order mark, so that spreadsheet programs take it for UTF-8; each record ends with CR LF.
    public static func written(_ rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map { quoted(guarded($0)) }.joined(separator: ",") + "\r\n" }.joined()
    }

    /// The cells of comma-, semicolon- or tab-separated text: spreadsheet programs save with whichever their country
    /// uses, in UTF-8, UTF-16 or Windows-1252. Throws for what is no text, and beyond `limits`.
    public static func rows(
        of bytes: [UInt8], name: String, limits: DocumentReader.Limits = DocumentReader.Limits()
    ) throws(DocumentError) -> [[String]] {
        do throws(DocumentError.Fault) {
            guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
            let text = try TextEncoding.utf8(of: bytes[...]).text
            var best: [SeparatedValues.Record] = []
            for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09] {
                let records = try SeparatedValues.records(text, separator: separator, most: 1, limits: limits)
                guard records.first?.cells.count ?? 0 > best.first?.cells.count ?? 0 else { continue }
                best = try SeparatedValues.records(text, separator: separator, limits: limits)
            }
            return best.map { $0.cells.map(plain) }
        } catch {
            throw DocumentError(name: name, fault: error)
        }
    }

    /// The text as a cell that no program runs.
    static func guarded(_ text: String) -> String { isDangerous(text) ? "'" + text : text }

    /// What `guarded` was made from.
    static func plain(_ cell: String) -> String {
        cell.unicodeScalars.first == "'" && isDangerous(cell) ? String(cell.unicodeScalars.dropFirst()) : cell
    }

    /// Whether it begins, after any apostrophes, with what begins a formula.
    private static func isDangerous(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return ["=", "+", "-", "@", "\t", "\r"].contains(first)
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.unicodeScalars.contains(where: { [",", ";", "\t", "\"", "\n", "\r"].contains($0) }) else {
            return cell
        }
        return "\"" + cell.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
