// The rung above the deputy: a warning, a proposal, and what an administrator makes of it.

import CivilTime
import Testing

@testable import Reminders

@Suite("Rungs above the deputy")
struct ProposalTests {
    private static let stages = [
        Stage(name: "overdue", rule: .overdue(everyWorkingDays: 100)),
        Stage(name: "deputy", rule: .rung(.deputy, afterWorkingDays: 5)),
        Stage(name: "manager", rule: .rung(.manager, afterWorkingDays: 5)),
    ]
    private static let below = [
        "2024-05-01 overdue to Ada", "2024-05-09 deputy to Dora", "2024-05-14 manager-warning to Ada",
    ]

    private func register(_ decides: ProposalState) throws -> RehearsalRegister {
        var register = RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london("2024-04-30 10:00"),
            policy: try Sample.policy(Schedule(name: "sample", stages: Self.stages)))
        register.decides = decides
        return register
    }

    @Test("nobody decides: the holder is warned two working days before, and the manager is not told")
    func waits() throws {
        var register = try register(.proposed)
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Self.below)
        #expect(register.proposals.map(\.opensOn) == [try day("2024-05-16")])
        #expect(register.refusals.map(\.reason) == [.notReleased])
    }

    @Test("released, it is told on its day")
    func released() throws {
        var register = try register(.released)
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Self.below + ["2024-05-16 manager to Max"])
    }

    @Test("released weeks after its day, it is told in the next window")
    func releasedLate() throws {
        var register = try register(.proposed)
        register.run(until: try london("2024-06-07 12:00"))
        register.change { $0.decides = .released }
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Self.below + ["2024-06-07 manager to Max"])
    }

    @Test("stopped, the manager is never told, and the ledger says why")
    func stopped() throws {
        var register = try register(.proposed)
        register.run(until: try london("2024-05-14 12:00"))
        register.change { $0.decides = .stopped(because: "settled by telephone") }
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Self.below)
        #expect(register.refusals.map(\.reason) == [.stopped(because: "settled by telephone")])
    }

    @Test("stopped before the warning has left, not even that is told")
    func stoppedEarly() throws {
        var register = try register(.stopped(because: "a mistake"))
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Array(Self.below.prefix(2)))
    }

    @Test("a warning that left late puts the rung off: two working days lie between them")
    func lateWarning() throws {
        var register = try register(.released)
        register.run(until: try london("2024-05-13"))
        register.sleep(until: try london("2024-05-20 10:00"))
        register.run(until: try london("2024-08-01"))
        #expect(register.said.suffix(2) == ["2024-05-20 manager-warning to Ada", "2024-05-22 manager to Max"])
    }

    @Test("a warning that waits in a pause opens nothing")
    func paused() throws {
        var register = try register(.released)
        register.run(until: try london("2024-05-13"))
        register.isPaused = true
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Array(Self.below.prefix(2)))
        #expect(register.proposals.count == 1)
    }

    @Test("an answer before its day ends it")
    func answered() throws {
        var register = try register(.released)
        register.run(until: try london("2024-05-15"))
        register.change { $0.owners = [Sample.owner(answer: .done)] }
        register.run(until: try london("2024-08-01"))
        #expect(register.said == Self.below)
    }

    @Test("what waits to leave is dropped when it is stopped")
    func stale() throws {
        let target = Sample.target(
            try Sample.due("2024-04-30"), armed: try london("2024-04-30"),
            proposals: [
                ProposalFacts(owner: OwnerID(1), stage: "manager", occurrence: nil, state: .stopped(because: "no"))
            ])
        let freezing = Freezing(under: try Sample.policy(), at: try london("2024-05-16 10:00"))
        let rung = Sample.reminder(
            target, .escalated, stage: "manager", role: .manager, recipient: Sample.max.id,
            planned: try day("2024-05-16"))
        let warning = Sample.reminder(target, .warned, stage: "manager-warning", planned: try day("2024-05-14"))
        #expect(freezing.staleness(of: rung) == .stopped(because: "no"))
        #expect(freezing.staleness(of: warning) == .stopped(because: "no"))
    }
}
