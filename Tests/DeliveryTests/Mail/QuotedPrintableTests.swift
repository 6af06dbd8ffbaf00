import Foundation
import TestSupport
import Testing

@testable import Delivery

@Suite("Encodings")
struct QuotedPrintableTests {
    @Test(
        "quoted-printable encodes what a line cannot carry",
        arguments: [
            ("plain", ["plain"], "letters stand for themselves"), ("a=b", ["a=3Db"], "an equals sign is encoded"),
            ("é", ["=C3=A9"], "UTF-8 is encoded"), ("end ", ["end=20"], "a space at the end is encoded"),
            ("a b\t", ["a b=09"], "a tab at the end is encoded"), (".", ["=2E"], "a lone dot is encoded"),
            ("From here", ["=46rom here"], "a line cannot pass for the start of a mail"),
            ("a\nb", ["a", "b"], "lines stay"),
            ("a\n\nb\n", ["a", "", "b"], "an empty line stays"), ("a\rb", ["a=0Db"], "a bare CR is encoded"),
            (String(repeating: "x", count: 75), [String(repeating: "x", count: 75)], "75 characters fit"),
            (
                String(repeating: "x", count: 77), [String(repeating: "x", count: 75) + "=", "xx"],
                "77 are broken softly"
            ),
        ] as [(String, [String], String)])
    func table(_ text: String, _ wanted: [String], _ why: String) {
        #expect(lines(text) == wanted, "\(why)")
    }

    @Test("quoted-printable comes back as it was, in lines of at most 76")
    func roundTrip() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let text = random.text(upTo: 300)
            let lines = lines(text)
            #expect(lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasSuffix(" ") }, "seed \(seed)")
            let back = ParsedMail("X: y\r\n\r\n" + lines.map { $0 + "\r\n" }.joined()).decodedBody
            let wanted = text.isEmpty || text.unicodeScalars.last == "\n" ? text : text + "\n"
            #expect(Array(back.utf8) == Array(wanted.utf8), "seed \(seed)")
        }
    }

    private func lines(_ text: String) -> [String] {
        let encoded = String(decoding: QuotedPrintable.bytes(text), as: UTF8.self)
        return text.isEmpty ? [] : encoded.components(separatedBy: "\r\n")
    }

    @Test("base64 agrees with Foundation's, both ways")
    func base64() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for count in 0..<80 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(Base64.text(bytes) == Data(bytes).base64EncodedString(), "seed \(seed)")
            #expect(Base64.bytes(Base64.text(bytes)) == bytes, "seed \(seed)")
        }
    }

    @Test(
        "base64 that is not padded or not clean is refused",
        arguments: ["A", "AA", "AAA", "A===", "AB==", "A-==", "AA=A", "AAAA\n"])
    func badBase64(_ text: String) { #expect(Base64.bytes(text) == nil) }
}
