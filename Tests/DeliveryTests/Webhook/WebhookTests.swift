import CCurl
import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("Webhooks")
struct WebhookTests {
    struct Vector: Sendable {
        let secret: String
        let id: String
        let timestamp: Int64
        let body: String
        let signature: String
    }

    @Test(
        "the published vectors come out",
        arguments: [
            Vector(
                secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
                timestamp: 1_614_265_330, body: #"{"test": 2432232314}"#,
                signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
            Vector(
                secret: "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD", id: "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk",
                timestamp: 1_649_367_553, body: #"{"email":"test@example.com","username":"test_user"}"#,
                signature: "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="),
        ])
    func vectors(_ vector: Vector) throws {
        let key = try SigningKey(Secret(vector.secret))
        let signature = key.signature(id: vector.id, timestamp: vector.timestamp, body: Array(vector.body.utf8))
        #expect(signature == vector.signature)
    }

    @Test("while a secret is being replaced, both sign, the first first")
    func twoSecrets() throws {
        let keys = [
            try SigningKey(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")),
            try SigningKey(Secret("whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")),
        ]
        let lines = WebhookHeaders.lines(id: "msg_1", timestamp: 5, body: [1], keys: keys)
        let signatures = keys.map { $0.signature(id: "msg_1", timestamp: 5, body: [1]) }
        #expect(
            lines == [
                "webhook-id: msg_1", "webhook-timestamp: 5", "webhook-signature: \(signatures[0]) \(signatures[1])",
            ])
        #expect(signatures[0] != signatures[1])
    }

    @Test(
        "a secret that cannot sign is refused without being shown",
        arguments: [
            ("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "the prefix is missing"),
            ("whsec_not*base64", "base64", "it is not base64"), ("whsec_QUJD", "found 3", "it is too short"),
            ("whsec_" + String(repeating: "QUJD", count: 22), "found 66", "it is too long"),
            ("whsk_6Xb/dCcHpPea21PS1N9VYw==", "whsec_", "it is of another kind"),
        ])
    func badSecrets(_ secret: String, _ says: String, _ why: String) {
        do {
            _ = try SigningKey(Secret(secret))
            Issue.record("expected a refusal: \(why)")
        } catch {
            #expect(error.description.contains(says), "\(why)")
            #expect(!error.description.contains(secret.dropFirst(6)), "\(why)")
        }
    }

    @Test("the body is JSON with its keys in order, and holds no address")
    func body() throws {
        let text = String(decoding: Renderer().webhookBody(Fixtures.escalation), as: UTF8.self)
        #expect(
            text.hasPrefix(
                #"{"type": "reminder.escalated", "timestamp": "2024-05-17T07:30:00Z", "data": {"reference": "#))
        #expect(!text.contains("@"))
        let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let content = try #require(read["data"] as? [String: Any])
        #expect(content["reference"] as? String == "harbour-2024/3.1")
        #expect(content["due"] as? String == "2024-04-30")
        #expect(content["working_days_late"] as? Int == 12)
        #expect((content["plan"] as? [String: String])?["name"] == "harbour-2024")
        #expect((content["recipient"] as? [String: String]) == ["name": "Iain Muir"])
        #expect((content["next"] as? [String: String])?["day"] == "2024-05-31")
    }

    @Test(
        "every kind of reminder has its own type, and an introduction is no reminder",
        arguments: ReminderKind.allCases.filter { $0 != .introduction })
    func types(_ kind: ReminderKind) {
        #expect(WebhookBody(facts: Fixtures.message([Fixtures.entry(kind)])).type == "reminder.\(kind.rawValue)")
    }

    @Test("a day on which work starts is not called due")
    func starts() {
        let text = WebhookBody(facts: Fixtures.message([Fixtures.entry(.starts, due: "2024-10-01")])).json.description
        #expect(text.contains(#""due": null, "starts": "2024-10-01""#))
    }

    @Test("a receipt, notice or test says its paragraphs", arguments: [MessageKind.receipt, .notice, .test])
    func notices(_ kind: MessageKind) {
        let text = WebhookBody(facts: Fixtures.message([], kind: kind, paragraphs: ["One.", "Two."])).json.description
        #expect(text.hasPrefix("{\"type\": \"\(kind.rawValue)\""))
        #expect(text.contains(#""paragraphs": ["One.", "Two."]"#))
    }

    @Test(
        "a URL is refused before libcurl sees it, unless it is plainly good",
        arguments: [
            ("https://hooks.example/in", false, true, "https will do"),
            ("HTTPS://hooks.example:8443/in?x=1", false, true, "a port and a query will do"),
            ("http://hooks.example/in", false, false, "plain http has to be allowed"),
            ("http://hooks.example/in", true, true, "and may be"),
            ("ftp://hooks.example/in", true, false, "nothing but http"),
            ("file:///etc/passwd", true, false, "no files"),
            ("https://user:word@hooks.example/", false, false, "no password"),
            ("https://user@hooks.example/", false, false, "no user"),
            ("https://hooks.example/\r\nX: y", false, false, "no line breaks"),
            ("https://hooks.example/a b", false, false, "no spaces"),
            ("https://hooks.example/\0", false, false, "no NUL"),
            ("https://höoks.example/", false, false, "ASCII only"),
            ("hooks.example", false, false, "a scheme is needed"),
            ("https://", false, false, "a host is needed"), ("", false, false, "not nothing"),
        ])
    func urls(_ text: String, _ allowsPlainHTTP: Bool, _ isGood: Bool, _ why: String) {
        do {
            _ = try WebhookURL(text, allowsPlainHTTP: allowsPlainHTTP)
            #expect(isGood, "\(why)")
        } catch {
            #expect(!isGood, "\(why): \(error)")
            #expect(!error.description.contains("hooks.example/in"), "the address may be the secret")
        }
    }

    @Test("a carrier names the endpoint that it cannot use")
    func setUp() {
        let endpoint = Endpoint(
            name: "board", url: "http://hooks.example/", secrets: [], allowsPlainHTTP: false,
            allowsPrivateAddresses: false, timeoutSeconds: 5, caFile: nil)
        #expect(
            throws: CarrierFault(
                description:
                    "webhook \"board\": expected an https URL, found http; plain http has to be allowed for this endpoint"
            )
        ) {
            try WebhookCarrier(
                endpoints: [(endpoint, EndpointSecrets(signing: []))], renderer: Renderer(), userAgent: "duewatch/test")
        }
    }

    struct Ending: Sendable, CustomTestStringConvertible {
        let why: String
        let status: Int
        var wasRequested = true
        var retryAfter = 0
        let wanted: Outcome
        var testDescription: String { why }
    }

    private static func reply(_ code: Int) -> Reply { Reply(code: code, enhancedStatus: nil, text: "t") }

    @Test(
        "each status means one thing",
        arguments: [
            Ending(why: "200 is accepted", status: 200, wanted: .accepted(reply(200))),
            Ending(why: "204 is accepted", status: 204, wanted: .accepted(reply(204))),
            Ending(why: "a redirect is a refusal", status: 301, wanted: .refusedForGood(reply(301))),
            Ending(why: "a bad request stays bad", status: 400, wanted: .refusedForGood(reply(400))),
            Ending(why: "not found stays so", status: 404, wanted: .refusedForGood(reply(404))),
            Ending(why: "gone is for good", status: 410, wanted: .refusedForGood(reply(410))),
            Ending(
                why: "a request timeout passes", status: 408, wanted: .refusedForNow(reply(408), retryAfterSeconds: nil)
            ),
            Ending(
                why: "too many", status: 429, retryAfter: 7, wanted: .refusedForNow(reply(429), retryAfterSeconds: 7)),
            Ending(
                why: "a wait is at most a day", status: 429, retryAfter: 9_999_999,
                wanted: .refusedForNow(reply(429), retryAfterSeconds: 86_400)),
            Ending(
                why: "a wait until yesterday is none", status: 503, retryAfter: -50,
                wanted: .refusedForNow(reply(503), retryAfterSeconds: nil)),
            Ending(
                why: "a fault of theirs passes", status: 500, wanted: .refusedForNow(reply(500), retryAfterSeconds: nil)
            ),
            Ending(
                why: "silence after the request may mean anything", status: 0,
                wanted: .noAnswer("the endpoint was reached and did not answer: d")),
            Ending(
                why: "silence before it means nothing was sent", status: 0, wasRequested: false,
                wanted: .localFault("d")),
        ])
    func outcomes(_ row: Ending) {
        let outcome = WebhookOutcome.of(
            row.status, wasRequested: row.wasRequested, retryAfter: row.retryAfter, text: "t", detail: "d")
        #expect(outcome == row.wanted)
    }
}
