// No reading holds a day that the words of its phrase do not support. The words are looked at afresh here, as digits and
// names, without the grammar. The seed is fixed and printed, so that a failure comes again.

import ActionPlans
import CivilTime
import TestSupport
import Testing

@Suite("No date is invented")
struct PhraseSupport {
    private static let seed: UInt64 = 20_251_105

    @Test("without an edition, a phrase without a digit has no day, whatever its words")
    func noDigit() {
        var dice = SplitMix64(seed: Self.seed)
        let phrases = PhraseTable.all.flatMap { $0.rows.map(\.phrase) }
        for round in 0..<1_500 {
            let phrase = dice.mutated(phrases[round % phrases.count], with: phrases).filter { !$0.isNumber }
            for reading in PhraseReader(asOf: nil).readings(of: phrase) where !Self.isDecade(phrase) {
                #expect(
                    reading.from == nil && reading.due == nil && reading.on == nil,
                    "seed \(Self.seed): “\(phrase)” \(reading)")
            }
        }
    }

    @Test("every year of a reading is printed, follows from one printed, or stands next to the edition")
    func years() {
        var dice = SplitMix64(seed: Self.seed)
        let phrases = PhraseTable.all.flatMap { $0.rows.map(\.phrase) }
        for round in 0..<1_500 {
            let phrase = dice.mutated(phrases[round % phrases.count], with: phrases)
            let asOf = round % 2 == 0 ? nil : CivilDate(dayNumber: 19_000 + dice.below(2_000))
            guard !Self.isDecade(phrase) else { continue }
            let allowed = Self.years(in: phrase, asOf: asOf)
            // A span ("within 18 months of ...", "for five years from ...") ends where it says.
            for reading in PhraseReader(asOf: asOf).readings(of: phrase) where reading.kind != .relative {
                let isSpan = reading.rule.hasPrefix("so long from")
                for date in [reading.from, isSpan ? nil : reading.due].compactMap(\.self) {
                    #expect(
                        allowed.contains(date.year), "seed \(Self.seed): “\(phrase)” as of \(asOf as Any): \(reading)")
                }
            }
        }
    }

    @Test("a date of a day names a day that is printed, unless the words lead away from it", arguments: PhraseTable.all)
    func days(_ table: PhraseTable) {
        let reader = PhraseReader(asOf: table.asOf)
        for (phrase, _) in table.rows where !Self.leadsAway(phrase) {
            let numbers = Set(Self.numbers(in: phrase).map(\.value))
            for reading in reader.readings(of: phrase) where reading.kind == .due && reading.precision == .day {
                #expect(numbers.contains(reading.due?.day ?? 0), "“\(phrase)” \(reading)")
            }
        }
    }

    // MARK: What is printed

    private static func numbers(in phrase: String) -> [(value: Int, digits: Int)] {
        phrase.split { !$0.isASCII || !$0.isNumber }.compactMap { run in Int(run).map { ($0, run.utf8.count) } }
    }

    /// The years that the digits can mean, with the neighbours that winter, financial years and "before" reach.
    private static func years(in phrase: String, asOf: CivilDate?) -> Set<Int> {
        var years = Set<Int>()
        for number in numbers(in: phrase) {
            let named: [Int] =
                switch number.digits {
                case 4: [number.value]
                case 2: [2000 + number.value, 1900 + number.value]
                default: []
                }
            for year in named { years.formUnion([year - 1, year, year + 1]) }
        }
        if let asOf { years.formUnion((asOf.year - 2)...(asOf.year + 2)) }
        return years
    }

    private static func isDecade(_ phrase: String) -> Bool { phrase.lowercased().contains("decade") }

    /// Words by which a day is counted from the one printed, or named without a number.
    private static func leadsAway(_ phrase: String) -> Bool {
        let words = phrase.lowercased().split { !$0.isLetter }
        return words.contains {
            [
                "before", "prior", "pre", "week", "w", "wc", "easter", "christmas", "start", "beginning", "outset",
                "first",
            ].contains($0)
        }
    }
}
