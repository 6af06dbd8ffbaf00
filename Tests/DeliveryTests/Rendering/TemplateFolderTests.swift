import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("An administrator's templates")
struct TemplateFolderTests {
    private static func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files { _ = try folder.write(Data(text.utf8), as: name) }
        return folder
    }

    @Test("the files that are there stand in for the built-in ones, others are passed over")
    func some() throws {
        let folder = try Self.folder(["foot.txt": "The harbour office\n", "README": "x", ".foot.txt.swp": "{{#"])
        let templates = try TemplateSet(folder: folder.path)
        #expect(templates.faults.isEmpty)
        #expect(Renderer(templates: templates).mail(Fixtures.escalation).text.hasSuffix("The harbour office\n"))
        #expect(
            Renderer(templates: templates).mail(Fixtures.escalation).html == Renderer().mail(Fixtures.escalation).html)
    }

    @Test("a kind of reminder, or a stage, can have words of its own")
    func specific() throws {
        let words = "{{#entries}}{{reference}}{{/entries}}"
        let folder = try Self.folder([
            "overdue.txt": "Late: \(words)", "stage-lead.txt": "By stage: \(words)", "lead.txt": "By kind: \(words)",
        ])
        let renderer = Renderer(templates: try TemplateSet(folder: folder.path))
        #expect(renderer.mail(Fixtures.message([Fixtures.entry(.overdue)])).text == "Late: harbour-2024/3.1\n")
        #expect(renderer.mail(Fixtures.message([Fixtures.entry(.lead)])).text == "By stage: harbour-2024/3.1\n")
        #expect(renderer.mail(Fixtures.escalation) == Renderer().mail(Fixtures.escalation))
        #expect(renderer.mail(Fixtures.several) == Renderer().mail(Fixtures.several), "several are told in one letter")
    }

    @Test("one for a kind that cannot be used gives way to the built-in words")
    func fallback() throws {
        for source in ["{{#entries}}", "nothing", "{{> overdue.txt}}"] {
            let folder = try Self.folder(["overdue.txt": source])
            let mail = Renderer(templates: try TemplateSet(folder: folder.path))
                .mail(Fixtures.message([Fixtures.entry(.overdue)]))
            #expect(mail.text == Renderer().mail(Fixtures.message([Fixtures.entry(.overdue)])).text, "\(source)")
            #expect(mail.fault?.contains("overdue.txt") == true, "\(source)")
        }
    }

    @Test(
        "a name that no mail uses is told, with the one that was meant",
        arguments: [
            ("leter.txt", "did you mean \"letter.txt\"?"), ("overdu.html", "did you mean \"overdue.html\"?"),
            ("stage-.txt", "no mail uses this name"), ("webhook.txt", "no mail uses this name"),
        ])
    func strangers(_ name: String, _ says: String) throws {
        let folder = try Self.folder([name: "x"])
        let templates = try TemplateSet(folder: folder.path)
        #expect(templates.strangers == [name])
        #expect(templates.faults[name]?.contains(says) == true, "\(templates.faults)")
    }

    @Test("a folder or file that cannot be read is an error that names it")
    func unreadable() throws {
        #expect(throws: CarrierFault.self) { try TemplateSet(folder: "/nowhere/at/all") }
        let folder = try TemporaryFolder()
        let path = try folder.write(Data([0x61, 0xFF, 0xFE]), as: "foot.txt")
        do {
            _ = try TemplateSet(folder: folder.path)
            Issue.record("bytes that are no text were taken")
        } catch { #expect(error.description.contains(path)) }
    }
}
