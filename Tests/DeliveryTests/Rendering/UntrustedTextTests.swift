import Delivery
import Reminders
import Testing

@Suite("Text from a plan is not trusted")
struct UntrustedTextTests {
    private static let nasty = "<script>alert('x')</script> & \"quoted\"\r\nBcc: spy@evil.example\0\u{202E}\u{2028}end"

    @Test("no mark of HTML from a plan reaches the page unescaped")
    func escapes() {
        let entry = Fixtures.entry(
            .overdue, reference: "harbour-2024/3.1", recommendation: "3<b>", text: Self.nasty, action: Self.nasty,
            milestone: Self.nasty, phrase: Self.nasty, rule: Self.nasty, owner: Self.nasty, joint: [Self.nasty],
            next: NextStep(role: .deputy, name: Self.nasty, day: Fixtures.day))
        let facts = Fixtures.message(
            [entry, entry], recipient: Party(person: nil, name: Self.nasty, address: "a@port.example"),
            intended: Party(person: nil, name: Self.nasty, address: "b@port.example"), sender: Self.nasty,
            subject: Self.nasty)
        let mail = Renderer().mail(facts)
        #expect(!mail.html.contains("<script"))
        #expect(!mail.html.contains("<b>"))
        #expect(mail.html.contains("&lt;script&gt;"))
        for words in [mail.html, mail.text, mail.subject] {
            #expect(!words.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
            #expect(!words.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x2028 })
        }
        #expect(!mail.text.split(separator: "\n").contains { $0.hasPrefix("Bcc:") })
        #expect(!mail.subject.contains("\n"))
    }

    @Test("paragraphs of a notice are escaped as well")
    func escapesParagraphs() {
        let mail = Renderer().mail(Fixtures.message([], kind: .notice, paragraphs: [Self.nasty]))
        #expect(!mail.html.contains("<script"))
    }

    @Test("a plan's text that looks like a template is printed, not run")
    func templatesInText() {
        let mail = Renderer().mail(Fixtures.message([Fixtures.entry(.overdue, text: "{{sender}} {{> foot.txt}}")]))
        #expect(mail.text.contains("{{sender}} {{> foot.txt}}"))
        #expect(mail.html.contains("{{sender}}"))
    }
}
