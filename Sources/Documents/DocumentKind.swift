// Tells what a file is from its first bytes and never from its name.

/// A kind of file that published plans come in, other than plain text.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
    case pdf, word, spreadsheet, openText, openSheet, binarySheet, zip, oldOffice, officeXML, rtf, html, webArchive

    /// The kind as a sentence names it.
    public var words: String {
        switch self {
        case .pdf: "a PDF"
        case .word: "a Word document (DOCX)"
        case .spreadsheet: "a spreadsheet (XLSX)"
        case .zip: "a ZIP archive"
        case .oldOffice: "a document of an old office program (DOC or XLS)"
        case .rtf: "a rich-text document (RTF)"
        case .html: "a web page (HTML)"
        case .openText: "an OpenDocument text (ODT)"
        case .openSheet: "an OpenDocument spreadsheet (ODS)"
        case .binarySheet: "a binary spreadsheet (XLSB)"
        case .officeXML: "a Word or Excel document of 2003 in XML"
        case .webArchive: "a web page packed as a mail (MHT)"
        }
    }

    /// The kind that the bytes announce, or nil for what may be plain text.
    init?(of bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let head = bytes[start...].drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        if DocumentKind.has("%PDF-", in: bytes.prefix(1_024)) {
            self = .pdf
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            self = DocumentKind.packed(bytes)
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldOffice
        } else if head.starts(with: Array("{\\rtf".utf8)) {
            self = .rtf
        } else if head.starts(with: Array("MIME-Version:".utf8)) {
            self = .webArchive
        } else if DocumentKind.isOfficeXML(head) {
            self = .officeXML
        } else if DocumentKind.opensPage(head) {
            self = .html
        } else {
            return nil
        }
    }

    /// The names of a zip's entries stand uncompressed in its headers.
    private static func packed(_ bytes: [UInt8]) -> DocumentKind {
        let ends = [bytes.prefix(65_536), bytes.suffix(65_536)]
        if ends.contains(where: { has("word/document.xml", in: $0) }) { return .word }
        if ends.contains(where: { has("xl/workbook.xml", in: $0) }) { return .spreadsheet }
        let start = bytes.prefix(256)
        if has("mimetypeapplication/vnd.oasis.opendocument.text", in: start) { return .openText }
        if has("mimetypeapplication/vnd.oasis.opendocument.spreadsheet", in: start) { return .openSheet }
        if ends.contains(where: { has("xl/workbook.bin", in: $0) }) { return .binarySheet }
        return .zip
    }

    private static func isOfficeXML(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.starts(with: Array("<?xml".utf8)) else { return false }
        return has("<?mso-application", in: head.prefix(1_024))
            || has("schemas-microsoft-com:office:spreadsheet", in: head.prefix(1_024))
    }

    private static func opensPage(_ head: ArraySlice<UInt8>) -> Bool {
        let opening = String(decoding: head.prefix(15), as: UTF8.self).lowercased()
        if ["<!doctype html", "<html", "<head", "<body", "<table"].contains(where: { opening.hasPrefix($0) }) {
            return true
        }
        guard opening.hasPrefix("<!--") || opening.hasPrefix("<?xml") || opening.hasPrefix("<meta") else {
            return false
        }
        let start = String(decoding: head.prefix(4_096), as: UTF8.self).lowercased()
        return start.contains("<html") || start.contains("<table")
    }

    private static func has(_ text: String, in bytes: ArraySlice<UInt8>) -> Bool {
        let wanted = Array(text.utf8)
        guard bytes.count >= wanted.count else { return false }
        return (bytes.startIndex...(bytes.endIndex - wanted.count)).contains { start in
            bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
        }
    }
}
