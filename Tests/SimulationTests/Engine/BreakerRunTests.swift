// The service with a relay or an endpoint that fails for a while, and with a quota.

import CivilTime
import Delivery
import Register
import Reminders
import Service
import Synchronization
import Testing

@testable import Simulation

@Suite("The service with a failing peer")
struct BreakerRunTests {
    /// The month-before reminders leave on Monday 30 March at nine in London, eight in UTC.
    private let firstMail = at("2026-03-30T08:00:00Z")
    private static let many = Array(repeating: "2026-04-30", count: 40)

    private func bench(in register: Store? = nil) throws -> Bench {
        try Bench.armed(Self.many, in: register, brake: Brake(messages: 1_000, perPerson: 1_000))
    }

    @Test("a relay that is down for an hour is probed now and then; what waits uses up no tries, and all of it leaves")
    func down() throws {
        let bench = try bench()
        let back = firstMail.adding(seconds: 3_600)
        bench.script = { $0.at < back ? .localFault("connection refused") : .fine }
        let parcels = try bench.run(until: firstMail.adding(seconds: 8 * 3_600))
        let during = parcels.filter { $0.at < back }
        #expect((6...25).contains(during.count), "five failures, then probes: \(during.count)")
        let told = Set(parcels.filter { $0.at >= back }.map(\.facts.recipient.name))
        #expect(told.count == Self.many.count, "everybody is told within the day: \(told.count)")
        #expect(bench.lines.of("channel.open").count == 1 && bench.lines.of("channel.closed").count == 1)
        #expect(try bench.register.status().messages == [.delivered: Self.many.count])
        #expect(try bench.register.channels() == [])
        let untried = parcels.filter { $0.attempt == 1 && $0.at >= back }.count
        #expect(untried >= 15, "most had not been tried at all: \(untried)")
    }

    @Test("what waits behind a stopped relay is dropped when its next stage comes, and not only when it is claimed")
    func overtaken() throws {
        let bench = try bench()
        bench.script = { _ in .refusedForGood(Reply(code: 535, enhancedStatus: "5.7.8", text: "no")) }
        try bench.run(until: firstMail.adding(seconds: 3_600))
        #expect(try reminders(in: bench) == [.waiting: Self.many.count])
        let parcels = try bench.run(from: firstMail.adding(seconds: 3_601), until: at("2026-04-29T00:00:00Z"))
        #expect(parcels.isEmpty, "nothing is claimed")
        #expect(try reminders(in: bench) == [.waiting: Self.many.count, .void: Self.many.count])
        let dropped = try bench.register.ledger().filter { $0.event == .reminderDropped }
        #expect(dropped.count == Self.many.count && dropped.allSatisfy { $0.detail.contains("superseded") })
    }

    /// The daily notes to the administrator wait, too.
    private func reminders(in bench: Bench) throws -> [MessageState: Int] {
        try bench.register.deliveries(DeliveryFilter(limit: 10_000)).filter { $0.kind == .reminders }
            .reduce(into: [:]) { $0[$1.state, default: 0] += 1 }
    }

    @Test("an open breaker survives a restart: one probe goes first")
    func restart() throws {
        let scratch = try Scratch()
        let first = try bench(in: scratch.store())
        first.script = { _ in .localFault("connection refused") }
        try first.run(until: firstMail.adding(seconds: 600))
        let record = try #require(try first.register.channels().first)
        try first.register.close()
        let again = try Bench(scratch.store(), brake: Brake(messages: 1_000, perPerson: 1_000))
        let restart = firstMail.adding(seconds: 601)
        let parcels = try again.run(from: restart, until: restart.adding(seconds: 1_000))
        guard case .open(let until, _) = record.state else {
            Issue.record("\(record)")
            return
        }
        #expect(parcels.first.map { $0.at >= until } == true, "nothing before the probe: \(until)")
        #expect(again.lines.of("channel.closed").count == 1)
        #expect(try again.register.status().channels == [], "the probe went well")
    }

    @Test("sessions take a message each, and the next only when the last is settled")
    func sessions() throws {
        let bench = try bench()
        let register = bench.register
        let most = Mutex(0)
        bench.script = { _ in
            // Called while the message is being handed over: everything that is claimed by now is in somebody's hands.
            let claimed = (try? register.status().messages[.claimed]) ?? 99
            most.withLock { $0 = max($0, claimed) }
            return .fine
        }
        let rules = bench.rules
        let few = Rules(policy: bench.policy, mail: rules.mail, webhook: rules.webhook, mailSessions: 3)
        try bench.engine(VirtualClock(from: start, until: at("2026-04-01T00:00:00Z")), rules: few).run()
        #expect(most.withLock { $0 } == 3)
        #expect(try register.status().messages == [.delivered: Self.many.count])
    }

    @Test("a quota lets so many leave in a minute and on a day; the rest waits for the next and counts no try")
    func quota() throws {
        let bench = try bench()
        let rules = bench.rules
        let scarce = Rules(
            policy: bench.policy, mail: rules.mail, webhook: rules.webhook,
            quota: Quota(rate: Rate(10, per: .min), perDay: 25))
        try bench.engine(VirtualClock(from: start, until: at("2026-04-02T00:00:00Z")), rules: scarce).run()
        let minutes = Dictionary(grouping: bench.sent.parcels) { firstMail.milliseconds(until: $0.at) / 60_000 }
        let today = minutes.filter { $0.key < 600 }.mapValues(\.count)
        #expect(today == [0: 10, 1: 10, 2: 5], "\(today)")
        #expect(bench.sent.parcels.count == 40)
        #expect(bench.sent.parcels.allSatisfy { $0.attempt == 1 })
        let next = bench.sent.parcels.filter { $0.at > firstMail.adding(seconds: 36_000) }.map(\.at).min()
        #expect(next.map { $0 >= at("2026-03-31T08:00:00Z") || $0 >= at("2026-03-30T23:00:00Z") } == true)
        #expect(try bench.register.status().messages == [.delivered: 40])
    }

    @Test("a restart in the middle of the day gives no new quota")
    func quotaRestart() throws {
        let scratch = try Scratch()
        func run(_ store: Store, from: Instant, until: Instant) throws -> Int {
            let bench = try Bench(store, brake: Brake(messages: 1_000, perPerson: 1_000))
            if from == start {
                try bench.adopt(Self.many)
                try bench.arm()
            }
            let rules = bench.rules
            let scarce = Rules(
                policy: bench.policy, mail: rules.mail, webhook: rules.webhook, quota: Quota(rate: nil, perDay: 25))
            try bench.engine(VirtualClock(from: from, until: until), rules: scarce).run()
            try store.close()
            return bench.sent.parcels.count
        }
        let noon = firstMail.adding(seconds: 4 * 3_600)
        #expect(try run(scratch.store(), from: start, until: noon) == 25)
        #expect(try run(scratch.store(), from: noon, until: noon.adding(seconds: 7_200)) == 0)
    }
}
