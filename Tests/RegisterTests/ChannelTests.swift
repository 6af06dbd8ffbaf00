// What the register keeps of relays and endpoints, in which order messages go, and how often a mail in doubt is repeated.

import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct ChannelTests {
    let opens = instant(86_400)
    private let desk = Channel.webhook(endpoint: "desk")

    private func failing(_ state: Breaker.State, since: Int64) -> ChannelChange {
        .failing(
            ChannelRecord(
                channel: desk, state: state, since: instant(since), because: "503", settings: "a"))
    }

    @Test("a failing channel is kept with since when; the ledger hears when it opens, closes and is resumed, once")
    func kept() throws {
        let bench = try Bench()
        func write(_ change: ChannelChange) throws {
            _ = try bench.register.settle([], channels: [change], administrator: bench.administrator.id, at: instant())
        }
        try write(failing(.open(until: instant(10), openings: 1), since: 0))
        try write(failing(.open(until: instant(30), openings: 2), since: 10))
        let record = try #require(try bench.register.channels().first)
        #expect(record.state == .open(until: instant(30), openings: 2) && record.since == instant(0))
        #expect(try bench.register.status().channels == [record])
        try write(failing(.stopped, since: 40))
        #expect(try bench.register.channels().map(\.since) == [instant(40)])
        #expect(try bench.register.channels().map(\.isStopped) == [true])
        #expect(try bench.register.resume(desk, by: amy, at: instant(50)))
        #expect(try !bench.register.resume(desk, by: amy, at: instant(51)))
        try write(failing(.open(until: instant(60), openings: 1), since: 50))
        try write(.working(desk))
        try write(.working(desk))
        let events = try bench.register.ledger().map(\.event.rawValue).filter { $0.hasPrefix("channel") }
        #expect(events == ["channel_opened", "channel_resumed", "channel_opened", "channel_closed"])
        #expect(try bench.register.channels() == [])
    }

    @Test("a row that is neither open with an instant nor stopped without one cannot be written")
    func checks() throws {
        let bench = try Bench()
        for values in [
            "('email', 'open', 0, 'x', NULL, 1, '')", "('email', 'stopped', 0, 'x', 9, 0, '')",
            "('email', 'closed', 0, 'x', NULL, 0, '')", "('pigeon', 'stopped', 0, 'x', NULL, 0, '')",
            "('email', 'open', 0, 'x', 9, 0, '')", "('webhook:', 'stopped', 0, 'x', NULL, 0, '')",
        ] {
            #expect(throws: (any Error).self, "\(values)") {
                try bench.register.write(at: instant()) { try $0.execute("INSERT INTO channel VALUES \(values)") }
            }
        }
    }

    @Test("what is late or due goes before what is merely coming, and then what has waited longest")
    func urgency() throws {
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31")])
        let lead = try bench.reminder(bench.facts())
        try bench.record([lead])
        let facts = try bench.facts("gates/1.2")
        let late = try bench.reminder(facts, stage: "overdue", window: 3, kind: .overdue)
        try bench.record([late], reference: "gates/1.2")
        try bench.settleChecks(at: instant())
        let later = instant(3 * 86_400)
        #expect(try bench.claim(at: later, limit: 1).claims.map(\.message) == [MessageID(2)])
        #expect(try bench.claim(at: later, limit: 1).claims.map(\.message) == [MessageID(1)])
    }

    @Test("a message that gathers a late reminder beside a coming one is late")
    func gathered() throws {
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31")])
        try bench.record([bench.reminder(bench.facts())])
        func urgency() throws -> Int? {
            try bench.register.read { try Int.fetchOne($0, sql: "SELECT urgency FROM message") }
        }
        #expect(try urgency() == 1)
        try bench.record(
            [bench.reminder(bench.facts("gates/1.2"), stage: "overdue", kind: .overdue)], reference: "gates/1.2")
        #expect(try urgency() == 0)
    }

    @Test("a channel gets no more than it has room for, and the others are not kept waiting")
    func rooms() throws {
        let bench = try Bench.waiting()
        let hook = Channel.webhook(endpoint: "case-system")
        try bench.record(["a", "b", "c"].map { try bench.reminder(bench.facts(), stage: $0, channel: hook) })
        try bench.settleChecks(at: opens)
        func claim(_ room: [Channel: Int]) throws -> [Channel] {
            try bench.claim(at: opens, allowance: { room[$0] ?? 0 }).claims.map(\.facts.channel)
        }
        #expect(try claim([:]) == [])
        #expect(try claim([hook: 2]) == [hook, hook])
        #expect(try claim([hook: 2, .email: 2]).sorted { "\($0)" < "\($1)" } == [.email, hook])
        #expect(try bench.register.earliestMessages() == [:])
    }

    @Test("a mail that was being sent when the service died is repeated once; the second time a person decides")
    func killedTwice() throws {
        let bench = try Bench.waiting()
        let first = try bench.claim(at: opens).claims[0]
        try bench.recoverOrphans(at: opens)
        let second = try bench.claim(at: opens).claims[0]
        #expect(second.facts == first.facts && second.mayHaveArrived)
        for _ in 0..<20 {
            try bench.recoverOrphans(at: opens)
            #expect(try bench.claim(at: opens).claims.filter { $0.facts.kind == .reminders }.isEmpty)
        }
        #expect(try bench.register.deliveries().last?.state == .setAside)
        #expect(try bench.register.worklist().map(\.kind).contains(.deliverySetAside))
        #expect(try bench.facts().recorded.map(\.fate) == [.givenUp])
        #expect(try bench.register.attempts(of: first.message).map(\.verdict) == ["retry", "set aside"])
        #expect(try bench.register.status().inDoubt >= 1)
    }

    @Test("a webhook whose service dies is repeated as often as that happens")
    func webhookKilled() throws {
        let bench = try Bench.armed()
        let hook = Channel.webhook(endpoint: "case-system")
        try bench.record([bench.reminder(bench.facts(), channel: hook)])
        try bench.settleChecks(at: opens)
        for attempt in 1...4 {
            #expect(try bench.claim(at: opens).claims.map(\.attempt) == [attempt])
            try bench.recoverOrphans(at: opens)
        }
    }

    @Test("mails count against the day and the minute where the relay heard of them, and only there")
    func quota() throws {
        let bench = try Bench.waiting()
        let hook = Channel.webhook(endpoint: "case-system")
        try bench.record([bench.reminder(bench.facts(), stage: "a", channel: hook)])
        try bench.settleChecks(at: opens)
        func tried() throws -> Int {
            try bench.register.mailsTried(since: opens, latest: 9, since: opens).sinceMidnight
        }
        #expect(try bench.register.mailsWaiting(at: opens) == 1)
        let outcomes: [(Outcome, Int)] = [(.localFault("x"), 0), (.notBegun("x"), 0), (.noAnswer("x"), 1)]
        for (outcome, count) in outcomes {
            let claims = try bench.claim(at: opens).claims
            for claim in claims {
                try bench.settle(
                    claim, outcome, .retry(at: opens, mayHaveArrived: false, because: "x"), at: opens)
            }
            #expect(try tried() == count, "\(outcome)")
        }
        _ = try bench.claim(at: opens)
        #expect(try tried() == 2, "one that is under way counts")
        #expect(try bench.register.mailsTried(since: opens, latest: 1, since: opens).latest == [opens])
    }
}
