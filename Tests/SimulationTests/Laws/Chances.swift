// Repeatable chance: SplitMix64 (Steele, Lea, Flood, 2014). SEED in the environment chooses another run and COUNT a
// longer one; a failed expectation prints the seed and the story.

import Foundation

struct Chances {
    private var state: UInt64

    init(_ run: Int) { state = Self.seed &+ UInt64(run) &* 0x9E37_79B9 }

    mutating func number(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func coin() -> Bool { number(0...1) == 0 }

    mutating func any<Choice>(of choices: [Choice]) -> Choice { choices[number(0...(choices.count - 1))] }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    static let seed = number("SEED") ?? 20_261_123

    /// The runs of a law: so many, or COUNT; or RUN alone.
    static func runs(_ few: Int) -> [Int] {
        number("RUN").map { [Int($0)] } ?? Array(0..<Int(number("COUNT") ?? UInt64(few)))
    }

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
    }
}
