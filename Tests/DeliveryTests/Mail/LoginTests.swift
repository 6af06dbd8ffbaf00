import Foundation
import Reminders
import Testing

@testable import Delivery

@Suite("Logging in to a relay", .timeLimit(.minutes(1)))
struct LoginTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let why: String
        let offered: String
        let method: LoginMethod
        /// The AUTH commands that the relay hears for two messages on one connection.
        let logins: [String]
        var isRefused = false
        var testDescription: String { why }
    }

    @Test(
        "one mechanism is used, chosen by what the relay offers",
        arguments: [
            Case(why: "PLAIN comes first", offered: "AUTH PLAIN LOGIN", method: .auto, logins: ["AUTH PLAIN"]),
            Case(why: "LOGIN where there is no PLAIN", offered: "AUTH LOGIN", method: .auto, logins: ["AUTH LOGIN"]),
            Case(why: "LOGIN where it is set", offered: "AUTH PLAIN LOGIN", method: .login, logins: ["AUTH LOGIN"]),
            Case(why: "PLAIN where it is set", offered: "AUTH LOGIN PLAIN", method: .plain, logins: ["AUTH PLAIN"]),
            Case(
                why: "a wrong password is one failed login, not one for each mechanism",
                offered: "AUTH PLAIN LOGIN CRAM-MD5", method: .auto, logins: ["AUTH PLAIN"], isRefused: true),
            Case(
                why: "nor a second one with LOGIN", offered: "AUTH LOGIN", method: .auto, logins: ["AUTH LOGIN"],
                isRefused: true),
            Case(
                why: "what is set is not exchanged for what is offered", offered: "AUTH LOGIN", method: .plain,
                logins: [], isRefused: true),
        ])
    func mechanisms(_ row: Case) async throws {
        let relay = try ScriptedRelay(
            row.isRefused ? ["AUTH": .say("535 5.7.8 Wrong")] : [:], extensions: [row.offered])
        defer { relay.stop() }
        let carrier = try SMTPCarrier(
            relay: Relay(
                host: "127.0.0.1", port: relay.port, tls: .none, user: "harbour", password: .file("/x"),
                login: row.method, caFile: nil, sessions: 1),
            password: Secret("tide tables"), envelopeSender: "answers@port.example", allowedDomains: [],
            renderer: Renderer(), helloName: "port.example", timeouts: SMTPTimeouts(connect: 2, reply: 1, message: 5))
        let first = await carrier.report(Fixtures.escalation)
        let second = row.isRefused ? first : await carrier.report(Fixtures.receipt)
        carrier.close()
        let heard = relay.heard.commands.filter { $0.hasPrefix("AUTH") }.map { $0.split(separator: " ").prefix(2) }
        #expect(heard.map { $0.joined(separator: " ") } == row.logins, "\(relay.heard.commands)")
        for report in [first, second] {
            if case .accepted = report.outcome { #expect(!row.isRefused) } else { #expect(row.isRefused) }
        }
        if !row.isRefused {
            #expect(relay.heard.commands.contains { $0.hasPrefix("MAIL FROM:<answers@port.example>") })
        }
    }
}
