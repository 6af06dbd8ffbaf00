// Sheets that people fill in: what is written comes back, whatever is in the cells, and no cell begins a formula.

import Testing

@testable import Documents

@Suite struct SheetTextTests {
    private func back(_ rows: [[String]]) throws -> [[String]] {
        try SheetText.rows(of: Array(SheetText.written(rows).utf8), name: "sheet.csv")
    }

    @Test(
        "a cell comes back as it was, and begins no formula on the way",
        arguments: [
            "plain", "", "=SUM(A1)", "+44 20 7946 0000", "-1", "@cmd", "\t=1", "\r=1", "'=1", "''+1", "'quoted'",
            "it's",
            "a, b; c", "say \"no\"", "two\nlines", "two\r\nlines", "\u{201C}April 2024\u{201D}", "Caf\u{E9}", "'", "''",
        ])
    func cell(_ text: String) throws {
        let rows = [["first", "second"], [text, "x"], ["y", text]]
        #expect(try back(rows) == rows)
        let begins = SheetText.guarded(text).unicodeScalars.first
        #expect(!["=", "+", "-", "@", "\t", "\r"].contains(begins))
    }

    @Test("random cells come back as they were", arguments: [UInt64(1), 2, 3])
    func random(_ seed: UInt64) throws {
        var state = seed
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let letters: [Character] = ["=", "+", "-", "@", "'", "\"", ",", ";", "\t", "\n", "a", " ", "\u{E9}"]
        for _ in 0..<300 {
            let rows = (0..<3).map { row in
                (0..<4).map { column in
                    row == 0 ? "h\(column)" : String((0..<next(6)).map { _ in letters[next(letters.count)] }) + "."
                }
            }
            #expect(try back(rows) == rows, "seed \(seed)")
        }
    }

    @Test(
        "cells are parted by whatever the spreadsheet program's country uses, and may be an apostrophe more",
        arguments: ["a,b\r\n1,'=2\r\n", "a;b\n1;'=2\n", "a\tb\n1\t=2\n", "\u{FEFF}a,b\n1,\"=2\"\n"])
    func separators(_ text: String) throws {
        #expect(try SheetText.rows(of: Array(text.utf8), name: "s.csv") == [["a", "b"], ["1", "=2"]])
    }

    @Test("what is no UTF-8 text is refused with its place")
    func refused() throws {
        let error = #expect(throws: DocumentError.self) {
            try SheetText.rows(of: [0x61, 0x0A, 0xFF], name: "s.csv")
        }
        #expect(error?.fault == .notUTF8(offset: 2, line: 2))
        var limits = DocumentReader.Limits()
        limits.bytes = 2
        #expect(throws: DocumentError.self) {
            try SheetText.rows(of: [0x61, 0x61, 0x61], name: "s.csv", limits: limits)
        }
    }
}
