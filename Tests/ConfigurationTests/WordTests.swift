// Suggestions for words that were mistaken, and the forms of addresses.

import Testing

@testable import Configuration

struct WordTests {
    @Test(
        "the one nearest word is suggested, and none where that is doubtful",
        arguments: [
            ("folders", "folder", "one letter more"),
            ("rehersal", "rehearsal", "one letter less"),
            ("Live", "live", "capitals count for nothing"),
            ("reply_to", "reply-to", "an underscore counts as a hyphen"),
            ("lvie", "live", "two letters exchanged are one slip"),
            ("live", nil, "the word itself is no mistake for another"),
            ("banana", nil, "nothing is near"),
            ("", nil, "nothing was written"),
            ("tine", nil, "two words are equally near"),
        ] as [(String, String?, String)])
    func suggestion(_ word: String, _ meant: String?, _ sentence: String) {
        let words = ["folder", "rehearsal", "live", "reply-to", "time", "tide"]
        #expect(MistakenWord.suggestion(for: word, in: words) == meant, "\(sentence)")
    }

    @Test(
        "a webhook's address is http or https, a machine, and nothing that could carry something else",
        arguments: [
            ("https://example.org", true), ("https://example.org:8443/a/b?c=d%20e", true), ("http://10.0.0.1/", true),
            ("HTTPS://EXAMPLE.ORG/", true), ("https://[2001:db8::1]:443/x", true), ("https://localhost", true),
            ("https://", false), ("https:///path", false), ("ftp://example.org", false), ("example.org", false),
            ("https://me@example.org", false), ("https://a:b@example.org/", false), ("https://example.org:0", false),
            ("https://example.org:65536", false), ("https://example.org:", false), ("https://exa mple.org", false),
            ("https://example.org/\r\nHost: x", false), ("https://example.org/#part", false),
            ("https://example.org\\@evil.test", false), ("https://bücher.example/", false), ("https://[::1", false),
            ("https://[evil.test]/", false), ("https://.example.org", false), ("", false),
        ])
    func url(_ text: String, _ isWellFormed: Bool) {
        #expect(EndpointURL.isWellFormed(text) == isWellFormed)
    }

    @Test("a problem is one sentence with its place, and no more than that")
    func description() {
        let whole = Problem(
            severity: .error, file: "a.yaml", line: 4, field: "delivery.mode", expected: "folder, rehearsal or live",
            found: "\"life\"", hint: "did you mean \"live\"?")
        #expect(
            whole.description
                == "a.yaml:4: error: delivery.mode: expected folder, rehearsal or live, found \"life\"; did you mean \"live\"?"
        )
        let least = Problem(
            severity: .warning, file: "a.yaml", line: nil, field: "", expected: "a file", found: "a folder", hint: nil)
        #expect(least.description == "a.yaml: warning: expected a file, found a folder")
    }

    @Test("what was found is shown on one line, and cut")
    func quoted() {
        #expect("a\nb\u{1B}[0m".quoted == "\"a\\u{a}b\\u{1b}[0m\"")
        #expect(String(repeating: "x", count: 80).quoted == "\"\(String(repeating: "x", count: 60))...\"")
    }
}
