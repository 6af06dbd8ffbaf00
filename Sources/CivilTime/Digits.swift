// Reading and writing the fixed-width numbers of ISO dates and times. Never accepts a sign, a space or a digit
// outside ASCII.

/// A place in a text of ASCII digits and marks.
struct Digits {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { position == bytes.count }

    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// The number in exactly `count` digits (at most 9); nil when one of them is missing, and then nothing is consumed.
    mutating func number(_ count: Int) -> Int? {
        guard count <= bytes.count - position else { return nil }
        var value = 0
        for byte in bytes[position..<position + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        position += count
        return value
    }

    /// Whether one of these ASCII marks came next; it is then behind us.
    mutating func skip(_ marks: Unicode.Scalar...) -> Bool {
        guard let next, marks.contains(where: { $0.value == UInt32(next) }) else { return false }
        position += 1
        return true
    }
}

/// A number that is not negative, with zeros before it up to this width.
func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
