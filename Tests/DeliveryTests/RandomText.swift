// Random text that a printed seed repeats.

import TestSupport

extension SplitMix64 {
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
