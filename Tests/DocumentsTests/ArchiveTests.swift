// Archives and XML that were made to do harm, or broke on the way: each is refused with what is wrong.

import Testing

@testable import Documents

@Suite("Archives and XML")
struct ArchiveTests {
    private func fault(_ bytes: [UInt8], limits: DocumentReader.Limits = .init()) throws -> DocumentError.Fault {
        try #require(throws: DocumentError.self) {
            try DocumentReader.read(bytes: bytes, name: "plan.docx", limits: limits)
        }.fault
    }

    private func damage(_ bytes: [UInt8]) throws -> String {
        if case .damaged(_, let why) = try fault(bytes) { return why }
        return "not damaged"
    }

    @Test("entries are unpacked whether stored or deflated")
    func unpacks() throws {
        let text = String(repeating: "some words, ", count: 20_000)
        for deflated in [true, false] {
            let archive = try ZipArchive(ZipWriter.archive([("a", text)], deflated: deflated), limits: .init())
            var read: [UInt8] = []
            var allowance = ExpansionAllowance(bytes: 1 << 20)
            try archive.unpack("a", allowance: &allowance) { piece throws(DocumentError.Fault) in read += Array(piece) }
            #expect(read == Array(text.utf8))
            #expect(allowance.bytes == (1 << 20) - text.utf8.count)
        }
    }

    @Test("a bomb is refused before it has gone off")
    func bomb() throws {
        var writer = ZipWriter()
        let rels = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" \
            Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>
            """
        writer.add("_rels/.rels", Array(rels.utf8))
        writer.add("word/document.xml", Array("<a>".utf8) + [UInt8](repeating: 0x20, count: 40 << 20))
        guard case .expandsTooFar = try fault(writer.finished) else {
            Issue.record("a part of forty megabytes of blanks was read")
            return
        }
        let small = DocumentReader.Limits(expandedBytes: 1_000)
        #expect(
            try fault(OrchardPlan.document, limits: small)
                == .expandsTooFar(part: "\"word/document.xml\"", limit: 1_000))
    }

    @Test("an entry that unpacks to more or less than it says is refused")
    func wrongSize() throws {
        for size in [3, 50] {
            var writer = ZipWriter()
            writer.add("_rels/.rels", Array("<a>some text</a>".utf8), size: size)
            writer.add("word/document.xml", [])
            #expect(try damage(writer.finished).contains("unpacks to"))
        }
    }

    @Test("passwords, twice the same name, too many entries and half an archive are refused")
    func refused() throws {
        var secret = ZipWriter()
        secret.add("_rels/.rels", [1, 2, 3], flags: 1)
        #expect(try fault(secret.finished) == .encrypted)
        var twice = ZipWriter()
        twice.add("a", [])
        twice.add("a", [])
        #expect(try damage(twice.finished).contains("two entries"))
        let many = ZipWriter.archive((0..<9).map { ("\($0)", "") })
        #expect(try fault(many, limits: .init(entries: 8)) != .kind(.zip))
        #expect(try damage(Array(OrchardPlan.workbook.dropLast(30))) == "its end is missing")
        #expect(try fault(ZipWriter.archive([("photo.txt", "x")])) == .kind(.zip))
    }

    @Test(
        "XML that declares a type, breaks off or nests without end is refused",
        arguments: [
            ("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "document type"), ("<a><b></a>", "mismatched tag"),
            ("<a>&nope;</a>", "undefined entity"), ("<a>", "no element found"),
        ])
    func badXML(xml: String, why: String) throws {
        #expect(try damage(ZipWriter.archive([("_rels/.rels", xml), ("x", "")], deflated: false)).contains(why))
    }

    @Test("a tag that never ends is refused before it fills the memory")
    func endlessTag() throws {
        let archive = try ZipArchive(
            ZipWriter.archive([("a", "<a b=\"" + String(repeating: "x ", count: 4 << 20))], deflated: false),
            limits: .init())
        var allowance = ExpansionAllowance(bytes: 16 << 20)
        let fault = #expect(throws: DocumentError.Fault.self) {
            try XMLPart.read("a", of: archive, allowance: &allowance, visitor: CellStyles())
        }
        #expect(fault.map { "\($0)".contains("longer than any") } == true)
    }

    @Test("elements within one another are counted")
    func depth() throws {
        let deep = String(repeating: "<w:p>", count: 300) + String(repeating: "</w:p>", count: 300)
        #expect(try fault(Office.document(deep)) == .nestedTooDeep(part: "\"word/document.xml\"", limit: 256))
    }
}
