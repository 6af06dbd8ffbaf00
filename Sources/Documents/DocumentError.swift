// Why a file cannot be split into paragraphs and tables, and what the person who has it can do.

import ActionPlans

/// A file that is not read, with what was found in it.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong with the file.
    public enum Fault: Error, Hashable, Sendable {
        case empty
        /// More bytes than are read; `limit` is the most.
        case tooLarge(bytes: Int, limit: Int)
        /// A kind of file that is not read yet.
        case kind(DocumentKind)
        /// Not text: the place of the first byte that text never holds, from zero.
        case binary(offset: Int)
        /// Neither UTF-8 nor surely Windows-1252: the place of the first byte that breaks UTF-8, from zero.
        case notUTF8(offset: Int, line: Int)
        /// UTF-16 by its mark or its zero bytes, but broken: the place from zero.
        case notUTF16(offset: Int)
        /// More rows, or more cells in one row, than are read.
        case tooManyRows(limit: Int)
        case tooManyCells(line: Int, limit: Int)
        case tooManyCellsInAll(limit: Int)
        /// More bytes of text in the cells than are read.
        case tooMuchText(limit: Int)
        /// A DOCX or XLSX file whose part `part` cannot be read.
        case damaged(part: String, why: String)
        /// A DOCX or XLSX file that unpacks to more than is read.
        case expandsTooFar(part: String, limit: Int)
        case nestedTooDeep(part: String, limit: Int)
        /// An entry that only a password opens.
        case encrypted
        /// A PDF that gives no words.
        case pdf(PDFRefusal)
        /// A column map that names no column of the file.
        case columns(ColumnMapFault)
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
        case .notUTF8(let offset, let line):
            "this is not UTF-8 text (byte \(offset), in line \(line), breaks it), nor surely any other"
        case .notUTF16(let offset): "this is UTF-16 text that is broken or cut off at byte \(offset)"
        case .tooManyRows(let limit): "the file has more than \(limit) lines"
        case .tooManyCells(let line, let limit): "line \(line) has more than \(limit) cells"
        case .tooManyCellsInAll(let limit): "the file has more than \(limit) cells"
        case .tooMuchText(let limit): "the cells of the file hold more than \(limit) bytes of text"
        case .damaged(let part, let why): "the file is damaged in \(part): \(why)"
        case .expandsTooFar(let part, let limit):
            "\(part) unpacks to more than is read (at most \(limit) bytes), as files made to do harm do"
        case .nestedTooDeep(let part, let limit): "\(part) has more than \(limit) elements within one another"
        case .encrypted: "the file is protected by a password"
        case .pdf(let refusal): refusal.found
        case .columns(let fault): "\(fault)"
        }
    }

    private var advice: String {
        switch fault {
        case .empty: "Check that it was saved or downloaded whole."
        case .kind(.openText): "Open it in its own program and save it as DOCX."
        case .kind(.openSheet), .kind(.binarySheet): "Open it in its own program and save it as XLSX."
        case .kind(.webArchive): "Open it in a web browser or in Word and save it as HTML or DOCX."
        case .kind(.zip): "Take the plan out of it; DOCX and XLSX files are read as they are."
        case .kind(.oldOffice):
            "Open it in its own program and save it as DOCX or XLSX. A file that asks for a password looks the same: save "
                + "it without one."
        case .kind(.rtf), .kind(.officeXML), .kind(.pdf), .kind(.word), .kind(.spreadsheet), .kind(.html):
            "Open it in its own program and save it as DOCX or XLSX."
        case .tooLarge, .tooManyRows, .tooManyCells, .tooManyCellsInAll, .tooMuchText, .expandsTooFar, .nestedTooDeep:
            "Split it, or leave out what is not the plan."
        case .damaged: "Open it in its own program and save it again, or ask for it again."
        case .encrypted: "Save it without a password."
        case .pdf(let refusal): refusal.advice
        case .columns: "Write --map with headings as the file prints them."
        case .binary: "Expected DOCX, XLSX, PDF, HTML, CSV or text, as docs/import.md shows."
        case .notUTF8, .notUTF16: "Save it again with the character set UTF-8 (in Excel: CSV UTF-8), or as XLSX."
        }
    }
}
