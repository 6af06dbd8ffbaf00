// Two ways to the same spelling: the quick one for ASCII says what the one for any text says.

import Testing

@testable import Reminders

@Suite struct PostSpellingTests {
    @Test("text of ASCII letters is normalised as any text is", arguments: [UInt64(1), 2, 3])
    func same(_ seed: UInt64) {
        var state = seed
        let letters = Array("aAzZ09 .,;\t\n\r-'\"/&()\u{0B}")
        for _ in 0..<2000 {
            let text = String(
                (0..<12).map { _ in
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return letters[Int((state >> 33) % UInt64(letters.count))]
                })
            #expect(
                PostSpelling.normalised(text) == PostSpelling.ofAnyText(text),
                "seed \(seed): \(text.debugDescription)")
        }
    }
}
