import Testing

@testable import Delivery

@Suite("Lines")
struct LineTests {
    @Test(
        "a plain line cannot be left, reordered or hidden in",
        arguments: [
            ("a\r\nb", "a b", "a line break is a space"), ("  a \t b  ", "a b", "white space is one space"),
            ("a\0b", "a b", "a control is a space"), ("a\u{202E}b", "ab", "an override is left out"),
            ("a\u{200B}\u{FEFF}b", "ab", "the invisible is left out"), ("a\u{2028}b", "a b", "a separator is a space"),
            ("e\u{301}", "e\u{301}", "a combining mark stays"), ("", "", "nothing stays nothing"),
            ("👩‍🚀", "👩‍🚀", "a joined emoji stays joined"), ("a\u{85}b", "a b", "a C1 control is a space"),
        ])
    func plain(_ text: String, _ wanted: String, _ why: String) { #expect(PlainLine.of(text) == wanted, "\(why)") }

    @Test("a long line is cut between words, and says so")
    func shortened() {
        #expect(PlainLine.of("one two three four", limit: 10) == "one two …")
        #expect(PlainLine.of("one two", limit: 7) == "one two")
        #expect(PlainLine.of("abcdefghij", limit: 5) == "abcde …")
    }

    @Test(
        "long lines are broken under their own beginning",
        arguments: [
            ("one two three four", "one two\nthree four\n", "between words"),
            ("  one two three", "  one two\n  three\n", "an indent is kept"),
            ("- one two three", "- one two\n  three\n", "under the words of a list"),
            ("1. one two three", "1. one two\n   three\n", "under the words of a numbered list"),
            ("A:  one two thr", "A:  one\n    two\n    thr\n", "under the value of a label"),
            ("“é two” three", "“é two”\nthree\n", "characters are counted, and not octets"),
            ("abcdefghijklmnop", "abcdefghijklmnop\n", "a word is never broken"),
            ("a\n\n\n\nb\n\n", "a\n\nb\n", "empty lines do not pile up"),
            ("a   \nb", "a\nb\n", "no line ends in a space"),
            ("type `a b c`", "type\n`a b c`\n", "what is to be typed is not broken where it fits a line"),
            ("type `a b c`, or", "type\n`a b c`,\nor\n", "with the comma behind it"),
            ("`aaaa bbbb cccc`", "`aaaa bbbb\ncccc`\n", "what is too long for a line is broken after all"),
            ("a ` b c d e f", "a ` b c d\ne f\n", "one backtick alone opens nothing"),
            ("aaaaa `b` c d", "aaaaa `b`\nc d\n", "words after it are words again"),
        ])
    func wraps(_ text: String, _ wanted: String, _ why: String) {
        #expect(LineWrap.wrapped(text, width: 10) == wanted, "\(why)")
    }
}
