import Testing

@testable import duewatch

@Suite("Text in a page")
struct MarkupTests {
    @Test(
        "never becomes a tag, an attribute or a command of a terminal",
        arguments: [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "tags"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;", "the ends of attributes"),
            ("Smith & Sons &amp;", "Smith &amp; Sons &amp;amp;", "ampersands, those of entities too"),
            ("a\u{202E}b\u{1B}[31m", "a\u{FFFD}b\u{FFFD}[31m", "marks that turn writing, and escapes"),
            (Style.bold("Zoë"), "Zoë", "our own styles are left out"),
        ])
    func escaped(text: String, expected: String, sentence: Comment) {
        #expect(Markup.escaped(text) == expected, sentence)
    }

    @Test("a bar has a character for anything that is not nothing, and eight at most")
    func bars() {
        #expect(LoadReport.bar(0, of: 9) == "")
        #expect(LoadReport.bar(1, of: 900) == "#")
        #expect(LoadReport.bar(900, of: 900).count == 8)
    }
}
