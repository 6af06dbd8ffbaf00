import CivilTime
import Reminders
import Testing

@testable import Register

@Suite struct RecordTests {
    @Test("a check is due from the instant of arming, and then at the instant that was decided")
    func due() throws {
        let bench = try Bench.armed()
        let id = try bench.facts().id
        #expect(try bench.register.dueChecks(at: instant(), limit: 10) == [id])
        #expect(try bench.register.dueChecks(at: instant(-1), limit: 10) == [])
        #expect(try bench.record([]) == Recorded(reminders: 0, isStale: false))
        #expect(try bench.register.earliestCheck() == instant(40 * 86_400))
        try bench.register.write(at: instant(5)) { try $0.touch(id) }
        #expect(try bench.register.earliestCheck() == instant(5))
    }

    @Test("a decision on facts that have changed writes nothing, and the check stays due")
    func stale() throws {
        let bench = try Bench.armed()
        let facts = try bench.facts()
        try bench.register.write(at: instant(1)) { try $0.touch(facts.id) }
        let decision = CheckDecision(
            target: facts.id, version: facts.version, reminders: [try bench.reminder(facts)], refusals: [],
            nextCheck: nil)
        #expect(try bench.register.record(decision, at: instant(2)) == Recorded(reminders: 0, isStale: true))
        #expect(try bench.facts().recorded == [])
        #expect(try bench.register.earliestCheck() == instant(1))
    }

    @Test(
        "a key is recorded once, however often it is decided, and leaves no message without a reminder",
        arguments: [Channel.email, .webhook(endpoint: "case-system")])
    func once(_ channel: Channel) throws {
        let bench = try Bench.armed()
        let reminder = try bench.reminder(bench.facts(), channel: channel)
        #expect(try bench.record([reminder]).reminders == 1)
        let rows = try bench.register.ledger().count
        #expect(try bench.record([reminder, reminder]).reminders == 0)
        #expect(try bench.register.ledger().count == rows)
        #expect(try bench.facts().recorded.map(\.fate) == [.waiting])
        #expect(try bench.states == [.waiting])
    }

    /// What becomes of the first reminder of a key before it is decided once more.
    enum Fate: CaseIterable { case waits, sent, givenUp, dropped }

    @Test(
        "a key that was told or given up is never recorded again; one that was dropped is free",
        arguments: Fate.allCases)
    func again(_ fate: Fate) throws {
        let bench = try Bench.armed()
        let (reminder, opens) = (try bench.reminder(bench.facts()), instant(86_400))
        try bench.record([reminder])
        try bench.settleChecks(at: instant())
        switch fate {
        case .waits: break
        case .sent: try bench.settle(bench.claim(at: opens).claims[0], .fine, .delivered, at: opens)
        case .givenUp: try bench.settle(bench.claim(at: opens).claims[0], .noMailbox, .refused(because: "x"), at: opens)
        case .dropped: try bench.register.write(at: opens) { try $0.drop(ReminderID(1), because: .answeredDone) }
        }
        #expect(try bench.record([reminder]) == Recorded(reminders: fate == .dropped ? 1 : 0, isStale: false))
    }

    @Test("mail gathers by window; each webhook goes alone and at once")
    func gathering() throws {
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31")])
        let (first, second) = (try bench.facts("gates/1.1"), try bench.facts("gates/1.2"))
        try bench.record([
            bench.reminder(first, window: 2),
            bench.reminder(first, stage: "a", channel: .webhook(endpoint: "case-system")),
        ])
        try bench.record(
            [
                bench.reminder(second, window: 2), bench.reminder(second, stage: "b", window: 3),
                bench.reminder(second, stage: "a", channel: .webhook(endpoint: "case-system")),
            ], reference: "gates/1.2")
        let rows = try bench.register.deliveries().reversed().map { row in
            "\(row.channel) \(row.references.joined(separator: "+")) \(row.notBefore)"
        }
        #expect(
            rows == [
                "email gates/1.1+gates/1.2 2026-03-02T09:00:00Z", "webhook:case-system gates/1.1 2026-03-01T09:00:00Z",
                "email gates/1.2 2026-03-03T09:00:00Z", "webhook:case-system gates/1.2 2026-03-01T09:00:00Z",
            ])
    }

    @Test("what is recorded after a window's mail has left goes with the next window's")
    func following() throws {
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31")])
        try bench.record([bench.reminder(bench.facts("gates/1.1"))])
        try bench.settleChecks(at: instant())
        #expect(try bench.claim(at: instant(86_400)).claims.count == 1)
        try bench.record([bench.reminder(bench.facts("gates/1.2"))], reference: "gates/1.2")
        let rows = try bench.register.deliveries().reversed().map { "\($0.state.rawValue) \($0.notBefore)" }
        #expect(rows == ["claimed 2026-03-02T09:00:00Z", "waiting 2026-03-03T09:00:00Z"])
    }

    @Test("a refusal goes into the ledger once for each reason, not at each check")
    func refusals() throws {
        let bench = try Bench.armed()
        func refusals() throws -> Int { try bench.register.ledger().filter { $0.event == .reminderRefused }.count }
        func refuse(_ reason: RefusalReason, repetition: Int = 1) throws {
            try bench.record([], refusals: [Refusal(stage: "lead", repetition: repetition, owner: nil, reason: reason)])
        }
        try refuse(.answeredDone)
        try refuse(.answeredDone)
        #expect(try refusals() == 1)
        try refuse(.held(until: day("2026-04-01"), because: "review"))
        try refuse(.held(until: day("2026-04-01"), because: "review"))
        #expect(try refusals() == 2)
        try refuse(.answeredDone, repetition: 2)
        #expect(try refusals() == 3)
        #expect(try bench.facts().recorded == [], "a refusal consumes no key")
    }

    @Test("what was recorded under another delivery mode is not among the facts")
    func modes() throws {
        let bench = try Bench.armed()
        try bench.record([bench.reminder(bench.facts())])
        let rehearsal = try bench.register.facts(reference: "gates/1.1", mode: .rehearsal) { _ in .min }
        #expect(rehearsal.recorded == [])
        #expect(try bench.facts().recorded.count == 1)
    }

    @Test(
        "who stands for a post is asked on the day",
        arguments: [("2026-02-28", nil), ("2026-03-01", "Hal"), ("2026-03-31", "Hal"), ("2026-04-01", nil)])
    func standing(_ iso: String, name: String?) throws {
        let bench = try Bench.armed()
        let hal = PersonEntry(
            name: "Hal", email: "h@example.org", webhook: nil, from: day("2026-03-01"), until: day("2026-03-31"))
        try bench.register.adoptOwners(
            [OwnerEntry(post: "Head of Wings", aliases: [], holder: hal, deputy: nil, manager: nil)], by: amy,
            at: instant())
        let facts = try bench.register.facts(reference: "gates/1.1", mode: .live) { _ in day(iso) }
        #expect(facts.owners[0].holder?.name == name)
    }

    @Test("a plan or reference that is nearly right is suggested")
    func nearly() throws {
        let bench = try Bench.armed()
        #expect(throws: RegisterError.noSuchTarget(reference: "gate/1.1", didYouMean: "gates/1.1")) {
            try bench.facts("gate/1.1")
        }
        #expect(throws: RegisterError.noSuchPlan(name: "gtaes", didYouMean: "gates")) {
            try bench.register.plan(named: "gtaes")
        }
        #expect(throws: RegisterError.noSuchPlan(name: "something", didYouMean: nil)) {
            try bench.register.plan(named: "something")
        }
    }
}
