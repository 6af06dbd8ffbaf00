import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct OutboxTests {
    let opens = instant(86_400)

    /// A bench with one mail that waits for `opens`.
    private func waiting(_ said: [Said] = [.due("2026-04-30")], stages: [String] = ["lead"]) throws -> Bench {
        let bench = try Bench.armed(said)
        try bench.record(stages.map { try bench.reminder(bench.facts(), stage: $0) })
        try bench.settleChecks(at: instant())
        return bench
    }

    @Test("a message is claimed from its instant on, once, and with its facts frozen")
    func claiming() throws {
        let bench = try waiting()
        #expect(try bench.register.earliestMessage() == opens)
        #expect(try bench.claim(at: opens.adding(milliseconds: -1)).claims.isEmpty)
        let claim = try #require(try bench.claim(at: opens).claims.first)
        #expect(claim.attempt == 1 && claim.firstAttemptAt == opens && !claim.mayHaveArrived)
        #expect(claim.facts.id.count == 32 && claim.facts.date == opens)
        #expect(try bench.claim(at: opens).claims.isEmpty)
        #expect(try bench.states == [.claimed])
        #expect(try bench.register.earliestMessage() == nil)
    }

    @Test("no reminder leaves while a check is outstanding; a notice does")
    func checksFirst() throws {
        let bench = try waiting()
        try bench.register.post(
            Notice(
                kind: .notice, to: bench.administrator.id, plan: nil, key: "k", subject: "s", paragraphs: ["p"],
                thread: "t"),
            at: instant())
        try bench.register.touchAll(at: opens)
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.notice])
        try bench.settleChecks(at: opens)
        #expect(try bench.claim(at: opens).claims.map(\.facts.kind) == [.reminders])
    }

    @Test("while sending is paused nothing but a test leaves")
    func pause() throws {
        let bench = try waiting()
        #expect(try bench.register.pause(because: "a review", by: amy, at: instant()))
        #expect(try !bench.register.pause(because: "again", by: amy, at: instant()))
        #expect(try bench.register.earliestMessage() == nil)
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

    @Test("a channel that was stopped is left alone, the others are not")
    func excluded() throws {
        let bench = try Bench.armed()
        let hook = Channel.webhook(endpoint: "case-system")
        try bench.record([bench.reminder(bench.facts()), bench.reminder(bench.facts(), channel: hook)])
        try bench.settleChecks(at: instant())
        #expect(try bench.register.earliestMessage(excluding: [hook]) == opens)
        #expect(try bench.claim(at: opens, excluding: [.email]).claims.map(\.facts.channel) == [hook])
        #expect(try bench.claim(at: opens, excluding: [.email, hook]).claims.isEmpty)
    }

    @Test("what was delivered is told of, and its target is looked at again")
    func delivered() throws {
        let bench = try waiting()
        let before = try bench.facts().version
        let claim = try bench.claim(at: opens).claims[0]
        #expect(try bench.settle(claim, .fine, .delivered, at: opens.adding(seconds: 1)) == .written)
        #expect(try bench.facts().recorded.map(\.fate) == [.sent(opens.adding(seconds: 1))])
        #expect(try bench.facts().version > before)
        #expect(try bench.register.earliestCheck() == opens.adding(seconds: 1))
        #expect(try bench.states == [.delivered])
    }

    @Test("a settlement whose lease was lost changes nothing")
    func fenced() throws {
        let bench = try waiting()
        let old = try bench.claim(at: opens).claims[0]
        #expect(try bench.register.recoverOrphans(at: opens) == 1)
        let new = try bench.claim(at: opens).claims[0]
        #expect(new.token != old.token)
        #expect(try bench.settle(old, .noMailbox, .refused(because: "x"), at: opens) == .fenced)
        #expect(try bench.states == [.claimed])
        #expect(try bench.settle(new, .fine, .delivered, at: opens) == .written)
        #expect(try bench.settle(new, .fine, .delivered, at: opens) == .fenced, "settling twice writes once")
    }

    @Test(
        "what a crash left in flight is repeated with the same id, Date and facts, as something that may have arrived")
    func orphans() throws {
        let bench = try waiting()
        let first = try bench.claim(at: opens).claims[0]
        #expect(try bench.register.recoverOrphans(at: opens.adding(seconds: 90)) == 1)
        let again = try bench.claim(at: opens.adding(seconds: 90)).claims[0]
        #expect(again.facts == first.facts)
        #expect(again.attempt == 2 && again.mayHaveArrived && again.firstAttemptAt == opens)
    }

    @Test("a lease that ran out is taken back, one that did not is left alone")
    func leases() throws {
        let bench = try waiting()
        _ = try bench.claim(at: opens)
        #expect(try bench.register.recoverOrphans(at: opens.adding(seconds: 59), expiredOnly: true) == 0)
        #expect(try bench.register.recoverOrphans(at: opens.adding(seconds: 60), expiredOnly: true) == 1)
        #expect(try bench.claim(at: opens.adding(seconds: 60)).claims.map(\.mayHaveArrived) == [true])
    }

    @Test("a retry waits for its instant and says the same")
    func retry() throws {
        let bench = try waiting()
        let first = try bench.claim(at: opens).claims[0]
        let again = opens.adding(seconds: 600)
        try bench.settle(
            first, .localFault("no route"), .retry(at: again, mayHaveArrived: false, because: "no route"), at: opens)
        #expect(try bench.register.earliestMessage() == again)
        #expect(try bench.claim(at: opens).claims.isEmpty)
        let second = try bench.claim(at: again).claims[0]
        #expect(second.facts == first.facts && second.attempt == 2 && !second.mayHaveArrived)
    }

    @Test("a stale reminder is dropped with its reason, frees its key, and leaves the rest to go")
    func stale() throws {
        let bench = try waiting(stages: ["lead", "due"])
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
        let bench = try waiting()
        bench.stale = [ReminderID(1): .dateChanged]
        let claimed = try bench.claim(at: opens)
        #expect(claimed.claims.isEmpty && claimed.void == 1)
        #expect(try bench.states == [.void])
    }

    @Test("if some of a message went stale before it can have arrived, the rest becomes a new message")
    func renewed() throws {
        let bench = try waiting(stages: ["lead", "due"])
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

    @Test("what may have arrived is repeated whole, stale or not")
    func repeatedWhole() throws {
        let bench = try waiting(stages: ["lead", "due"])
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .noAnswer("x"), .retry(at: opens, mayHaveArrived: true, because: "x"), at: opens)
        bench.stale = [ReminderID(1): .dateChanged, ReminderID(2): .dateChanged]
        let second = try bench.claim(at: opens).claims[0]
        #expect(second.facts == first.facts && second.mayHaveArrived)
        try bench.settle(second, .fine, .delivered, at: opens)
        #expect(try bench.facts().recorded.allSatisfy { $0.fate.sentAt != nil })
    }

    @Test("a refusal for good is told to the administrator, and the address counts as unknown from then on")
    func refused() throws {
        let bench = try waiting()
        let claim = try bench.claim(at: opens).claims[0]
        try bench.settle(claim, .noMailbox, .refused(because: "550 no such mailbox"), at: opens)
        #expect(try bench.facts().recorded.map(\.fate) == [.givenUp])
        #expect(try bench.facts().owners[0].holder?.email == nil)
        #expect(try bench.facts().owners[0].holder?.channels == [.webhook(endpoint: "case-system")])
        #expect(try bench.register.worklist().map(\.kind) == [.deliveryRefused])
        let notice = try #require(try bench.register.deliveries().first)
        #expect(notice.kind == .notice && notice.recipient == bench.administrator.id)
        // The notice itself bounces: no notice of a notice.
        let told = try bench.claim(at: opens).claims
        for claim in told { try bench.settle(claim, .noMailbox, .refused(because: "x"), at: opens) }
        #expect(try bench.register.deliveries().count == 2)
    }

    @Test("a refusal of what was said leaves the address alone")
    func contentRefused() throws {
        let bench = try waiting()
        let claim = try bench.claim(at: opens).claims[0]
        let spam = Outcome.refusedForGood(Reply(code: 550, enhancedStatus: "5.7.1", text: "looks like spam"))
        try bench.settle(claim, spam, .refused(because: "spam"), at: opens)
        #expect(try bench.facts().owners[0].holder?.email == "hal@example.org")
    }

    /// What `retry` makes of a message in each state.
    @Test("only what was given up can be put back", arguments: MessageState.allCases)
    func retryVerb(_ state: MessageState) throws {
        let bench = try waiting()
        let message = try #require(try bench.register.deliveries().first?.message)
        switch state {
        case .waiting: break
        case .held: _ = try bench.register.hold([message], because: "b", at: opens)
        case .void:
            bench.stale = [ReminderID(1): .dateChanged]
            _ = try bench.claim(at: opens)
        case .claimed, .delivered, .refused, .setAside:
            let claim = try bench.claim(at: opens).claims[0]
            if state == .delivered { try bench.settle(claim, .fine, .delivered, at: opens) }
            if state == .refused { try bench.settle(claim, .noMailbox, .refused(because: "x"), at: opens) }
            if state == .setAside { try bench.settle(claim, .noAnswer("x"), .setAside(because: "x"), at: opens) }
        }
        #expect(try bench.register.deliveries(DeliveryFilter(states: [state])).map(\.message).contains(message))
        guard [.refused, .setAside].contains(state) else {
            #expect(throws: RegisterError.self) { try bench.register.retry(message, by: amy, at: opens) }
            return
        }
        #expect(try bench.facts().recorded.map(\.fate) == [.givenUp])
        try bench.register.retry(message, by: amy, at: opens.adding(seconds: 60))
        try bench.settleChecks(at: opens.adding(seconds: 60))
        #expect(try bench.register.worklist() == [])
        let again = try #require(try bench.claim(at: opens.adding(seconds: 60)).claims.first { $0.message == message })
        #expect(again.mayHaveArrived == (state == .setAside))
        #expect(again.facts.recipient.address == "hal@example.org")
        #expect(try bench.facts().recorded.map(\.fate) == [.waiting])
    }

    @Test("a stopped channel costs the message no attempt")
    func stopped() throws {
        let bench = try waiting()
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .localFault("535"), .stopChannel(because: "535"), at: opens)
        #expect(try bench.claim(at: opens, excluding: [.email]).claims.isEmpty)
        let second = try bench.claim(at: opens.adding(seconds: 5)).claims[0]
        #expect(second.attempt == 1 && second.facts.id == first.facts.id)
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

    @Test("the brake counts what was neither tried nor released, and holds it until release")
    func brake() throws {
        let bench = try waiting()
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
        let bench = try waiting()
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
