// Repeatable chance. SEED in the environment chooses another run and COUNT a
// longer one; a failed expectation prints the seed and the story.

import TestSupport

struct Chances {
    private var generator: SplitMix64

    init(_ run: Int) { generator = SplitMix64(seed: Self.seed &+ UInt64(run) &* 0x9E37_79B9) }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(generator.next() % UInt64(range.count))
    }

    mutating func coin() -> Bool { number(0...1) == 0 }

    mutating func any<Choice>(of choices: [Choice]) -> Choice { choices[number(0...(choices.count - 1))] }

    static let seed = asked("SEED") ?? 20_261_123

    /// The runs of a law: so many, or COUNT; or RUN alone.
    static func runs(_ few: Int) -> [Int] {
        asked("RUN").map { [Int($0)] } ?? Array(0..<Int(asked("COUNT") ?? UInt64(few)))
    }
}
