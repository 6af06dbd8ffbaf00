import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("The way to an endpoint, against scripted ones", .timeLimit(.minutes(1)))
struct EndpointWayTests {
    private static let secret = Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    private static let facts = Fixtures.message([Fixtures.entry(.overdue)], channel: .webhook(endpoint: "board"))

    private static func report(
        _ url: String, secrets: EndpointSecrets = EndpointSecrets(signing: [secret]),
        authentication: EndpointAuthentication? = nil, allowed: [String] = [], proxy: String? = nil,
        shape: WebhookShape = WebhookShape(), facts: MessageFacts = EndpointWayTests.facts
    ) async throws -> AttemptReport {
        let endpoint = Endpoint(
            name: "board", url: url, secrets: [], authentication: authentication, allowsPlainHTTP: true,
            allowsPrivateAddresses: false, allowed: allowed.compactMap { AllowedPeer($0) }, proxy: proxy,
            timeoutSeconds: 2, caFile: nil)
        let carrier = try WebhookCarrier(
            endpoints: [(endpoint, secrets)], renderer: Renderer(webhooks: ["board": shape]), userAgent: "duewatch/0.1")
        defer { carrier.close() }
        return await carrier.report(facts)
    }

    @Test(
        "a token or a header goes beside the signature, or in its place",
        arguments: [
            (EndpointAuthentication.bearer(.file("/x")), "authorization", "Bearer sesame"),
            (.header(name: "X-Api-Key", value: .file("/x")), "x-api-key", "sesame"),
        ])
    func authentication(_ how: EndpointAuthentication, _ header: String, _ value: String) async throws {
        for signing in [[Self.secret], []] {
            let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
            defer { endpoint.stop() }
            let report = try await Self.report(
                "http://127.0.0.1:\(endpoint.port)/",
                secrets: EndpointSecrets(signing: signing, authentication: Secret("sesame")), authentication: how,
                allowed: ["127.0.0.1"])
            guard case .accepted = report.outcome else { throw Unexpected(report: report) }
            let request = try #require(endpoint.requests.first)
            #expect(request.headers[header] == value)
            #expect((request.headers["webhook-signature"] == nil) == signing.isEmpty)
        }
    }

    @Test(
        "an inner machine is reached only where it is allowed, by network or by name",
        arguments: [
            (["127.0.0.0/8"], "127.0.0.1", true), (["localhost"], "localhost", true),
            (["LOCALHOST"], "localhost", true), (["localhost"], "127.0.0.1", false),
            (["10.0.0.0/8"], "127.0.0.1", false), ([], "localhost", false),
        ])
    func allowed(_ allowed: [String], _ host: String, _ isGood: Bool) async throws {
        let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
        defer { endpoint.stop() }
        let report = try await Self.report("http://\(host):\(endpoint.port)/", allowed: allowed)
        #expect(endpoint.requests.count == (isGood ? 1 : 0))
        if case .localFault(let why) = report.outcome {
            #expect(!isGood && why.contains("this machine"))
        } else {
            #expect(isGood)
        }
    }

    @Test("a proxy is only gone through where it is itself allowed, in a tunnel that shows it no token")
    func proxy() async throws {
        let proxy = try ScriptedEndpoint("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")
        defer { proxy.stop() }
        let (url, way) = ("http://hooks.example/in", "http://127.0.0.1:\(proxy.port)")
        let secrets = EndpointSecrets(signing: [Self.secret], authentication: Secret("sesame"))
        let refused = try await Self.report(
            url, secrets: secrets, authentication: .bearer(.file("/x")), allowed: ["hooks.example"], proxy: way)
        #expect(proxy.requests.isEmpty)
        guard case .localFault(let why) = refused.outcome else { throw Unexpected(report: refused) }
        #expect(why.contains("the proxy leads to this machine"))
        let report = try await Self.report(
            url, secrets: secrets, authentication: .bearer(.file("/x")), allowed: ["127.0.0.1"], proxy: way)
        // The proxy's no is not the endpoint's: nothing was refused for good.
        guard case .localFault = report.outcome else { throw Unexpected(report: report) }
        let request = try #require(proxy.requests.first)
        #expect(request.line == "CONNECT hooks.example:80 HTTP/1.1")
        #expect(request.headers["authorization"] == nil)
        #expect(request.headers.keys.allSatisfy { !$0.hasPrefix("webhook-") })
        #expect(request.body.isEmpty)
    }

    @Test("a thin payload holds reference, stage and link, and no name and no text")
    func thin() async throws {
        let endpoint = try ScriptedEndpoint(ScriptedEndpoint.answer(200))
        defer { endpoint.stop() }
        _ = try await Self.report(
            "http://127.0.0.1:\(endpoint.port)/", allowed: ["127.0.0.1"],
            shape: WebhookShape(isThin: true, link: "https://cases.example/t?ref={reference}"))
        let body = String(decoding: try #require(endpoint.requests.first).body, as: UTF8.self)
        #expect(
            body == #"{"type": "reminder.overdue", "timestamp": "2024-05-17T07:30:00Z", "data": "#
                + #"{"reference": "harbour-2024/3.1", "stage": "overdue", "#
                + #""link": "https://cases.example/t?ref=harbour-2024%2F3.1"}}"#)
    }

    struct Unexpected: Error { let report: AttemptReport }
}
