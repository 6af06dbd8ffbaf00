// Reads a POSIX TZ rule: std offset [dst [offset] , start [/time] , end [/time]]. Never supplies days that the rule
// does not name: POSIX leaves them to the implementation, so such a rule is refused.
// Source: POSIX.1-2024 section 8.3; hours beyond the day from RFC 9636 section 3.3.1.

struct PosixRuleReader {
    private var text: Digits

    init(_ text: String) { self.text = Digits(text) }

    /// The rule, or nil when the text is not exactly one.
    mutating func rule() -> PosixRule? {
        guard let name = name(), let west = time(maximumHours: 24) else { return nil }
        let standard = Zone.LocalType(offset: -west, abbreviation: name)
        if text.isAtEnd { return PosixRule(standard: standard, daylight: nil) }
        guard let daylightName = self.name(), let offset = daylightOffset(standard.offset),
            Zone.offsetBounds.contains(offset), text.skip(","), let start = day(), text.skip(","), let end = day(),
            text.isAtEnd
        else { return nil }
        let daylight = PosixRule.Daylight(
            type: Zone.LocalType(offset: offset, abbreviation: daylightName), start: start, end: end)
        return PosixRule(standard: standard, daylight: daylight)
    }

    /// At least three letters, or between < and > also digits and signs.
    private mutating func name() -> String? {
        let quoted = text.skip("<")
        var name = ""
        while let byte = text.next {
            let scalar = Unicode.Scalar(byte)
            let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
            let isMark = ("0"..."9").contains(scalar) || scalar == "+" || scalar == "-"
            guard isLetter || (quoted && isMark), text.skip(scalar) else { break }
            name.unicodeScalars.append(scalar)
        }
        guard name.utf8.count >= 3, !quoted || text.skip(">") else { return nil }
        return name
    }

    /// Seconds east of UTC; an hour more than standard time where the rule does not say.
    private mutating func daylightOffset(_ standard: Int) -> Int? {
        if text.next == UInt8(ascii: ",") { return standard + 3600 }
        guard let west = time(maximumHours: 24) else { return nil }
        return -west
    }

    private mutating func day() -> PosixRule.Day? {
        guard let form = form() else { return nil }
        guard text.skip("/") else { return PosixRule.Day(form: form, seconds: 7200) }
        guard let seconds = time(maximumHours: 167) else { return nil }
        return PosixRule.Day(form: form, seconds: seconds)
    }

    private mutating func form() -> PosixRule.Day.Form? {
        if text.skip("J") { return number(1...365).map { .withoutLeapDay($0) } }
        guard text.skip("M") else { return number(0...365).map { .fromZero($0) } }
        guard let month = number(1...12), text.skip("."), let week = number(1...5), text.skip("."),
            let weekday = number(0...6)
        else { return nil }
        return .weekday(month: month, week: week, weekday: weekday)
    }

    /// [+|-]h[:mm[:ss]] in seconds.
    private mutating func time(maximumHours: Int) -> Int? {
        let negative = text.next == UInt8(ascii: "-")
        if text.skip("+", "-") && text.isAtEnd { return nil }
        guard let hours = number(0...maximumHours) else { return nil }
        var seconds = hours * 3600
        for unit in [60, 1] {
            guard text.skip(":") else { break }
            guard let part = text.number(2), part < 60 else { return nil }
            seconds += part * unit
        }
        return negative ? -seconds : seconds
    }

    /// One to three digits that make a number within the range.
    private mutating func number(_ range: ClosedRange<Int>) -> Int? {
        guard var value = text.number(1) else { return nil }
        for _ in 0..<2 {
            guard let digit = text.number(1) else { break }
            value = value * 10 + digit
        }
        return range.contains(value) ? value : nil
    }
}
