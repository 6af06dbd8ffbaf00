import TestSupport
import Testing

@testable import Reminders

@Suite("The first words of a text")
struct BriefTests {
    @Test(
        "are cut between words, and within one only where it is all there is",
        arguments: [
            ("", ""), ("  Mend\tthe\n\npump. ", "Mend the pump."), ("\u{7F}a\u{0}b", "a b"),
            (
                "The harbour master should make sure that each pump works at every tide",
                "The harbour master should make sure that each pump works ..."
            ),
            (String(repeating: "x", count: 80), String(repeating: "x", count: 57) + "..."),
            ("“Tide” – \u{85}tables", "“Tide” – tables"),
        ])
    func cut(_ text: String, _ first: String) { #expect(Brief.of(text) == first) }

    @Test("of plain texts are the same octet by octet as character by character")
    func alike() {
        var random = SplitMix64(seed: 20_261_123)
        let signs = Array("abcdefgh.,  \t\n\r\u{7F}")
        for _ in 0..<2_000 {
            let count = Int(random.next() % 120)
            let text = String((0..<count).map { _ in signs[Int(random.next() % UInt64(signs.count))] })
            #expect(Brief.ofPlain(text) == Brief.ofAny(text), "\(text.debugDescription)")
        }
    }
}
