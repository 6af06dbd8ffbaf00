// Character sets: what spreadsheet programs save is read and named, what fits several is refused.

import ActionPlans
import Testing

@testable import Documents

@Suite("Character sets")
struct TextEncodingTests {
    private static let plan =
        "Number;Recommendation;Action;Owner;Target date\r\n1;Spend \u{A3}5m.;The trust\u{2019}s caf\u{E9} \u{2013} opens.;Clerk;"
        + "May 2027\r\n"

    private static func utf16(_ text: String, littleEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return littleEndian ? bytes : bytes.reversed()
        }
    }

    private static func windows1252(_ text: String) -> [UInt8] {
        let signs: [Unicode.Scalar: UInt8] = [
            "\u{2019}": 0x92, "\u{2018}": 0x91, "\u{201C}": 0x93, "\u{201D}": 0x94, "\u{2013}": 0x96, "\u{20AC}": 0x80,
        ]
        return text.unicodeScalars.map { signs[$0] ?? UInt8($0.value & 0xFF) }
    }

    private static let saved: [(String, [UInt8], String?)] = [
        ("UTF-8", Array(plan.utf8), nil),
        ("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array(plan.utf8), nil),
        ("UTF-16 as Excel's Unicode text has it", utf16(plan, littleEndian: true, mark: true), nil),
        ("UTF-16 the other way round", utf16(plan, littleEndian: false, mark: true), nil),
        ("UTF-16 without a mark", utf16(plan, littleEndian: true, mark: false), "UTF-16LE"),
        ("big-endian UTF-16 without a mark", utf16(plan, littleEndian: false, mark: false), "UTF-16BE"),
        ("Windows-1252, Excel's CSV", windows1252(plan), "Windows-1252"),
    ]

    @Test("a plan reads the same in each character set, and an assumed one is named", arguments: saved)
    func same(sentence: String, bytes: [UInt8], assumed: String?) throws {
        let document = try DocumentReader.read(bytes: bytes, name: "plan.csv")
        let expected = try DocumentReader.read(bytes: Array(Self.plan.utf8), name: "plan.csv")
        #expect(document.parts == expected.parts, "\(sentence)")
        #expect(document.notes.count == (assumed == nil ? 0 : 1), "\(sentence)")
        if let assumed { #expect(document.notes.first?.message.contains(assumed) == true) }
        let draft = try PlanReader.read(document)
        #expect(draft.recommendations.first?.text == "Spend \u{A3}5m.")
    }

    @Test("a web page that names Windows-1252 needs no note, one that does not gets it")
    func pages() throws {
        let page = "<!DOCTYPE html><meta charset=\"%\"><p>The trust\u{2019}s plan \u{2013} \u{A3}5m</p>"
        for (name, notes) in [("iso-8859-1", 0), ("windows-1252", 0), ("utf-8", 1)] {
            let text = page.split(separator: "%").joined(separator: name)
            let document = try DocumentReader.read(bytes: Self.windows1252(text), name: "x")
            #expect(document.notes.count == notes, "\(name)")
            #expect(document.parts.count == 1)
        }
    }

    @Test("a character beyond the first plane comes through UTF-16 whole")
    func pairs() throws {
        let text = "Plan \u{1F333} of the \u{10FFFF} trees"
        let (read, _) = try TextEncoding.utf8(of: Self.utf16(text, littleEndian: true, mark: true)[...])
        #expect(String(decoding: read, as: UTF8.self) == text)
    }

    private static let undecidable: [(String, [UInt8])] = [
        (
            "a capital within a word: another set of a Macintosh",
            Array("the council".utf8) + [0xD5] + Array("s plan".utf8)
        ),
        ("UTF-8 that was cut in the middle", Array("caf\u{E9} and caf".utf8) + [0xC3]),
        ("another alphabet", [0xCF, 0xEB, 0xE0, 0xED, 0x20, 0xE4, 0xE5, 0xE9]),
        ("a byte that Windows-1252 leaves free", Array("a ".utf8) + [0x8D] + Array(" b".utf8)),
    ]

    @Test("what could be several character sets is refused", arguments: undecidable)
    func refused(sentence: String, bytes: [UInt8]) throws {
        let error = try #require(throws: DocumentError.self) {
            try DocumentReader.read(bytes: bytes, name: "plan.csv")
        }
        guard case .notUTF8 = error.fault else {
            Issue.record("\(sentence): \(error)")
            return
        }
        #expect("\(error)".contains("CSV UTF-8"))
    }

    @Test("broken UTF-16 is refused with its place")
    func broken() throws {
        for (bytes, offset) in [
            ([0xFF, 0xFE, 0x41], 2), ([0xFF, 0xFE, 0x41, 0x00, 0x3D, 0xD8], 4),
            ([0xFF, 0xFE, 0x3D, 0xD8, 0x41, 0x00], 4),
            ([0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00], 2), ([0xFF, 0xFE, 0x00, 0x00], 2),
        ] as [([UInt8], Int)] {
            let error = try #require(throws: DocumentError.self) { try DocumentReader.read(bytes: bytes, name: "x") }
            #expect(error.fault == .notUTF16(offset: offset))
        }
    }
}
