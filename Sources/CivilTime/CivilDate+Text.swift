// A day as text: ISO 8601 for files and registers, English words for people. Never reads words: the phrases of a plan
// belong to its own grammar.
// Source: ISO 8601-1 calendar date, extended format; RFC 3339 section 5.6 full-date.

extension CivilDate: CustomStringConvertible {
    /// The day written as exactly YYYY-MM-DD in ASCII digits; nil for anything else, or a day that does not exist.
    public init?(iso: String) {
        var text = iso
        guard let day = text.withUTF8({ CivilDate(iso: $0) }) else { return nil }
        self = day
    }

    /// The same of bytes that somebody else keeps, such as a column of a register.
    public init?(iso bytes: UnsafeBufferPointer<UInt8>) {
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = CivilDate.number(bytes[0..<4]), let month = CivilDate.number(bytes[5..<7]),
            let day = CivilDate.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        var value = 0
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    /// YYYY-MM-DD.
    public var description: String { FixedText.string(longest: 10) { $0.add(self) } }

    /// "30 April 2024".
    public var inWords: String { "\(day) \(monthName) \(year)" }

    /// "Tuesday 30 April 2024".
    public var inWordsWithWeekday: String { "\(weekday.name) \(inWords)" }

    /// "April".
    public var monthName: String { CivilDate.monthNames[month - 1] }

    /// "January" to "December".
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension CivilDate: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CivilDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "expected a day as YYYY-MM-DD, found \"\(text)\"")
        }
        self = date
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
