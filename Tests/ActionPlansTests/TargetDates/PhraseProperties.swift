// Properties of the reader over random and mutated phrases. The seed is printed with each failure and is fixed, so that
// a failure comes again.

import ActionPlans
import CivilTime
import TestSupport
import Testing

@Suite("Target-date phrases, whatever is printed")
struct PhraseProperties {
    private static let seed: UInt64 = 20_240_219

    @Test("any string is read without a trap, the same way twice, and keeps the contract")
    func random() {
        var dice = SplitMix64(seed: Self.seed)
        let reader = PhraseReader(asOf: CivilDate(year: 2024, month: 2, day: 19))
        for _ in 0..<1_000 {
            let phrase = dice.noise(words: dice.below(12) + 1)
            let readings = reader.readings(of: phrase)
            #expect(!readings.isEmpty, "seed \(Self.seed): “\(phrase)”")
            #expect(readings == reader.readings(of: phrase), "seed \(Self.seed): “\(phrase)”")
            for reading in readings {
                #expect(reading.brokenPromise == nil, "seed \(Self.seed): “\(phrase)” \(reading)")
            }
        }
    }

    @Test("a mutated phrase is read without a trap and keeps the contract")
    func mutated() {
        var dice = SplitMix64(seed: Self.seed)
        let phrases = PhraseTable.all.flatMap { $0.rows.map(\.phrase) }
        for round in 0..<3_000 {
            let phrase = dice.mutated(phrases[round % phrases.count], with: phrases)
            let asOf = round % 3 == 0 ? nil : CivilDate(dayNumber: 18_000 + dice.below(4_000))
            for reading in PhraseReader(asOf: asOf).readings(of: phrase) {
                #expect(reading.brokenPromise == nil, "seed \(Self.seed): “\(phrase)” \(reading)")
            }
        }
    }

    @Test("spaces, a full stop and typographic dashes around a phrase change nothing", arguments: PhraseTable.all)
    func padding(_ table: PhraseTable) {
        let reader = PhraseReader(asOf: table.asOf)
        for (phrase, expected) in table.rows where !phrase.contains("  ") {
            let typographic = String(phrase.map { $0 == "-" ? "–" : $0 == "'" ? "’" : $0 == " " ? "\u{A0}" : $0 })
            for other in ["\n \(phrase) ", typographic] {
                let found = reader.readings(of: other).map(\.inOneLine).joined(separator: "; ")
                #expect(Self.plain(found) == Self.plain(expected), "“\(other)”: \(table.because)")
            }
        }
    }

    /// Words taken from the phrase keep its dashes and quotes; the readings must not differ otherwise.
    private static func plain(_ text: String) -> String {
        String(text.map { $0 == "–" ? "-" : $0 == "’" ? "'" : $0 == "\u{A0}" ? " " : $0 })
    }

    @Test("four kilobytes of one phrase over and over are read to the end")
    func long() {
        for table in PhraseTable.all.enumerated().filter({ $0.offset % 4 == 0 }).map(\.element) {
            for (phrase, _) in table.rows.prefix(1) where !phrase.isEmpty {
                let long = String(repeating: phrase + " ", count: 4_096 / (phrase.utf8.count + 1))
                #expect(!PhraseReader(asOf: table.asOf).readings(of: long).isEmpty)
            }
        }
    }
}
