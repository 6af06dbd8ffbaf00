import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct BrakeTests {
    let opens = instant(86_400)

    @Test("while sending is paused nothing but a test leaves")
    func pause() throws {
        let bench = try Bench.waiting()
        #expect(try bench.register.pause(because: "a review", by: amy, at: instant()))
        #expect(try !bench.register.pause(because: "again", by: amy, at: instant()))
        #expect(try bench.earliestMessage() == nil)
        #expect(try bench.register.firstAttempts(at: opens) == [])
        for kind in [MessageKind.notice, .test] {
            try bench.register.post(
                Notice(
                    kind: kind, to: bench.administrator.id, plan: nil, key: kind.rawValue, subject: "s", paragraphs: [],
                    thread: "t"),
                at: instant())
        }
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.test])
        #expect(try bench.register.paused()?.because == "a review")
        #expect(try bench.register.resume(by: amy, at: instant()))
        #expect(try !bench.register.resume(by: amy, at: instant()))
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.notice, .reminders])
    }

    @Test("the brake counts by the index of what waits, not through every message that ever was")
    func index() throws {
        let bench = try Bench.waiting()
        let steps = try bench.register.read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(Store.leaving)", arguments: [opens]).map {
                $0["detail"] as String
            }
        }
        #expect(steps.contains { $0.hasPrefix("SEARCH message USING INDEX message_waiting ") }, "\(steps)")
    }

    @Test("what would leave is counted by channel, with how much the person has who has most of it")
    func leaving() throws {
        let bench = try Bench.armed()
        let hook = Channel.webhook(endpoint: "case-system")
        let facts = try bench.facts()
        let deputy = try #require(facts.owners.first?.deputy)
        try bench.record([
            bench.reminder(facts, stage: "first", window: 1), bench.reminder(facts, stage: "second", window: 2),
            // Joins the mail of its window, and the last one waits for the day after.
            bench.reminder(facts, stage: "third", window: 2), bench.reminder(facts, stage: "fourth", window: 3),
            bench.reminder(facts, stage: "first", window: 1, to: deputy),
            bench.reminder(facts, stage: "first", channel: hook), bench.reminder(facts, stage: "second", channel: hook),
            bench.reminder(facts, stage: "first", channel: hook, to: deputy),
        ])
        try bench.settleChecks(at: instant())
        #expect(
            try bench.register.leaving(at: opens) == [
                Leaving(channel: .email, messages: 3, mostForOne: 2),
                Leaving(channel: hook, messages: 3, mostForOne: 2),
            ])
        #expect(try bench.register.pause(because: "a review", by: amy, at: instant()))
        #expect(try bench.register.leaving(at: opens) == [], "nothing leaves while sending is paused")
    }

    @Test("a channel that was stopped is left alone, the others are not")
    func excluded() throws {
        let bench = try Bench.armed()
        let hook = Channel.webhook(endpoint: "case-system")
        try bench.record([bench.reminder(bench.facts()), bench.reminder(bench.facts(), channel: hook)])
        try bench.settleChecks(at: instant())
        #expect(try bench.earliestMessage(excluding: [hook]) == opens)
        #expect(try bench.claim(at: opens, excluding: [.email]).claims.map(\.facts.channel) == [hook])
        #expect(try bench.claim(at: opens, excluding: [.email, hook]).claims.isEmpty)
    }

    @Test("the brake counts what was neither tried nor released, and holds it until release")
    func brake() throws {
        let bench = try Bench.waiting()
        let first = try bench.register.firstAttempts(at: opens)
        #expect(first.map(\.reminders) == [1])
        #expect(try bench.register.approvedMessages(on: day("2026-03-02")).values.sorted() == [2])
        let batch = try #require(try bench.register.hold(first.map(\.message), because: "too many", at: opens))
        #expect(try bench.claim(at: opens).claims.isEmpty)
        #expect(try bench.register.batches().map(\.messages) == [1])
        #expect(try bench.register.hold(first.map(\.message), because: "again", at: opens) == nil)
        #expect(try bench.register.release(batch, by: amy, at: opens) == 1)
        #expect(throws: RegisterError.self) { try bench.register.release(batch, by: amy, at: opens) }
        #expect(try bench.register.firstAttempts(at: opens) == [])
        #expect(try bench.claim(at: opens).claims.count == 1)
        #expect(try bench.register.approvedMessages(on: day("2026-03-02")).values.sorted() == [1])
        #expect(try bench.register.approvedMessages(on: day("2026-07-01")) == [:])
    }

    @Test("a register that wakes on another machine is paused, once, and not at its first start")
    func machine() throws {
        let bench = try Bench()
        #expect(try !bench.register.recordMachine("m1", at: instant()))
        #expect(try !bench.register.recordMachine("m1", at: instant()))
        #expect(try bench.register.paused() == nil)
        #expect(try bench.register.recordMachine("m2", at: instant(5)))
        #expect(
            try bench.register.paused() == Pause(at: instant(5), by: "the service", because: "woke on another machine"))
        #expect(try bench.register.resume(by: amy, at: instant(6)))
        #expect(try !bench.register.recordMachine("m2", at: instant(7)))
    }

    @Test("disarming stops what waits; arming again is due for a check at once")
    func disarm() throws {
        let bench = try Bench.waiting()
        #expect(try bench.register.disarm("gates", because: "a mistake", by: amy, at: instant(5)) == 1)
        #expect(try bench.states == [.void])
        #expect(try bench.register.earliestCheck() == nil)
        #expect(try bench.facts().recorded == [])
        #expect(try bench.register.approvedMessages(on: day("2026-03-02")).values.allSatisfy { $0 == 0 })
        #expect(
            try bench.register.arm("gates", approved: Approval(messages: 1, until: .max), by: amy, at: instant(9)) == 1)
        #expect(try bench.register.earliestCheck() == instant(9))
    }
}
