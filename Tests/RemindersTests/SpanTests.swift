// The text of a length of time.

import Testing

@testable import Reminders

@Suite("A length of time in a schedule")
struct SpanTests {
    static let read: [(String, Span?)] = [
        ("30d", .days(30)), ("2m", .months(2)), ("5wd", .workingDays(5)), ("1d", .days(1)), ("9999m", .months(9_999)),
        ("0d", nil), ("10000d", nil), ("-1d", nil), ("d", nil), ("5", nil), ("5w", nil), ("5 d", nil), ("", nil),
        ("٣d", nil), ("99999999999999999999d", nil), ("5wdx", nil),
    ]

    @Test("days, months and working days are read, and nothing else", arguments: read)
    func reading(_ text: String, _ span: Span?) {
        #expect(Span(text) == span)
        if let span { #expect(span.description == text) }
    }
}
