import CivilTime
import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("Mail by SMTP, against a scripted relay", .timeLimit(.minutes(1)))
struct SMTPTests {
    private static let quick = SMTPTimeouts(connect: 2, reply: 1, message: 5)

    private static func carrier(
        _ port: Int, tls: TLSPolicy = .none, user: String? = nil, password: String? = nil, sessions: Int = 1,
        allowedDomains: [String] = []
    ) throws -> SMTPCarrier {
        let relay = Relay(
            host: "127.0.0.1", port: port, tls: tls, user: user, password: nil, caFile: nil, sessions: sessions)
        return try SMTPCarrier(
            relay: relay, password: password.map { Secret($0) }, envelopeSender: "plans@port.example",
            allowedDomains: allowedDomains, renderer: Renderer(),
            helloName: "duewatch.port.example", timeouts: quick)
    }

    @Test("a message goes over whole, in one transaction with one recipient")
    func accepted() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port)
        let report = await carrier.report(Fixtures.letter)
        carrier.close()
        #expect(
            report.outcome
                == .accepted(Reply(code: 250, enhancedStatus: "2.0.0", text: "2.0.0 Ok: queued as 4F1A")))
        #expect(report.remote == "127.0.0.1:\(relay.port)")
        #expect(report.renderFault == nil)
        let bytes = try MailMessage.bytes(Fixtures.letter, Renderer().mail(Fixtures.letter))
        #expect(relay.heard.messages == [String(decoding: bytes, as: UTF8.self)])
        #expect(
            relay.heard.commands.prefix(4) == [
                "EHLO duewatch.port.example", "MAIL FROM:<plans@port.example> SIZE=\(bytes.count)",
                "RCPT TO:<morag.tennant@port.example>", "DATA",
            ])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let reactions: [String: ScriptedRelay.Reaction]
        var tls = TLSPolicy.none
        let wanted: Kind
        var testDescription: String { why }
    }

    enum Kind: Equatable {
        case accepted, now(Int, String?), good(Int, String?), noAnswer, local(String)
    }

    static let cases: [Case] = [
        Case(
            why: "a greylisted recipient may be tried again", reactions: ["RCPT": .say("450 4.7.1 Greylisted")],
            wanted: .now(450, "4.7.1")),
        Case(
            why: "an unknown recipient is refused for good", reactions: ["RCPT": .say("550 5.1.1 No such user")],
            wanted: .good(550, "5.1.1")),
        Case(
            why: "a full mailbox named at RCPT passes", reactions: ["RCPT": .say("552 5.2.2 Mailbox full")],
            wanted: .now(552, "5.2.2")),
        Case(
            why: "a message announced as too large is refused for good", reactions: ["MAIL": .say("552 5.3.4 Too big")],
            wanted: .good(552, "5.3.4")),
        Case(
            why: "a sender may be refused for good", reactions: ["MAIL": .say("553 5.7.1 Not you")],
            wanted: .good(553, "5.7.1")),
        Case(
            why: "a sender may be refused for now", reactions: ["MAIL": .say("451 4.3.0 Later")],
            wanted: .now(451, "4.3.0")),
        Case(
            why: "a body may be refused before it is sent", reactions: ["DATA": .say("554 5.7.0 No")],
            wanted: .good(554, "5.7.0")),
        Case(
            why: "a message too large is refused for good after it", reactions: [".": .say("552 5.3.4 Too big")],
            wanted: .good(552, "5.3.4")),
        Case(
            why: "a message may be put off after it", reactions: [".": .say("451 4.3.2 Busy")],
            wanted: .now(451, "4.3.2")),
        Case(
            why: "several lines are one reply", reactions: [".": .say("550-5.7.1 One\r\n550 5.7.1 two")],
            wanted: .good(550, "5.7.1")),
        Case(
            why: "a busy relay says so in its greeting", reactions: ["GREETING": .say("421 4.3.2 Closing")],
            wanted: .now(421, "4.3.2")),
        Case(
            why: "a relay that turns us away has not refused the message",
            reactions: ["GREETING": .say("554 5.7.1 Go away")], wanted: .now(554, "5.7.1")),
        Case(
            why: "a relay may close while it is asked", reactions: ["MAIL": .say("421 4.4.2 Timeout")],
            wanted: .now(421, "4.4.2")),
        Case(why: "silence after the body: it may have arrived", reactions: [".": .silence], wanted: .noAnswer),
        Case(
            why: "a lost connection after the body: it may have arrived", reactions: [".": .hangUp], wanted: .noAnswer),
        Case(
            why: "half an answer after the body: it may be the first half of a yes",
            reactions: [".": .say("250-2.0.0 Taken, and")], wanted: .noAnswer),
        Case(why: "silence before the body: it cannot have", reactions: ["RCPT": .silence], wanted: .local("")),
        Case(
            why: "a lost connection before the body: it cannot have", reactions: ["RCPT": .hangUp], wanted: .local("")),
        Case(why: "no greeting", reactions: ["GREETING": .silence], wanted: .local("")),
        Case(why: "no TLS where it is required", reactions: [:], tls: .required, wanted: .local("STARTTLS")),
    ]

    @Test("each answer means one thing", arguments: cases)
    func outcomes(_ row: Case) async throws {
        let relay = try ScriptedRelay(row.reactions)
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, tls: row.tls)
        let report = await carrier.report(Fixtures.escalation)
        carrier.close()
        Self.expect(report.outcome, row.wanted)
        if row.tls == .required { #expect(!relay.heard.commands.contains { $0.hasPrefix("MAIL") }) }
    }

    private static func expect(_ outcome: Outcome, _ wanted: Kind) {
        switch (outcome, wanted) {
        case (.accepted, .accepted), (.noAnswer, .noAnswer): break
        case (.refusedForNow(let reply, _), .now(let code, let status)),
            (.refusedForGood(let reply), .good(let code, let status)):
            #expect(reply.code == code && reply.enhancedStatus == status, "\(reply)")
        case (.localFault(let detail), .local(let says)) where says.isEmpty || detail.contains(says):
            #expect(!detail.isEmpty)
        default: Issue.record("expected \(wanted), found \(outcome)")
        }
    }

    @Test("nobody listens: a local fault")
    func refusedConnection() async throws {
        let carrier = try Self.carrier(try LoopbackServer.deadPort())
        let report = await carrier.report(Fixtures.escalation)
        carrier.close()
        Self.expect(report.outcome, .local("connect"))
    }

    @Test("refused credentials keep their code, by which the channel is stopped")
    func login() async throws {
        let relay = try ScriptedRelay(["AUTH": .say("535 5.7.8 Wrong")], extensions: ["AUTH PLAIN"])
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, user: "plans", password: "open sesame")
        let report = await carrier.report(Fixtures.escalation)
        carrier.close()
        Self.expect(report.outcome, .good(535, "5.7.8"))
        #expect(!"\(report)".contains("sesame"))
    }

    @Test("good credentials let the message through")
    func loggedIn() async throws {
        let relay = try ScriptedRelay(extensions: ["AUTH PLAIN"])
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, user: "plans", password: "open sesame")
        let report = await carrier.report(Fixtures.escalation)
        carrier.close()
        Self.expect(report.outcome, .accepted)
        let token = Data("\0plans\0open sesame".utf8).base64EncodedString()
        #expect(relay.heard.commands.contains(token))
    }

    @Test("one connection serves message after message")
    func reuse() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port)
        for _ in 0..<5 { Self.expect(await carrier.report(Fixtures.escalation).outcome, .accepted) }
        carrier.close()
        #expect(relay.connectionCount == 1)
        #expect(relay.heard.messages.count == 5)
        #expect(Set(relay.heard.messages).count == 1)
    }

    @Test("a refused recipient does not spoil the next message")
    func afterRefusal() async throws {
        let relay = try ScriptedRelay(["RCPT": .say("550 5.1.1 No")])
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port)
        for _ in 0..<3 { Self.expect(await carrier.report(Fixtures.escalation).outcome, .good(550, "5.1.1")) }
        carrier.close()
    }

    @Test("a relay that closes between messages costs no try")
    func staleConnection() async throws {
        let server = try LoopbackServer { connection in
            connection.say("220 hello\r\n")
            while let line = connection.line() {
                if line == "DATA" {
                    connection.say("354 go on\r\n")
                    while let text = connection.line(), text != "." {}
                    connection.say("250 2.0.0 Ok\r\n")
                    return
                }
                connection.say("250 2.0.0 Ok\r\n")
            }
        }
        defer { server.stop() }
        let carrier = try Self.carrier(server.port)
        for _ in 0..<3 { Self.expect(await carrier.report(Fixtures.escalation).outcome, .accepted) }
        carrier.close()
        #expect(server.connectionCount == 3)
    }

    @Test("as many messages run side by side as there are sessions, and each reports once")
    func sessions() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, sessions: 4)
        let reports = await withTaskGroup(of: AttemptReport.self) { group in
            for _ in 0..<20 { group.addTask { await carrier.report(Fixtures.escalation) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        carrier.close()
        #expect(reports.count == 20)
        #expect(relay.heard.messages.count == 20)
        #expect((1...4).contains(relay.connectionCount))
    }

    @Test("a recipient outside the allowed domains never reaches the wire")
    func allowedDomains() async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, allowedDomains: ["gov.example"])
        let report = await carrier.report(Fixtures.escalation)
        carrier.close()
        Self.expect(report.outcome, .good(0, nil))
        #expect(relay.connectionCount == 0)
    }

    @Test(
        "an address with more in it than an address never reaches the wire",
        arguments: [
            "a@x.example>\r\nRCPT TO:<v@evil.example", "a@x.example> NOTIFY=NEVER", "a@x.example\0", "<a@x.example>",
        ])
    func injection(_ address: String) async throws {
        let relay = try ScriptedRelay()
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port)
        let facts = Fixtures.message([], kind: .test, recipient: Party(person: nil, name: "A", address: address))
        Self.expect(await carrier.report(facts).outcome, .good(0, nil))
        carrier.close()
        #expect(relay.connectionCount == 0)
    }

    @Test(
        "a relay that cannot be used is refused at the start",
        arguments: [
            ("relay.example/x", 25, "duewatch.example", "mail relay"),
            ("relay example", 25, "duewatch.example", "mail relay"),
            ("relay.example\r\n", 25, "duewatch.example", "mail relay"), ("", 25, "duewatch.example", "mail relay"),
            ("user@relay.example", 25, "duewatch.example", "mail relay"),
            ("relay.example", 0, "duewatch.example", "port"), ("relay.example", 70_000, "duewatch.example", "port"),
            ("relay.example", 25, "a b", "hello name"), ("relay.example", 25, "a\r\nMAIL", "hello name"),
        ])
    func badRelay(_ host: String, _ port: Int, _ hello: String, _ says: String) {
        let relay = Relay(host: host, port: port, tls: .required, user: nil, password: nil, caFile: nil, sessions: 1)
        let fault = #expect(throws: CarrierFault.self) {
            try SMTPCarrier(
                relay: relay, password: nil, envelopeSender: "a@port.example", allowedDomains: [], renderer: Renderer(),
                helloName: hello, timeouts: SMTPTimeouts(reply: 1))
        }
        #expect(fault?.description.contains(says) == true)
    }

    @Test("what had not begun when the carrier closes is reported, and nothing is lost")
    func close() async throws {
        let relay = try ScriptedRelay([".": .silence])
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port)
        async let first = carrier.report(Fixtures.escalation)
        while relay.heard.messages.isEmpty { await Task.yield() }
        async let second = carrier.report(Fixtures.escalation)
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                carrier.close()
                continuation.resume()
            }
        }
        Self.expect(await first.outcome, .noAnswer)
        #expect(await second.outcome == .notBegun("the service is stopping"))
    }

    @Test("a refused login is tried by one session, and the other messages are not begun")
    func refusedLogin() async throws {
        let relay = try ScriptedRelay(["AUTH": .say("535 5.7.8 no such login")], extensions: ["AUTH PLAIN"])
        defer { relay.stop() }
        let carrier = try Self.carrier(relay.port, user: "amy", password: "none", sessions: 4)
        let reports = await withTaskGroup(of: AttemptReport.self) { group in
            for _ in 0..<8 { group.addTask { await carrier.report(Fixtures.escalation) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        carrier.close()
        #expect(reports.count { $0.outcome == .notBegun("the relay has refused the login") } == 7)
        #expect(relay.connectionCount == 1)
    }
}
