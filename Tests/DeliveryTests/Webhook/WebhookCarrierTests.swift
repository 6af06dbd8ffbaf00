import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("Webhooks, against a scripted endpoint", .timeLimit(.minutes(1)))
struct WebhookCarrierTests {
    private static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    private static let facts = Fixtures.message([Fixtures.entry(.overdue)], channel: .webhook(endpoint: "board"))
    private static let at = Fixtures.date.adding(seconds: 90)

    private static func carrier(
        _ port: Int, host: String = "127.0.0.1", path: String = "/in", allowsPrivate: Bool = true, timeout: Int = 1
    ) throws -> WebhookCarrier {
        let endpoint = Endpoint(
            name: "board", url: "http://\(host):\(port)\(path)", secrets: [], allowsPlainHTTP: true,
            allowsPrivateAddresses: allowsPrivate, timeoutSeconds: timeout, caFile: nil)
        return try WebhookCarrier(
            endpoints: [(endpoint, EndpointSecrets(signing: [secret]))], renderer: Renderer(), userAgent: "duewatch/0.1"
        )
    }

    @Test("a request carries id, time of this try, signature and body")
    func request() async throws {
        let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(204, body: ""))
        defer { endpoint.stop() }
        let carrier = try Self.carrier(endpoint.port)
        let report = await carrier.report(Self.facts, at: Self.at)
        carrier.close()
        #expect(report.outcome == .accepted(Reply(code: 204, enhancedStatus: nil, text: "")))
        #expect(report.remote == "127.0.0.1:\(endpoint.port)")
        let request = try #require(endpoint.requests.first)
        #expect(request.line == "POST /in HTTP/1.1")
        #expect(request.headers["content-type"] == "application/json")
        #expect(request.headers["user-agent"] == "duewatch/0.1")
        #expect(request.headers["webhook-id"] == "msg_\(Fixtures.id)")
        #expect(request.headers["webhook-timestamp"] == "1715931090")
        #expect(request.headers["expect"] == nil)
        #expect(request.body == Renderer().webhookBody(Self.facts))
        let signature = try SigningKey(Self.secret).signature(
            id: "msg_\(Fixtures.id)", timestamp: 1_715_931_090, body: request.body)
        #expect(request.headers["webhook-signature"] == signature)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let answer: String?
        let wanted: Outcome
        var testDescription: String { why }
    }

    private static func reply(_ code: Int, _ text: String = "ok") -> Reply {
        Reply(code: code, enhancedStatus: nil, text: text)
    }

    @Test(
        "each answer means one thing",
        arguments: [
            Case(why: "200 is accepted", answer: ScriptedEndpoint.answer(200), wanted: .accepted(reply(200))),
            Case(why: "gone is for good", answer: ScriptedEndpoint.answer(410), wanted: .refusedForGood(reply(410))),
            Case(
                why: "too many, with a wait", answer: ScriptedEndpoint.answer(429, headers: ["Retry-After: 7"]),
                wanted: .refusedForNow(reply(429), retryAfterSeconds: 7)),
            Case(
                why: "a wait until a day long past is none",
                answer: ScriptedEndpoint.answer(503, headers: ["Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"]),
                wanted: .refusedForNow(reply(503), retryAfterSeconds: nil)),
            Case(
                why: "a fault of theirs", answer: ScriptedEndpoint.answer(500),
                wanted: .refusedForNow(reply(500), retryAfterSeconds: nil)),
            Case(
                why: "the words are cleaned", answer: ScriptedEndpoint.answer(400, body: "no\r\nX: \u{1B}[31m"),
                wanted: .refusedForGood(reply(400, "no X: [31m"))),
            Case(
                why: "the words are bounded",
                answer: ScriptedEndpoint.answer(400, body: String(repeating: "x", count: 5_000)),
                wanted: .refusedForGood(reply(400, String(repeating: "x", count: 500)))),
            Case(
                why: "an endless answer is cut off, and its status counts",
                answer: ScriptedEndpoint.answer(200, body: String(repeating: "x", count: 200_000)),
                wanted: .accepted(reply(200, String(repeating: "x", count: 500)))),
        ])
    func outcomes(_ row: Case) async throws {
        let endpoint = try ScriptedEndpoint(row.answer)
        defer { endpoint.stop() }
        let carrier = try Self.carrier(endpoint.port)
        let outcome = await carrier.report(Self.facts).outcome
        carrier.close()
        #expect(outcome == row.wanted)
    }

    @Test("a redirect is not followed")
    func redirect() async throws {
        let other = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
        let endpoint = try ScriptedEndpoint(
            ScriptedEndpoint.answer(301, headers: ["Location: http://127.0.0.1:\(other.port)/"]))
        defer {
            endpoint.stop()
            other.stop()
        }
        let carrier = try Self.carrier(endpoint.port)
        #expect(await carrier.report(Self.facts).outcome == .refusedForGood(Self.reply(301)))
        carrier.close()
        #expect(other.connectionCount == 0)
    }

    @Test("silence after the request: it may have arrived")
    func silence() async throws {
        let endpoint = try ScriptedEndpoint(nil)
        defer { endpoint.stop() }
        let carrier = try Self.carrier(endpoint.port)
        let report = await carrier.report(Self.facts)
        carrier.close()
        guard case .noAnswer = report.outcome else {
            Issue.record("expected no answer, found \(report.outcome)")
            return
        }
        #expect((900...3_000).contains(report.durationMilliseconds))
        #expect(endpoint.requests.count == 1)
    }

    @Test("nobody listens: a local fault")
    func refusedConnection() async throws {
        let carrier = try Self.carrier(try LoopbackServer.deadPort())
        guard case .localFault = await carrier.report(Self.facts).outcome else {
            Issue.record("expected a local fault")
            return
        }
        carrier.close()
    }

    @Test(
        "an address inside is not even connected to, however it is written",
        arguments: [
            "127.0.0.1", "127.1", "2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "localhost", "0",
            "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::7f00:1]", "[::]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
            "[::ffff:0:7f00:1]",
        ])
    func privateAddress(_ host: String) async throws {
        let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
        defer { endpoint.stop() }
        let carrier = try Self.carrier(endpoint.port, host: host, allowsPrivate: false)
        guard case .localFault(let why) = await carrier.report(Self.facts).outcome else {
            Issue.record("expected a local fault")
            return
        }
        carrier.close()
        #expect(why.contains("allow it, or private addresses, if that is meant"))
        #expect(endpoint.connectionCount == 0)
    }

    @Test("one connection serves request after request, and each is checked again")
    func reuse() async throws {
        let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
        defer { endpoint.stop() }
        let carrier = try Self.carrier(endpoint.port)
        for _ in 0..<5 { #expect(await carrier.report(Self.facts).outcome == .accepted(Self.reply(200))) }
        carrier.close()
        #expect(endpoint.requests.count == 5)
        #expect(endpoint.connectionCount == 1)
    }

    @Test("endpoints that do not answer delay nobody else")
    func sideBySide() async throws {
        let (dead, alive) = (try ScriptedEndpoint(nil), try ScriptedEndpoint(ScriptedEndpoint.answer(200)))
        defer {
            dead.stop()
            alive.stop()
        }
        let endpoints = [("dead", dead.port), ("alive", alive.port)].map { name, port in
            let endpoint = Endpoint(
                name: name, url: "http://127.0.0.1:\(port)/", secrets: [], allowsPlainHTTP: true,
                allowsPrivateAddresses: true, timeoutSeconds: 2, caFile: nil)
            return (endpoint, EndpointSecrets(signing: [Self.secret]))
        }
        let carrier = try WebhookCarrier(endpoints: endpoints, renderer: Renderer(), userAgent: "duewatch/0.1")
        let toDead = Fixtures.message([Fixtures.entry(.lead)], channel: .webhook(endpoint: "dead"))
        let toAlive = Fixtures.message([Fixtures.entry(.lead)], channel: .webhook(endpoint: "alive"))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = await carrier.report(toDead) } }
            while dead.requests.count < 20 { await Task.yield() }
            let report = await carrier.report(toAlive)
            #expect(report.outcome == .accepted(Self.reply(200)))
            #expect(report.durationMilliseconds < 1_500)
            dead.stop()
        }
        carrier.close()
    }

    @Test("an endpoint that is not configured, and a closed carrier, are local faults")
    func unknown() async throws {
        let carrier = try Self.carrier(try LoopbackServer.deadPort())
        let facts = Fixtures.message([Fixtures.entry(.lead)], channel: .webhook(endpoint: "elsewhere"))
        #expect(await carrier.report(facts).outcome == .localFault("no endpoint \"elsewhere\" is configured"))
        carrier.close()
        #expect(await carrier.report(Self.facts) == .closed)
    }
}
