// An instant as RFC 3339 text, for the logs, JSON and the ledger. Always written in UTC with Z. Never rounds: digits
// beyond the millisecond are dropped.
// Source: RFC 3339 section 5.6.

extension Instant: CustomStringConvertible {
    /// "2024-04-30T08:00:00Z", with ".123" before the Z only where there are milliseconds. Before `distantPast` and after
    /// `distantFuture` it gives the text of these.
    public var rfc3339: String {
        let bounded = min(max(self, .distantPast), .distantFuture)
        let day = bounded.milliseconds.dividedDown(by: Instant.millisecondsPerDay)
        let rest = Int(bounded.milliseconds - day * Instant.millisecondsPerDay)
        return FixedText.string(longest: 24) { text in
            text.add(CivilDate(dayNumber: Int(day)))
            text.add("T")
            text.add(rest / 3_600_000, digits: 2)
            text.add(":")
            text.add(rest / 60_000 % 60, digits: 2)
            text.add(":")
            text.add(rest / 1000 % 60, digits: 2)
            if rest % 1000 != 0 {
                text.add(".")
                text.add(rest % 1000, digits: 3)
            }
            text.add("Z")
        }
    }

    public var description: String { rfc3339 }

    /// The instant of an RFC 3339 date-time with Z or a numeric offset; nil for anything else. A leap second (:60) is
    /// the second after it; `T` and `Z` may be small letters.
    public init?(rfc3339 text: String) {
        var digits = Digits(text)
        guard let year = digits.number(4), digits.skip("-"), let month = digits.number(2), digits.skip("-"),
            let day = digits.number(2), digits.skip("T", "t"),
            let date = CivilDate(year: year, month: month, day: day),
            let hour = digits.number(2), hour < 24, digits.skip(":"), let minute = digits.number(2), minute < 60,
            digits.skip(":"), let second = digits.number(2), second <= 60,
            let fraction = Instant.fraction(&digits), let offset = Instant.offset(&digits), digits.isAtEnd
        else { return nil }
        let seconds = date.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
        self.init(milliseconds: Int64(seconds * 1000 + fraction))
    }

    /// Milliseconds after a point; 0 without one.
    private static func fraction(_ digits: inout Digits) -> Int? {
        guard digits.skip(".") else { return 0 }
        guard var value = digits.number(1) else { return nil }
        var count = 1
        while let digit = digits.number(1) {
            if count < 3 { value = value * 10 + digit }
            count = min(count + 1, 3)
        }
        return value * (count == 1 ? 100 : count == 2 ? 10 : 1)
    }

    /// Seconds east of UTC.
    private static func offset(_ digits: inout Digits) -> Int? {
        if digits.skip("Z", "z") { return 0 }
        let west = digits.next == UInt8(ascii: "-")
        guard digits.skip("+", "-"), let hours = digits.number(2), hours < 24, digits.skip(":"),
            let minutes = digits.number(2), minutes < 60
        else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return west ? -seconds : seconds
    }
}
