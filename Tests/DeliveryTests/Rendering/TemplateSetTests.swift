import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("Templates")
struct TemplateSetTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Config/templates").standardized

    @Test("every built-in template can be used")
    func builtIn() { #expect(TemplateSet.standard.faults.isEmpty) }

    @Test(
        "the files for administrators are the built-in templates, word for word",
        .enabled(if: FileManager.default.fileExists(atPath: folder.path)), arguments: TemplateSet.names)
    func files(_ name: String) throws {
        let file = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        #expect(TemplateSet.builtInSources[name] == file)
    }

    @Test(
        "no file stands beside them that no mail uses",
        .enabled(if: FileManager.default.fileExists(atPath: folder.path)))
    func noStrangers() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.sorted() == TemplateSet.names)
    }

    @Test("an administrator's words are used")
    func overrides() {
        let templates = TemplateSet(overrides: ["foot.txt": "The harbour office\n"])
        let mail = Renderer(templates: templates).mail(Fixtures.escalation)
        #expect(mail.text.hasSuffix("The harbour office\n"))
        #expect(mail.fault == nil)
        #expect(mail.html == Renderer().mail(Fixtures.escalation).html)
    }

    @Test(
        "a name that no mail has, or a part that there is not, is told with its line and what was probably meant",
        arguments: [
            (
                "Dear {{name}},\n\n{{#entries}}{{ situaton }}{{/entries}}",
                ["line 3: expected a name that mails have", "situation"]
            ),
            ("{{! a word on this }}{{plan.title}}{{>foot.txt}}", []),
            (
                "{{> fot.txt}}",
                [
                    "line 1: expected a template to include, found \"fot.txt\", which prints nothing; did you mean \"foot.txt\"?"
                ]
            ),
            ("{{plan.titel}}", ["found \"titel\", which prints nothing; did you mean \"title\"?"]),
            (
                "{{^isOne}}{{#nothingLikeIt}}x{{/nothingLikeIt}}{{/isOne}}",
                ["found \"nothingLikeIt\", which prints nothing"]
            ),
        ])
    func names(_ source: String, _ says: [String]) {
        let unknown = TemplateSet(overrides: ["letter.txt": source]).unknownNames.joined(separator: "\n")
        #expect(says.isEmpty == unknown.isEmpty)
        for words in says { #expect(unknown.contains(words), "\(unknown)") }
    }

    @Test("every name that mails have is known, so that none of them is taken for a slip")
    func known() {
        let asked = TemplateSet.builtInSources.values.flatMap { TemplateNames(in: $0).asked }
        #expect(asked.filter { $0.isPart && !TemplateSet.standard.has($0.name) }.isEmpty)
        func names(_ values: TemplateValues) -> [String] {
            values.members.flatMap { name, value -> [String] in
                switch value {
                case .values(let inner): [name] + names(inner)
                case .list(let list): [name] + list.flatMap(names)
                case .text, .number, .bool, .lines: [name]
                }
            }
        }
        let present = Set(asked.map(\.name))
        let mails = [
            Fixtures.escalation, Fixtures.letter, Fixtures.standIn, Fixtures.receipt, Fixtures.rehearsal,
            Fixtures.several, Fixtures.introduction(), Fixtures.correction(),
        ]
        for facts in mails {
            let missing = names(TemplateValues(MailContext(facts: facts).values)).filter { !present.contains($0) }
            #expect(missing.isEmpty, "a template should use them, or nobody can")
        }
    }

    struct Faulty: Sendable, CustomTestStringConvertible {
        let why: String
        let name: String
        let source: String
        let says: String
        var testDescription: String { why }
    }

    @Test(
        "one that cannot be used is named, and the built-in words go out",
        arguments: [
            Faulty(
                why: "a section is not closed", name: "reminder.txt", source: "a\n{{#entries}}",
                says: "reminder.txt, line 2"),
            Faulty(
                why: "a section closes another", name: "reminder.txt", source: "{{#a}}{{/b}}",
                says: "reminder.txt, line 1"),
            Faulty(why: "a tag is not closed", name: "reminder.txt", source: "{{name", says: "reminder.txt"),
            Faulty(
                why: "no reference is printed", name: "reminder.txt", source: "Dear {{name}}",
                says: "does not say \"harbour-2024/3.1\""),
            Faulty(why: "it is empty", name: "reminder.txt", source: "", says: "does not say"),
            Faulty(
                why: "it includes itself", name: "reminder.txt", source: "{{> reminder.txt}}", says: "includes itself"),
            Faulty(
                why: "it includes what includes it", name: "foot.txt", source: "{{> reminder.txt}}",
                says: "includes itself"),
            Faulty(
                why: "HTML would go unescaped", name: "entry.html", source: "{{{action}}}{{reference}}",
                says: "unescaped"),
            Faulty(
                why: "HTML would go unescaped by &", name: "entry.html", source: "{{&action}}{{reference}}",
                says: "unescaped"),
            Faulty(
                why: "HTML would be called text", name: "entry.html", source: "{{% CONTENT_TYPE:TEXT}}",
                says: "unescaped"),
        ])
    func falls(_ row: Faulty) {
        let mail = Renderer(templates: TemplateSet(overrides: [row.name: row.source])).mail(Fixtures.escalation)
        let usual = Renderer().mail(Fixtures.escalation)
        #expect(mail.text == usual.text)
        #expect(mail.html == usual.html)
        #expect(mail.fault?.contains(row.says) == true, "\(mail.fault ?? "no fault")")
    }

    @Test("a fault is not told with a mail that it does not concern")
    func unconcerned() {
        let templates = TemplateSet(overrides: ["letter.txt": "{{#"])
        #expect(templates.faults.count == 1)
        #expect(Renderer(templates: templates).mail(Fixtures.receipt).fault == nil)
    }

    @Test("a name that no mail uses is a fault of the set")
    func unknownName() {
        #expect(TemplateSet(overrides: ["leter.txt": "x"]).faults["leter.txt"]?.contains("no mail uses") == true)
    }

    @Test("a rehearsal is never hidden by a template")
    func rehearsalStays() {
        let templates = TemplateSet(overrides: ["head.txt": "Dear {{name}},\n\n"])
        let mail = Renderer(templates: templates).mail(Fixtures.rehearsal)
        #expect(mail.text.hasPrefix("REHEARSAL:"))
        #expect(mail.fault?.contains("REHEARSAL") == true)
    }

    @Test("the words of last resort hold the reference, the date and where to answer")
    func lastResort() {
        let text = PlainMail.text(Fixtures.standIn)
        for phrase in ["harbour-2024/3.1", "April 2024", "answers@port.example", "in place of"] {
            #expect(text.contains(phrase))
        }
        #expect(PlainMail.html("a <b> & \"c\"").contains("a &lt;b&gt; &amp; &quot;c&quot;"))
    }
}
