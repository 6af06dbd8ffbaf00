// The circuit breaker as a state machine: what it lets through, and what it says, after a course of outcomes.

import CivilTime
import Testing

@testable import Reminders

@Suite("The breaker of a relay or endpoint")
struct BreakerTests {
    private static let desk = Channel.webhook(endpoint: "desk")
    private let start = Instant(milliseconds: 1_700_000_000_000)

    private static func reply(_ code: Int, _ status: String? = nil) -> Reply {
        Reply(code: code, enhancedStatus: status, text: "words")
    }

    @discardableResult
    private func fail(
        _ breaker: inout Breaker, _ times: Int, at now: Instant, channel: Channel = Self.desk
    ) -> [Breaker.Change?] {
        (0..<times).map { _ in breaker.hear(.localFault("no route"), from: channel, at: now) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let outcome: Outcome
        let channel: Channel
        let health: Outcome.Health

        var testDescription: String { sentence }
    }

    static let cases: [Case] = [
        Case(sentence: "accepted is well", outcome: .accepted(reply(250)), channel: .email, health: .well),
        Case(sentence: "no connection fails", outcome: .localFault("x"), channel: .email, health: .fails),
        Case(sentence: "a timeout fails", outcome: .noAnswer("x"), channel: desk, health: .fails),
        Case(
            sentence: "a 5xx of an endpoint fails", outcome: .refusedForNow(reply(503), retryAfterSeconds: nil),
            channel: desk, health: .fails),
        Case(
            sentence: "an endpoint that says it is too much is not sent more",
            outcome: .refusedForNow(reply(429), retryAfterSeconds: 9), channel: desk, health: .fails),
        Case(
            sentence: "an endpoint that cannot take one message now is well",
            outcome: .refusedForNow(reply(409), retryAfterSeconds: nil), channel: desk, health: .well),
        Case(
            sentence: "greylisting says nothing against the relay",
            outcome: .refusedForNow(reply(451, "4.7.1"), retryAfterSeconds: nil), channel: .email, health: .well),
        Case(
            sentence: "a full mailbox says nothing against the relay",
            outcome: .refusedForNow(reply(552, "5.2.2"), retryAfterSeconds: nil), channel: .email, health: .well),
        Case(
            sentence: "a relay that closes fails", outcome: .refusedForNow(reply(421), retryAfterSeconds: nil),
            channel: .email, health: .fails),
        Case(
            sentence: "a relay without disk space fails",
            outcome: .refusedForNow(reply(452, "4.3.1"), retryAfterSeconds: nil), channel: .email, health: .fails),
        Case(
            sentence: "a relay that turns us away at the door fails",
            outcome: .refusedForNow(reply(554), retryAfterSeconds: nil), channel: .email, health: .fails),
        Case(
            sentence: "a relay that refuses one mailbox is well", outcome: .refusedForGood(reply(550, "5.1.1")),
            channel: .email, health: .well),
        Case(
            sentence: "a refused password stops a relay", outcome: .refusedForGood(reply(535)), channel: .email,
            health: .stops),
        Case(
            sentence: "an endpoint that refuses our signature or token is stopped",
            outcome: .refusedForGood(reply(401)), channel: desk, health: .stops),
        Case(
            sentence: "an endpoint that refuses one message is well", outcome: .refusedForGood(reply(403)),
            channel: desk, health: .well),
        Case(
            sentence: "410 stops an endpoint", outcome: .refusedForGood(reply(410)), channel: desk, health: .stops),
        Case(
            sentence: "an address that we refuse ourselves says nothing", outcome: .refusedForGood(reply(0)),
            channel: .email, health: .unknown),
        Case(
            sentence: "what was not begun says nothing", outcome: .notBegun("x"), channel: .email, health: .unknown),
    ]

    @Test("knows from an outcome how the other side is", arguments: cases)
    func health(_ row: Case) {
        #expect(row.outcome.health(of: row.channel) == row.health)
    }

    @Test("opens after five failures in a row, for ten seconds, and lets nothing through")
    func opens() {
        var breaker = Breaker()
        #expect(fail(&breaker, 4, at: start) == [nil, nil, nil, nil])
        #expect(breaker.allowance(at: start, most: 64) == 1, "after a failure one at a time")
        let until = start.adding(seconds: 10)
        #expect(fail(&breaker, 1, at: start) == [.opened(until: until, isNew: true)])
        #expect(breaker.allowance(at: until.adding(milliseconds: -1), most: 64) == 0)
        #expect(breaker.opens(after: start) == until)
    }

    @Test("a success in between starts the count anew")
    func interrupted() {
        var breaker = Breaker()
        fail(&breaker, 4, at: start)
        #expect(breaker.hear(.accepted(Self.reply(204)), from: Self.desk, at: start) == nil)
        #expect(fail(&breaker, 4, at: start) == [nil, nil, nil, nil])
    }

    @Test("half open, it lets one probe through: success closes it, failure opens it for twice as long")
    func probes() {
        var breaker = Breaker()
        fail(&breaker, 5, at: start)
        let first = start.adding(seconds: 10)
        #expect(breaker.allowance(at: first, most: 64) == 1)
        #expect(breaker.opens(after: first) == nil)
        let second = first.adding(seconds: 20)
        #expect(fail(&breaker, 1, at: first) == [.opened(until: second, isNew: false)])
        #expect(breaker.allowance(at: first, most: 64) == 0)
        #expect(breaker.hear(.notBegun("stopping"), from: Self.desk, at: second) == nil)
        #expect(breaker.allowance(at: second, most: 64) == 1, "a probe that was not begun decides nothing")
        #expect(breaker.hear(.accepted(Self.reply(204)), from: Self.desk, at: second) == .closed)
        #expect(breaker.state == .closed)
        #expect(fail(&breaker, 5, at: second).last == .opened(until: second.adding(seconds: 10), isNew: true))
    }

    @Test("what was under way when it opened neither prolongs it nor counts again")
    func latecomers() {
        var breaker = Breaker()
        fail(&breaker, 5, at: start)
        let before = breaker
        #expect(fail(&breaker, 9, at: start.adding(seconds: 9)) == Array(repeating: nil, count: 9))
        #expect(breaker == before)
    }

    @Test("the pause grows to half an hour and never beyond, for any number of openings")
    func pauses() {
        #expect((1...9).map { Breaker.pause($0) / 1_000 } == [10, 20, 40, 80, 160, 320, 640, 1_280, 1_800])
        for openings in [Int.min, -1, 0] { #expect(Breaker.pause(openings) == 10_000) }
        for openings in [10, 100, 1_000_000, Int.max] { #expect(Breaker.pause(openings) == 1_800_000) }
        var breaker = Breaker()
        var now = start
        fail(&breaker, 5, at: now)
        for _ in 0..<100_000 {
            guard let until = breaker.opens(after: now) else {
                Issue.record("it is open")
                return
            }
            now = until
            fail(&breaker, 1, at: now)
        }
        #expect(breaker.allowance(at: now, most: 64) == 0)
    }

    @Test("a peer of which nothing is known gets one message, and twice as many with each success, up to its share")
    func slowStart() {
        var breaker = Breaker()
        var seen: [Int] = []
        for _ in 0..<30 {
            seen.append(breaker.allowance(at: start, most: 64))
            _ = breaker.hear(.accepted(Self.reply(204)), from: Self.desk, at: start)
        }
        #expect(seen.prefix(8) == [1, 2, 4, 8, 16, 32, 64, 64] && seen.last == 64)
        fail(&breaker, 1, at: start)
        #expect(breaker.allowance(at: start, most: 64) == 1)
        #expect(Breaker().allowance(at: start, most: 0) == 0)
    }

    @Test("one that is stopped stays stopped, says so once, and never opens by itself")
    func stopped() {
        var breaker = Breaker()
        #expect(breaker.hear(.refusedForGood(Self.reply(410)), from: Self.desk, at: start) == .stopped)
        #expect(breaker.hear(.refusedForGood(Self.reply(410)), from: Self.desk, at: start) == nil)
        #expect(breaker.hear(.accepted(Self.reply(204)), from: Self.desk, at: start) == nil)
        #expect(fail(&breaker, 9, at: start).allSatisfy { $0 == nil })
        #expect(breaker.state == .stopped && breaker.opens(after: start) == nil)
        #expect(breaker.allowance(at: start.adding(seconds: 1 << 40), most: 64) == 0)
    }
}
