import CivilTime
import Foundation
import Reminders
import TestSupport
import Testing

@testable import Delivery

@Suite("The bytes of a mail")
struct HeaderTests {
    @Test("the headers stand in order, with the ids of the facts")
    func headers() throws {
        let facts = Fixtures.escalation
        let message = ParsedMail(try MailMessage.bytes(facts, Renderer().mail(facts)))
        let names = message.headers.map(\.name)
        #expect(
            names == [
                "Date", "From", "To", "Reply-To", "Subject", "Message-ID", "In-Reply-To", "References", "MIME-Version",
                "Auto-Submitted", "X-Auto-Response-Suppress", "Content-Language", "Content-Type",
            ])
        #expect(message["Date"] == "Fri, 17 May 2024 08:30:00 +0100")
        #expect(message["From"] == "Harbour Action Plans <plans@port.example>")
        #expect(message["To"] == "Iain Muir <iain.muir@port.example>")
        #expect(message["Reply-To"] == "Harbour Action Plans <answers@port.example>")
        #expect(message["Message-ID"] == "<\(Fixtures.id)@plans.port.example>")
        #expect(message["In-Reply-To"] == "<target.harbour-2024.3.1@plans.port.example>")
        #expect(message["References"] == message["In-Reply-To"])
        #expect(message["Auto-Submitted"] == "auto-generated")
        #expect(message["X-Auto-Response-Suppress"] == "OOF, AutoReply, DR, RN, NRN")
    }

    @Test("a correction answers the mail that was wrong, in its thread")
    func correction() throws {
        let facts = Fixtures.correction()
        let message = ParsedMail(try MailMessage.bytes(facts, Renderer().mail(facts)))
        let wrong = "<\(Fixtures.wrongID)@plans.port.example>"
        #expect(message["In-Reply-To"] == wrong)
        #expect(
            message["References"]?.split(separator: " ").map(String.init) == [
                "<target.harbour-2024.3.1@plans.port.example>", wrong,
            ])
        #expect(message["Message-ID"] == "<\(Fixtures.id)@plans.port.example>")
    }

    @Test("text comes first, then HTML, and both decode to what was rendered")
    func parts() throws {
        let rendered = Renderer().mail(Fixtures.letter)
        let message = ParsedMail(try MailMessage.bytes(Fixtures.letter, rendered))
        let parts = message.parts
        #expect(parts.map { $0["Content-Type"] } == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        #expect(parts.map(\.decodedBody) == [rendered.text, rendered.html])
    }

    @Test("the same facts give the same bytes")
    func repeats() throws {
        let mail = Renderer().mail(Fixtures.letter)
        let first = try MailMessage.bytes(Fixtures.letter, mail)
        #expect(try MailMessage.bytes(Fixtures.letter, Renderer().mail(Fixtures.letter)) == first)
    }

    @Test("whatever stands in a name or subject, no header is added and no line breaks a rule")
    func injection() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SplitMix64(seed: seed)
        for _ in 0..<150 {
            let facts = Fixtures.message(
                [Fixtures.entry(.overdue, text: random.text(upTo: 300), owner: random.text(upTo: 80))],
                recipient: Party(person: nil, name: random.text(upTo: 120), address: "x@port.example"),
                sender: random.text(upTo: 120), subject: random.text(upTo: 300), thread: random.text(upTo: 30))
            let rendered = Renderer().mail(facts)
            let bytes = try MailMessage.bytes(facts, rendered)
            let message = ParsedMail(bytes)
            #expect(message.headers.count == 13, "seed \(seed)")
            #expect(
                EncodedWordReader.text(message["Subject"] ?? "") == PlainLine.of(facts.subject, limit: 200),
                "seed \(seed)")
            let to = message["To"] ?? ""
            #expect(to == "x@port.example" || to.hasSuffix(" <x@port.example>"), "seed \(seed)")
            Self.expectRules(bytes, "seed \(seed)")
            #expect(message.parts.map(\.decodedBody) == [rendered.text, rendered.html], "seed \(seed)")
        }
    }

    static func expectRules(_ bytes: [UInt8], _ comment: Comment) {
        #expect(bytes.allSatisfy { (0x20...0x7E).contains($0) || $0 == 0x0D || $0 == 0x0A }, comment)
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(!lines.contains { $0.utf8.contains(0x0D) || $0.utf8.contains(0x0A) }, comment)
        #expect(lines.allSatisfy { $0.utf8.count <= 78 }, comment)
        #expect(lines.filter { $0.contains("=?UTF-8?") }.allSatisfy { $0.utf8.count <= 76 }, comment)
        #expect(lines.last == "", comment)
    }

    struct Refused: Sendable, CustomTestStringConvertible {
        let why: String
        let facts: MessageFacts
        let names: String
        var testDescription: String { why }
    }

    @Test(
        "an address or id that no header may carry is refused, and named",
        arguments: [
            Refused(
                why: "a line break in an address", facts: to("a@x.example\r\nRCPT TO:<v@evil.example>"),
                names: "recipient"),
            Refused(why: "an angle bracket in an address", facts: to("a@x.example>"), names: "recipient"),
            Refused(why: "a NUL in an address", facts: to("a\0@x.example"), names: "recipient"),
            Refused(why: "two addresses", facts: to("a@x.example,b@x.example"), names: "recipient"),
            Refused(why: "a space in an address", facts: to("a b@x.example"), names: "recipient"),
            Refused(why: "an accent in an address", facts: to("é@x.example"), names: "recipient"),
            Refused(why: "no address", facts: to(nil), names: "recipient"),
            Refused(why: "a short id", facts: Fixtures.message([], kind: .test, id: "abc"), names: "id"),
            Refused(
                why: "an id with a line break",
                facts: Fixtures.message([], kind: .test, id: "\r\n" + Fixtures.id.dropLast(2)),
                names: "id"),
        ])
    func refuses(_ row: Refused) {
        do {
            _ = try MailMessage.bytes(row.facts, Renderer().mail(row.facts))
            Issue.record("expected a refusal")
        } catch {
            #expect(error.description.hasPrefix(row.names))
            #expect(!error.description.contains("evil"))
        }
    }

    private static func to(_ address: String?) -> MessageFacts {
        Fixtures.message([], kind: .test, recipient: Party(person: nil, name: "A", address: address))
    }

    @Test(
        "a display name is bare, quoted or encoded, as it needs",
        arguments: [
            ("Iain Muir", "From: Iain Muir <a@b.example>", "atoms stand bare"),
            ("Muir, Iain", "From: \"Muir, Iain\" <a@b.example>", "a comma is quoted"),
            ("Iain \"Skip\" Muir", #"From: "Iain \"Skip\" Muir" <a@b.example>"#, "quotes are escaped"),
            ("a\\b", #"From: "a\\b" <a@b.example>"#, "a backslash is escaped"),
            ("x <y@z.example>", "From: \"x <y@z.example>\" <a@b.example>", "an address in a name stays a name"),
            ("Siân Ó Briain", "From: =?UTF-8?Q?Si=C3=A2n_=C3=93_Briain?= <a@b.example>", "accents are encoded"),
            ("漢字", "From: =?UTF-8?B?5ryi5a2X?= <a@b.example>", "what Q would make unreadable goes in B"),
            (
                "=?UTF-8?Q?x?=", "From: =?UTF-8?B?PT9VVEYtOD9RP3g/PQ==?= <a@b.example>",
                "what looks encoded is encoded"
            ),
            ("a\r\nBcc: b", "From: \"a Bcc: b\" <a@b.example>", "a line break is a space"),
            ("", "From: a@b.example", "no name, no brackets"),
        ])
    func names(_ name: String, _ wanted: String, _ why: String) throws {
        let lines = MailHeader.mailbox("From", name, try MailAddress("a@b.example"))
        #expect(lines.joined(separator: "\r\n") == wanted, "\(why)")
    }

    @Test(
        "a subject comes back as it was",
        arguments: [
            "Plain", "Action plan target harbour-2024/3.1: Publish the tide tables", "Überprüfung der Gezeitentafeln",
            "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
            "A subject that is rather long and goes on and on so that it has to be folded over more than one line, twice even",
            "=?UTF-8?B?not really?=", "🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉",
            String(repeating: "abcdefghij", count: 15),
        ])
    func subjects(_ subject: String) {
        let lines = MailHeader.text("Subject", subject)
        #expect(lines.allSatisfy { $0.utf8.count <= 76 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix(" ") && $0 != " " })
        #expect(EncodedWordReader.text(String(lines.joined().dropFirst("Subject: ".count))) == subject)
    }

    @Test(
        "a thread's name becomes a valid left part",
        arguments: [
            ("target.harbour.3.1", "target.harbour.3.1"), ("a/b c", "a-b-c"), ("a..b", "a.b"), ("x>\r\ny", "x---y"),
            ("", "thread"),
        ])
    func threads(_ thread: String, _ wanted: String) { #expect(MailMessage.messageLocalPart(thread) == wanted) }
}
