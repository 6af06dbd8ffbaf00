import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

/// Every field that a plan, a person or a setting can put on a wire, with what could end a line, a header, an address or
/// a string there.
@Suite("Nothing breaks out of its place", .timeLimit(.minutes(1)))
struct InjectionTests {
    static let poisons = [
        "x\r\nBcc: spy@evil.example", "x\nBcc: spy@evil.example", "x\rBcc: spy@evil.example", "x\0Bcc: spy",
        "x>\r\nRCPT TO:<spy@evil.example", "<spy@evil.example>", "x\r\n.\r\nMAIL FROM:<spy@evil.example>",
        "\"x\" <spy@evil.example>", "x\u{2028}Bcc: spy", "=?UTF-8?Q?x=0D=0ABcc:_spy?=", "x\u{85}Bcc: spy",
        "\"}, \"type\": \"x",
    ]

    struct Field: Sendable, CustomTestStringConvertible {
        let name: String
        let make: @Sendable (String) -> MessageFacts
        var testDescription: String { name }
    }

    private static func party(_ name: String, _ address: String = "a@port.example") -> Party {
        Party(person: nil, name: name, address: address)
    }

    private static func facts(
        recipient: Party = party("R"), intended: Party? = nil, sender: Party = party("S"),
        replyTo: String = "r@port.example", domain: String = "port.example", thread: String = "t",
        subject: String = "s",
        dateHeader: String = "Fri, 17 May 2024 08:30:00 +0100", id: String = Fixtures.id, plan: PlanFacts? = nil,
        entries: [EntryFacts] = [Fixtures.entry(.overdue)], paragraphs: [String] = []
    ) -> MessageFacts {
        MessageFacts(
            id: id, kind: entries.isEmpty ? .notice : .reminders, channel: .webhook(endpoint: "board"), mode: .live,
            date: Fixtures.date, day: Fixtures.day, dateHeader: dateHeader, plan: plan ?? Fixtures.plan,
            recipient: recipient, intended: intended, sender: sender, replyTo: replyTo, domain: domain, thread: thread,
            subject: subject, entries: entries, paragraphs: paragraphs)
    }

    static let fields: [Field] = [
        Field(name: "the recipient's name") { facts(recipient: party($0)) },
        Field(name: "the recipient's address") { facts(recipient: party("R", $0)) },
        Field(name: "the recipient's address, half") { facts(recipient: party("R", "a@\($0)")) },
        Field(name: "the intended name") { facts(intended: party($0)) },
        Field(name: "the intended address") { facts(intended: party("I", $0)) },
        Field(name: "the sender's name") { facts(sender: party($0)) },
        Field(name: "the sender's address") { facts(sender: party("S", $0)) },
        Field(name: "reply-to") { facts(replyTo: $0) },
        Field(name: "the message domain") { facts(domain: $0) },
        Field(name: "the thread") { facts(thread: $0) },
        Field(name: "the subject") { facts(subject: $0) },
        Field(name: "the date") { facts(dateHeader: $0) },
        Field(name: "the id") { facts(id: $0) },
        Field(name: "the plan's name") { facts(plan: PlanFacts(id: PlanID(1), name: $0, title: "T")) },
        Field(name: "the plan's title") { facts(plan: PlanFacts(id: PlanID(1), name: "p", title: $0)) },
        Field(name: "a paragraph") { facts(entries: [], paragraphs: [$0]) },
        Field(name: "the reference") { facts(entries: [Fixtures.entry(.overdue, reference: $0)]) },
        Field(name: "the recommendation's number") { facts(entries: [Fixtures.entry(.overdue, recommendation: $0)]) },
        Field(name: "the recommendation's text") { facts(entries: [Fixtures.entry(.overdue, text: $0)]) },
        Field(name: "the action") { facts(entries: [Fixtures.entry(.overdue, action: $0)]) },
        Field(name: "the milestone") { facts(entries: [Fixtures.entry(.overdue, milestone: $0)]) },
        Field(name: "the phrase") { facts(entries: [Fixtures.entry(.overdue, phrase: $0)]) },
        Field(name: "the rule") { facts(entries: [Fixtures.entry(.overdue, rule: $0)]) },
        Field(name: "the owner") { facts(entries: [Fixtures.entry(.overdue, owner: $0)]) },
        Field(name: "a joint owner") { facts(entries: [Fixtures.entry(.overdue, joint: [$0])]) },
        Field(name: "who is next") {
            facts(entries: [Fixtures.entry(.overdue, next: NextStep(role: .deputy, name: $0, day: Fixtures.day))])
        },
    ]

    private static let headers: Set<String> = [
        "date", "from", "to", "reply-to", "subject", "message-id", "in-reply-to", "references", "mime-version",
        "auto-submitted", "x-auto-response-suppress", "content-language", "content-type",
    ]

    @Test("not in a mail: its headers are ours, or it is refused", arguments: fields)
    func mail(_ field: Field) throws {
        for poison in Self.poisons {
            let facts = field.make(poison)
            let bytes: [UInt8]
            do { bytes = try MailMessage.bytes(facts, Renderer().mail(facts)) } catch { continue }
            HeaderTests.expectRules(bytes, "\(field.name): \(poison.debugDescription)")
            let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
            let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
                .map { $0.prefix { $0 != ":" }.lowercased() }
            #expect(Set(names) == Self.headers && names.count == Self.headers.count, "\(poison.debugDescription)")
            for line in head.components(separatedBy: "\r\n") where line.hasPrefix("To: ") || line.hasPrefix("From: ") {
                #expect(line.filter { $0 == "<" }.count <= 1 || line.contains("\""), "\(line)")
            }
        }
    }

    @Test("not in a webhook: its headers are ours, and its body is one JSON object of ours", arguments: fields)
    func webhook(_ field: Field) throws {
        for poison in Self.poisons {
            let facts = field.make(poison)
            let body = Renderer(webhooks: ["board": WebhookShape(link: "https://a.example/{reference}")])
                .webhookBody(facts)
            let read = try #require(try JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
            #expect(Set(read.keys) == ["type", "timestamp", "data"])
            #expect(read["type"] as? String == (facts.kind == .notice ? "notice" : "reminder.overdue"))
            #expect(!body.contains { $0 < 0x20 || $0 == 0x7F })
            if let link = (read["data"] as? [String: Any])?["link"] as? String {
                #expect(link.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 })
            }
            // An id that is none is refused before it is sent.
            guard let id = try? MailMessage.id(facts) else { continue }
            let lines = WebhookHeaders.lines(id: "msg_\(id)", timestamp: 1, body: body, keys: [])
            #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        }
    }

    @Test("not in a conversation with a relay: it hears one sender and one recipient, or nothing")
    func relay() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        for poison in Self.poisons {
            let setting = Relay(
                host: "127.0.0.1", port: relay.port, tls: .none, user: nil, password: nil, caFile: nil, sessions: 1)
            for (envelope, address) in [
                (poison, "a@port.example"), ("e@port.example", poison), ("e@\(poison)", "a@port.example"),
            ] {
                let carrier = try SMTPCarrier(
                    relay: setting, password: nil, envelopeSender: envelope, allowedDomains: [], renderer: Renderer(),
                    helloName: "port.example", timeouts: SMTPTimeouts(connect: 2, reply: 1, message: 5))
                let report = await carrier.report(Self.facts(recipient: Self.party("R", address)))
                carrier.close()
                if case .refusedForGood(let reply) = report.outcome {
                    #expect(!reply.text.contains("evil"), "the refusal quotes what it refuses: \(reply.text)")
                } else {
                    Issue.record("\(poison.debugDescription) was sent: \(report)")
                }
            }
            #expect(throws: CarrierFault.self, "as the name given in EHLO") {
                _ = try SMTPCarrier(
                    relay: setting, password: nil, envelopeSender: "e@port.example", allowedDomains: [],
                    renderer: Renderer(), helloName: poison, timeouts: SMTPTimeouts(reply: 1))
            }
            #expect(throws: CarrierFault.self, "as the relay's name") {
                _ = try SMTPRoute(
                    relay: Relay(
                        host: poison, port: 25, tls: .none, user: nil, password: nil, caFile: nil, sessions: 1),
                    password: nil, helloName: "port.example", timeouts: SMTPTimeouts(reply: 1))
            }
        }
        #expect(relay.connectionCount == 0)
    }

    @Test("not in a URL, of an endpoint or of a proxy", arguments: poisons)
    func urls(_ poison: String) {
        for text in ["https://\(poison)/", "https://a.example/\(poison)", "https://a.example:\(poison)/"] {
            // Printable ASCII in a path is a path.
            guard poison.contains(" ") || !poison.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { continue }
            #expect(throws: CarrierFault.self) { _ = try WebhookURL(text, allowsPlainHTTP: true) }
        }
    }

    @Test("what an administrator's template prints stays in the body, whatever it is")
    func templates() throws {
        let source = "Bcc: spy@evil.example\r\n\r\n.\r\n{{#entries}}{{reference}}{{/entries}}\0\r\nFrom: x"
        let templates = TemplateSet(overrides: ["reminder.txt": source, "reminder.html": source])
        let facts = Self.facts()
        let bytes = try MailMessage.bytes(facts, Renderer(templates: templates).mail(facts))
        HeaderTests.expectRules(bytes, "a template")
        let head = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        #expect(!head.contains("spy"))
    }
}
