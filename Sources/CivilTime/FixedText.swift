// Days and instants as ASCII of a fixed form, digit by digit: logs, ledger and register write many thousands of them a
// second, and to put each together from strings takes five times as long.

struct FixedText {
    private let octets: UnsafeMutableBufferPointer<UInt8>
    private var count = 0

    /// - Parameters:
    ///   - longest: octets that it will have at most.
    ///   - write: adds the parts.
    static func string(longest: Int, _ write: (inout FixedText) -> Void) -> String {
        String(unsafeUninitializedCapacity: longest) { octets in
            var text = FixedText(octets: octets)
            write(&text)
            return text.count
        }
    }

    private init(octets: UnsafeMutableBufferPointer<UInt8>) { self.octets = octets }

    /// A number that is not negative, by its last so many digits.
    mutating func add(_ number: Int, digits: Int) {
        var rest = number
        for place in (count..<count + digits).reversed() {
            octets[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
        count += digits
    }

    mutating func add(_ sign: Unicode.Scalar) {
        octets[count] = UInt8(ascii: sign)
        count += 1
    }
}

extension FixedText {
    /// YYYY-MM-DD, ten octets.
    mutating func add(_ day: CivilDate) {
        add(day.year, digits: 4)
        add("-")
        add(day.month, digits: 2)
        add("-")
        add(day.day, digits: 2)
    }
}
