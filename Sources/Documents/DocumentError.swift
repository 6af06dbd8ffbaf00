// Why a file cannot be split into paragraphs and tables, and what the person who has it can do.

/// A file that is not read, with what was found in it.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the file.
    public enum Fault: Hashable, Sendable {
        case empty
        /// More bytes than are read; `limit` is the most.
        case tooLarge(bytes: Int, limit: Int)
        /// A kind of file that is not read yet.
        case kind(DocumentKind)
        /// Not text: the place of the first byte that text never holds, from zero.
        case binary(offset: Int)
        /// Not UTF-8: the place of the first byte that breaks it, from zero.
        case notUTF8(offset: Int, line: Int)
        /// More rows, or more cells in one row, than are read.
        case tooManyRows(limit: Int)
        case tooManyCells(line: Int, limit: Int)
    }

    public var name: String
    public var fault: Fault

    public init(name: String, fault: Fault) {
        self.name = name
        self.fault = fault
    }

    public var description: String { "\(name): \(found). \(advice)" }

    private var found: String {
        switch fault {
        case .empty: "the file is empty"
        case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes, and at most \(limit) are read"
        case .kind(let kind): "this is \(kind.words), which is not read yet"
        case .binary(let offset): "this is no text: byte \(offset) is one that text never holds"
        case .notUTF8(let offset, let line): "this is not UTF-8 text: byte \(offset), in line \(line), breaks it"
        case .tooManyRows(let limit): "the file has more than \(limit) lines"
        case .tooManyCells(let line, let limit): "line \(line) has more than \(limit) cells"
        }
    }

    private var advice: String {
        switch fault {
        case .empty: "Check that it was saved or downloaded whole."
        case .kind(.pdf):
            "Copy its tables into a spreadsheet, or run pdftotext, and save them as tab-separated text in UTF-8, "
                + "the shape that docs/import.md shows."
        case .kind(.utf16): "Save it again with the character set UTF-8."
        case .kind(.zip), .kind(.word), .kind(.spreadsheet), .kind(.oldOffice), .kind(.rtf), .kind(.html):
            "Open it in its own program and save its table as tab-separated text in UTF-8, the shape that docs/import.md shows."
        case .tooLarge, .tooManyRows, .tooManyCells: "Split it, or leave out what is not the plan."
        case .binary: "Expected tab-separated text in UTF-8, the shape that docs/import.md shows."
        case .notUTF8: "Save it again with the character set UTF-8."
        }
    }
}
