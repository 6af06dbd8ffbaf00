// Files of every kind: text is read, the rest is named from its contents and refused with what to do.

import ActionPlans
import Testing

@testable import Documents

@Suite("Files that hold documents")
struct DocumentReaderTests {
    private func fault(_ bytes: [UInt8], limits: DocumentReader.Limits = .init()) throws -> DocumentError.Fault {
        try #require(throws: DocumentError.self) {
            try DocumentReader.read(bytes: bytes, name: "plan.txt", limits: limits)
        }.fault
    }

    @Test("text becomes paragraphs and tables with their lines, a byte order mark and any ends of line allowed")
    func text() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("Title\r\n\r\na\tb\r\nc\td\r\n\r\ne\tf\r\n".utf8)
        let document = try DocumentReader.read(bytes: bytes, name: "plan.txt")
        let parts: [String] = document.parts.map { part in
            switch part {
            case .paragraph(let line): "\(line.line) \(line.text)"
            case .table(let table): table.rows.map { "\($0.line) \($0.cells.map(\.text))" }.joined(separator: "; ")
            }
        }
        #expect(parts == ["1 Title", #"3 ["a", "b"]; 4 ["c", "d"]"#, #"6 ["e", "f"]"#])
    }

    @Test(
        "other kinds are told from their contents, whatever the name says",
        arguments: [
            (Array("PK\u{3}\u{4} word/document.xml".utf8), DocumentKind.word),
            (Array("PK\u{3}\u{4} xl/workbook.xml".utf8), .spreadsheet),
            (Array("PK\u{3}\u{4} photo.png".utf8), .zip),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .oldOffice),
            (Array("{\\rtf1 text}".utf8), .rtf),
            (Array(" \n<!DOCTYPE html><html>".utf8), .html),
            (Array("<table><tr>".utf8), .html),
            (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.text".utf8), .openText),
            (Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), .openSheet),
            (Array("PK\u{3}\u{4} xl/workbook.bin".utf8), .binarySheet),
            (Array("<?xml version='1.0'?><?mso-application progid='Excel.Sheet'?>".utf8), .officeXML),
            (Array("MIME-Version: 1.0\r\n".utf8), .webArchive),
        ])
    func kinds(bytes: [UInt8], kind: DocumentKind) throws {
        #expect(DocumentKind(of: bytes) == kind)
        #expect("\(DocumentError(name: "x", fault: .kind(kind)))".contains(kind.words))
    }

    @Test(
        "kinds that are not read are refused with what to do", arguments: [DocumentKind.oldOffice, .rtf, .webArchive])
    func refused(kind: DocumentKind) throws {
        let bytes: [DocumentKind: [UInt8]] = [
            .oldOffice: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .rtf: Array("{\\rtf1 text}".utf8),
            .webArchive: Array("MIME-Version: 1.0".utf8),
        ]
        #expect(try fault(bytes[kind] ?? []) == .kind(kind))
    }

    @Test("an empty file, one of blanks and a binary file are refused")
    func noText() throws {
        #expect(try fault([]) == .empty)
        #expect(try fault(Array(" \n\t\n".utf8)) == .empty)
        #expect(try fault([0x41, 0x00, 0x42]) == .binary(offset: 1))
        #expect(try fault([0x7F, 0x45, 0x4C, 0x46, 0x02]) == .binary(offset: 4))
    }

    @Test(
        "text in another character set is refused with the place of the first bad byte",
        arguments: [
            ([0x41, 0x0A, 0x81, 0x20], 2, 2),
            ([0x41, 0xC0, 0xAF], 1, 1), ([0xED, 0xA0, 0x80], 0, 1), ([0xF5, 0x80, 0x80, 0x80], 0, 1),
            ([0x41, 0xE2, 0x82], 1, 1),
        ] as [([UInt8], Int, Int)])
    func notUTF8(bytes: [UInt8], offset: Int, line: Int) throws {
        #expect(try fault(bytes) == .notUTF8(offset: offset, line: line))
    }

    @Test("every scalar of Unicode passes as UTF-8")
    func soundUTF8() {
        for value in stride(from: UInt32(0x20), through: 0x10FFFF, by: 37) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            #expect(TextDecoding.firstFault(in: Array(String(Character(scalar)).utf8)[...]) == nil, "U+\(value)")
        }
    }

    @Test("files beyond the limits are refused by size, by lines and by cells")
    func limits() throws {
        let small = DocumentReader.Limits(bytes: 40, lines: 3, cellsInARow: 4)
        #expect(try fault(Array(repeating: 0x41, count: 41), limits: small) == .tooLarge(bytes: 41, limit: 40))
        #expect(try fault(Array("a\nb\nc\nd".utf8), limits: small) == .tooManyRows(limit: 3))
        #expect(try fault(Array("a\nb\tc\td\te\tf".utf8), limits: small) == .tooManyCells(line: 2, limit: 4))
        #expect(throws: Never.self) {
            try DocumentReader.read(bytes: Array("a\nb\tc\td\te".utf8), name: "x", limits: small)
        }
    }

    @Test("an error names the file, what was found and what to do")
    func message() {
        let error = DocumentError(name: "plan.pdf", fault: .kind(.rtf))
        #expect("\(error)".hasPrefix("plan.pdf: this is a rich-text document (RTF), which is not read yet."))
        #expect("\(error)".contains("DOCX or XLSX"))
    }
}
