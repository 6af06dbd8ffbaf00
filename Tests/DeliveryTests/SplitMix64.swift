// Random numbers that a printed seed repeats.

struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// Text of every kind that could do harm: line breaks, controls, marks of mail syntax, several scripts.
    mutating func text(upTo length: Int) -> String {
        let pool = Array("abc XYZ 019 =?_.,;:<>@\"\\()[]\r\n\0\t\u{7F}éß–“€漢字🎉\u{202E}\u{2028}From .".unicodeScalars)
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            if let scalar = pool.randomElement(using: &self) { view.append(scalar) }
        }
        return String(view)
    }
}
