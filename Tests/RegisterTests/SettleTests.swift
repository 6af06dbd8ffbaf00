import CivilTime
import GRDB
import Reminders
import Testing

@testable import Register

@Suite struct SettleTests {
    let opens = instant(86_400)

    @Test("what was delivered is told of, and its target is looked at again")
    func delivered() throws {
        let bench = try Bench.waiting()
        let before = try bench.facts().version
        let claim = try bench.claim(at: opens).claims[0]
        #expect(try bench.settle(claim, .fine, .delivered, at: opens.adding(seconds: 1)) == .written)
        #expect(try bench.facts().recorded.map(\.fate) == [.sent(opens.adding(seconds: 1))])
        #expect(try bench.facts().version > before)
        #expect(try bench.register.earliestCheck() == opens.adding(seconds: 1))
        #expect(try bench.states == [.delivered])
    }

    /// What a service decides from the facts of the claim.
    @Test(
        "a delivery that brings its target's next look leaves no check to be made, unless the target has changed",
        arguments: [(0, 40 * 86_400, "as it was at the claim"), (1, 86_401, "of an earlier version")]
            as [(Int64, Int64, String)])
    func nextLook(_ behind: Int64, _ wanted: Int64, _ why: String) throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        let target = try #require(claim.targets.first)
        #expect(claim.told.map(\.target) == [target.id])
        let look = NextLook(target: target.id, version: target.version - behind, nextCheck: instant(40 * 86_400))
        let settled = try bench.register.settle(
            [
                Settlement(
                    claim: claim, outcome: .fine, verdict: .delivered, endedAt: opens.adding(seconds: 1),
                    durationMilliseconds: 12, remote: nil, looks: [look])
            ], administrator: bench.administrator.id, at: opens.adding(seconds: 1))
        #expect(settled == [.written])
        #expect(try bench.register.earliestCheck() == instant(wanted), "\(why)")
        #expect(try bench.facts().version == target.version + 1, "\(why)")
        #expect(try bench.facts().recorded == target.told(claim.told, at: opens.adding(seconds: 1)).recorded)
    }

    @Test("a settlement whose lease was lost changes nothing")
    func fenced() throws {
        let bench = try Bench.waiting()
        let old = try bench.claim(at: opens).claims[0]
        #expect(try bench.recoverOrphans(at: opens) == 1)
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
        let bench = try Bench.waiting()
        let first = try bench.claim(at: opens).claims[0]
        #expect(try bench.recoverOrphans(at: opens.adding(seconds: 90)) == 1)
        let again = try bench.claim(at: opens.adding(seconds: 90)).claims[0]
        #expect(again.facts == first.facts)
        #expect(again.attempt == 2 && again.mayHaveArrived && again.firstAttemptAt == opens)
    }

    @Test("what is in doubt for the second time is told to who administers its plan")
    func orphansTwice() throws {
        let bench = try Bench.waiting()
        let gil = try bench.register.ensurePerson(name: "Gil Own", email: "gil@example.org", at: opens)
        for seconds in [90, 180] as [Int64] {
            let claim = try bench.claim(at: opens.adding(seconds: seconds - 90)).claims[0]
            _ = try bench.register.recoverOrphans(
                administrator: { $0 == claim.facts.plan?.name ? gil.id : bench.administrator.id },
                at: opens.adding(seconds: seconds))
        }
        let rows = try bench.register.deliveries()
        #expect(rows.filter { $0.state == .setAside }.count == 1)
        #expect(rows.filter { $0.kind == .notice }.map(\.recipientName) == ["Gil Own"])
    }

    @Test("a lease that ran out is taken back, one that did not is left alone")
    func leases() throws {
        let bench = try Bench.waiting()
        _ = try bench.claim(at: opens)
        #expect(try bench.recoverOrphans(at: opens.adding(seconds: 59), expiredOnly: true) == 0)
        #expect(try bench.recoverOrphans(at: opens.adding(seconds: 60), expiredOnly: true) == 1)
        #expect(try bench.claim(at: opens.adding(seconds: 60)).claims.map(\.mayHaveArrived) == [true])
    }

    @Test("a retry waits for its instant and says the same")
    func retry() throws {
        let bench = try Bench.waiting()
        let first = try bench.claim(at: opens).claims[0]
        let again = opens.adding(seconds: 600)
        try bench.settle(
            first, .localFault("no route"), .retry(at: again, mayHaveArrived: false, because: "no route"), at: opens)
        #expect(try bench.earliestMessage() == again)
        #expect(try bench.claim(at: opens).claims.isEmpty)
        let second = try bench.claim(at: again).claims[0]
        #expect(second.facts == first.facts && second.attempt == 2 && !second.mayHaveArrived)
    }

    @Test("a refusal for good is told to the administrator, and the address counts as unknown from then on")
    func refused() throws {
        let bench = try Bench.waiting()
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
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        let spam = Outcome.refusedForGood(Reply(code: 550, enhancedStatus: "5.7.1", text: "looks like spam"))
        try bench.settle(claim, spam, .refused(because: "spam"), at: opens)
        #expect(try bench.facts().owners[0].holder?.email == "hal@example.org")
    }

    /// What `retry` makes of a message in each state.
    @Test("only what was given up can be put back", arguments: MessageState.allCases)
    func retryVerb(_ state: MessageState) throws {
        let bench = try Bench.waiting()
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

    @Test("what was given up and surely did not arrive is tried anew, with all its tries; what may have arrived is not")
    func replay() throws {
        for (outcome, attempt) in [(Outcome.localFault("no way there"), 1), (.noAnswer("silence"), 2)] {
            let bench = try Bench.waiting()
            let first = try bench.claim(at: opens).claims[0]
            try bench.settle(first, outcome, .setAside(because: "x"), at: opens)
            let later = opens.adding(seconds: 6 * 86_400)
            try bench.register.retry(first.message, by: amy, at: later)
            try bench.settleChecks(at: later)
            let again = try #require(try bench.claim(at: later).claims.first { $0.message == first.message })
            #expect(again.attempt == attempt && again.facts.id == first.facts.id)
            #expect((again.firstAttemptAt == later) == (attempt == 1))
        }
    }

    @Test("the administrator is told where a message went, which may be another address than the person has now")
    func told() throws {
        let bench = try Bench.waiting()
        let claim = try bench.claim(at: opens).claims[0]
        try bench.register.write(at: opens) {
            try $0.execute("UPDATE person SET email = 'new@example.org' WHERE email = 'hal@example.org'")
        }
        try bench.settle(claim, .noMailbox, .refused(because: "x"), at: opens)
        let notice = try #require(try bench.claim(at: opens).claims.first { $0.facts.kind == .notice })
        #expect(notice.facts.paragraphs.contains { $0.contains("<hal@example.org>") })
    }

    @Test("of what one endpoint refuses the administrator is told once a day, of mail five times")
    func noticesOfAnEndpoint() throws {
        for (channel, notices) in [(Channel.webhook(endpoint: "desk"), 1), (.email, 5)] {
            let bench = try Bench.armed(Array(repeating: .due("2026-04-30"), count: 7))
            for number in 1...7 {
                let reference = "gates/1.\(number)"
                let reminder = try bench.reminder(bench.facts(reference), channel: channel, window: 1 + number)
                try bench.record([reminder], reference: reference)
            }
            try bench.settleChecks(at: instant())
            let now = instant(8 * 86_400)
            let claims = try bench.claim(at: now).claims
            #expect(claims.count == 7)
            for claim in claims {
                try bench.settle(
                    claim, .refusedForGood(Reply(code: 403, enhancedStatus: nil, text: "")), .refused(because: "403"),
                    at: now)
                try bench.settleChecks(at: now)
            }
            #expect(try bench.register.deliveries().count { $0.kind == .notice } == notices)
            let texts = try bench.claim(at: now).claims.filter { $0.facts.kind == .notice }.map(\.facts.paragraphs)
            #expect(texts.count { $0.contains { $0.contains("not told again today") } } == 1, "by the last of them")
            #expect(try bench.register.worklist().count == 7, "each stands on the worklist")
        }
    }

    @Test("a stopped channel costs the message no attempt")
    func stopped() throws {
        let bench = try Bench.waiting()
        let first = try bench.claim(at: opens).claims[0]
        try bench.settle(first, .localFault("535"), .stopChannel(because: "535"), at: opens)
        #expect(try bench.claim(at: opens, excluding: [.email]).claims.isEmpty)
        let second = try bench.claim(at: opens.adding(seconds: 5)).claims[0]
        #expect(second.attempt == 1 && second.facts.id == first.facts.id)
    }
}
