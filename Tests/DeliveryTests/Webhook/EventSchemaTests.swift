import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

/// The end-to-end cases hold payloads against the schemas with a validator of another hand; here each kind has one, and
/// the names in it are the ones that are sent.
@Suite("Schemas of events")
struct EventSchemaTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/events").standardized

    private static func schema(_ name: String) throws -> [String: Any] {
        let bytes = try Data(contentsOf: folder.appending(path: "\(name).schema.json"))
        return try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    }

    private static func keys(_ bytes: [UInt8]) throws -> Set<String> {
        let read = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        return Set(try #require(read["data"] as? [String: Any]).keys)
    }

    private static func required(_ definition: String) throws -> Set<String> {
        let definitions = try #require(try schema("common")["$defs"] as? [String: [String: Any]])
        return Set(try #require(definitions[definition]?["required"] as? [String]))
    }

    static let event = TargetEvent(
        kind: .answered, at: Fixtures.date, reference: "harbour-2024/3.1", recommendation: "3",
        recommendationText: "Publish.", action: nil, owners: ["Head of Navigation"], status: "completed",
        answer: EventAnswer(
            number: 4, kind: "on-track", until: Fixtures.civil("2024-06-01"), owner: nil, saidBy: "M. Tennant",
            saidOn: Fixtures.day, isUndone: false),
        dateBefore: nil, dateAfter: nil, cause: nil, extensions: 0)

    static let changed = TargetEvent(
        kind: .dateChanged, at: Fixtures.date, reference: "harbour-2024/3.1", recommendation: "3",
        recommendationText: "Publish.", action: nil, owners: [], status: "open", answer: nil,
        dateBefore: EventDate(revision: 1, phrase: "April 2024", due: Fixtures.civil("2024-04-30"), rule: "r"),
        dateAfter: EventDate(revision: 2, phrase: "May 2024", due: nil, rule: nil), cause: "extended", extensions: 1)

    private static func message(_ event: TargetEvent) -> MessageFacts {
        MessageFacts(
            id: Fixtures.id, kind: .receipt, channel: .webhook(endpoint: "board"), mode: .live,
            date: Fixtures.date.adding(seconds: 60), day: Fixtures.day, dateHeader: "", plan: Fixtures.plan,
            recipient: Party(person: nil, name: "Desk", address: "desk@port.example"), intended: nil,
            sender: Party(person: nil, name: "", address: nil), replyTo: "", domain: "", thread: "", subject: "",
            entries: [], paragraphs: [], event: event)
    }

    /// An introduction is an event of its own.
    private static let reminderKinds = ReminderKind.allCases.filter { $0 != .introduction }

    @Test("every kind of reminder has a schema, and what is sent has its names", arguments: reminderKinds)
    func reminders(_ kind: ReminderKind) throws {
        let type = "reminder.\(kind.rawValue)"
        let schema = try Self.schema(type)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect(schema["$id"] as? String == "urn:duewatch:event:\(type)")
        let facts = Fixtures.message([Fixtures.entry(kind)], channel: .webhook(endpoint: "board"))
        #expect(WebhookBody(facts: facts).type == type)
        #expect(try Self.keys(Renderer().webhookBody(facts)) == Self.required("reminder"))
        let thin = Renderer(webhooks: ["board": WebhookShape(isThin: true)]).webhookBody(facts)
        #expect(try Self.keys(thin) == Self.required("reminder_thin"))
    }

    @Test("an introduction is one event, with every target that it lists")
    func introduction() throws {
        _ = try Self.schema("owner.introduced")
        let facts = Fixtures.introduction(.webhook(endpoint: "board"))
        #expect(WebhookBody(facts: facts).type == "owner.introduced")
        let body = Renderer().webhookBody(facts)
        #expect(try Self.keys(body) == Self.required("owner_introduced"))
        let text = String(decoding: body, as: UTF8.self)
        #expect(!text.contains("@"))
        #expect(text.contains(#""first_reminder": "2024-05-23""#) && text.contains(#""needs_release": true"#))
        let thin = Renderer(webhooks: ["board": WebhookShape(isThin: true)]).webhookBody(facts)
        #expect(try Self.keys(thin) == Self.required("owner_introduced_thin"))
        #expect(!String(decoding: thin, as: UTF8.self).contains("Navigation"))
    }

    @Test("a correction names the message that was wrong, and what the register says now")
    func correction() throws {
        _ = try Self.schema("message.corrected")
        let facts = Fixtures.correction(.webhook(endpoint: "board"))
        #expect(WebhookBody(facts: facts).type == "message.corrected")
        let body = Renderer().webhookBody(facts)
        #expect(try Self.keys(body) == Self.required("message_corrected"))
        let text = String(decoding: body, as: UTF8.self)
        #expect(text.contains("msg_\(Fixtures.wrongID)") && !text.contains("@"))
        let thin = Renderer(webhooks: ["board": WebhookShape(isThin: true)]).webhookBody(facts)
        #expect(try Self.keys(thin) == Self.required("message_corrected_thin"))
        #expect(!String(decoding: thin, as: UTF8.self).contains("misread"))
    }

    @Test("so has every kind of event", arguments: [("answered", event), ("date_changed", changed)])
    func events(_ name: String, _ event: TargetEvent) throws {
        _ = try Self.schema("target.\(name)")
        let facts = Self.message(event)
        #expect(WebhookBody(facts: facts).type == "target.\(name)")
        let body = Renderer().webhookBody(facts)
        #expect(try Self.keys(body) == Self.required("target_\(name)"))
        #expect(String(decoding: body, as: UTF8.self).contains(#""timestamp": "2024-05-17T07:30:00Z""#))
        #expect(!String(decoding: body, as: UTF8.self).contains("@"))
        let thin = Renderer(webhooks: ["board": WebhookShape(isThin: true)]).webhookBody(facts)
        #expect(try Self.keys(thin) == Self.required("target_thin"))
    }

    @Test("and every kind of message that is none of them", arguments: [MessageKind.receipt, .notice, .test])
    func words(_ kind: MessageKind) throws {
        _ = try Self.schema(kind.rawValue)
        let facts = Fixtures.message([], kind: kind, channel: .webhook(endpoint: "board"), paragraphs: ["One."])
        #expect(try Self.keys(Renderer().webhookBody(facts)) == Self.required("words"))
    }

    @Test("no schema stands there that no event has")
    func noStrangers() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let known =
            Self.reminderKinds.map { "reminder.\($0.rawValue)" }
            + TargetEvent.Kind.allCases.map { "target.\($0.rawValue)" } + ["owner.introduced", "message.corrected"] + [
                "receipt", "notice", "test", "common",
            ]
        #expect(Set(files) == Set(known.map { "\($0).schema.json" }))
    }
}
