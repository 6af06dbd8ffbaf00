import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct ClaimTests {
    let opens = instant(86_400)

    @Test("a message is claimed from its instant on, once, and with its facts frozen")
    func claiming() throws {
        let bench = try Bench.waiting()
        #expect(try bench.earliestMessage() == opens)
        #expect(try bench.claim(at: opens.adding(milliseconds: -1)).claims.isEmpty)
        let claim = try #require(try bench.claim(at: opens).claims.first)
        #expect(claim.attempt == 1 && claim.firstAttemptAt == opens && !claim.mayHaveArrived)
        #expect(claim.facts.id.count == 32 && claim.facts.date == opens)
        #expect(try bench.claim(at: opens).claims.isEmpty)
        #expect(try bench.states == [.claimed])
        #expect(try bench.earliestMessage() == nil)
    }

    @Test("no reminder leaves while a check is outstanding; a notice does")
    func checksFirst() throws {
        let bench = try Bench.waiting()
        try bench.register.post(
            Notice(
                kind: .notice, to: bench.administrator.id, plan: nil, key: "k", subject: "s", paragraphs: ["p"],
                thread: "t"),
            at: instant())
        try bench.register.write(at: opens) { try $0.touch(TargetID(1)) }
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.notice])
        try bench.settleChecks(at: opens)
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.reminders])
    }

    @Test("a stale reminder is dropped with its reason, frees its key, and leaves the rest to go")
    func stale() throws {
        let bench = try Bench.waiting(stages: ["lead", "due"])
        bench.stale = [ReminderID(1): .answeredDone]
        let claimed = try bench.claim(at: opens)
        #expect(claimed.dropped == [DroppedReminder(id: ReminderID(1), reason: .answeredDone)])
        #expect(claimed.claims.map(\.facts.subject) == ["1 reminders"])
        #expect(try bench.facts().recorded.map(\.stage) == ["due"])
        let dropped = try bench.register.ledger().filter { $0.event == .reminderDropped }
        #expect(dropped.map(\.reminder) == [ReminderID(1)])
        try bench.settleChecks(at: opens)
        #expect(try bench.record([bench.reminder(bench.facts(), stage: "lead", window: 5)]).reminders == 1)
    }

    @Test("a message with no reminder left is void")
    func void() throws {
        let bench = try Bench.waiting()
        bench.stale = [ReminderID(1): .dateChanged]
        let claimed = try bench.claim(at: opens)
        #expect(claimed.claims.isEmpty && claimed.void == 1)
        #expect(try bench.states == [.void])
    }

    @Test("if some of a message went stale before it can have arrived, the rest becomes a new message")
    func renewed() throws {
        let bench = try Bench.waiting(stages: ["lead", "due"])
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .localFault("x"), .retry(at: opens, mayHaveArrived: false, because: "x"), at: opens)
        bench.stale = [ReminderID(1): .dateChanged]
        let second = try bench.claim(at: opens).claims[0]
        #expect(second.facts.id != first.facts.id && second.message != first.message && second.attempt == 1)
        #expect(second.facts.subject == "1 reminders")
        #expect(try bench.states == [.void, .claimed])
        try bench.settle(second, .fine, .delivered, at: opens)
        #expect(try bench.facts().recorded.map { "\($0.stage) \($0.fate.sentAt != nil)" } == ["due true"])
    }

    @Test("what may have arrived is repeated whole while any of it is true")
    func repeatedWhole() throws {
        let bench = try Bench.waiting(stages: ["lead", "due"])
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .noAnswer("x"), .retry(at: opens, mayHaveArrived: true, because: "x"), at: opens)
        bench.stale = [ReminderID(1): .dateChanged]
        let second = try bench.claim(at: opens).claims[0]
        #expect(second.facts == first.facts && second.mayHaveArrived)
        try bench.settle(second, .fine, .delivered, at: opens)
        #expect(try bench.facts().recorded.allSatisfy { $0.fate.sentAt != nil })
    }

    @Test("nothing is repeated when none of it is true any more, even if it may have arrived")
    func nothingTrueIsLeft() throws {
        let bench = try Bench.waiting(stages: ["lead", "due"])
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .noAnswer("x"), .retry(at: opens, mayHaveArrived: true, because: "x"), at: opens)
        bench.stale = [ReminderID(1): .dateChanged, ReminderID(2): .dateChanged]
        let claimed = try bench.claim(at: opens)
        #expect(claimed.claims.isEmpty && claimed.void == 1)
        #expect(try bench.states == [.void])
    }

    @Test("the same notice is posted once")
    func notices() throws {
        let bench = try Bench()
        let notice = Notice(
            kind: .notice, to: bench.administrator.id, plan: nil, key: "k", subject: "s", paragraphs: [], thread: "t")
        #expect(try bench.register.post(notice, at: instant()))
        #expect(try !bench.register.post(notice, at: instant(60)))
        #expect(try bench.states == [.waiting])
    }

    @Test("the id of a message depends on the register and its keys, and on nothing else")
    func ids() throws {
        func id(_ identity: Identity, _ stages: [String]) throws -> String {
            let bench = try Bench.armed(in: .inMemory(at: instant(), identity: identity))
            try bench.record(stages.map { try bench.reminder(bench.facts(), stage: $0) })
            try bench.settleChecks(at: instant())
            return try bench.claim(at: opens).claims[0].facts.id
        }
        let other = Identity(uuid: "other", salt: [])
        #expect(try id(.fixed, ["a", "b"]) == id(.fixed, ["b", "a"]))
        #expect(try id(.fixed, ["a", "b"]) != id(.fixed, ["a"]))
        #expect(try id(.fixed, ["a"]) != id(other, ["a"]))
    }
}
