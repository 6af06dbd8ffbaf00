// Looking through the whole register after a change of rules: how far it has come is never forgotten.

import CivilTime
import Reminders
import Testing

@testable import Register

@Suite("A look through the register")
struct LookTests {
    private func decisions(_ bench: Bench) throws -> [CheckDecision] {
        try ["gates/1.1", "gates/1.2"].map { reference in
            let facts = try bench.facts(reference)
            return CheckDecision(
                target: facts.id, version: facts.version, reminders: [], refusals: [], nextCheck: instant(99))
        }
    }

    private func bench() throws -> Bench {
        let bench = try Bench.armed([.due("2026-04-30"), .due("2026-05-31")])
        try bench.settleChecks(at: instant())
        return bench
    }

    @Test("is due at once from its first row to its last, and keeps the mark of its rules")
    func course() throws {
        let bench = try bench()
        #expect(try bench.register.lookPoint() == nil && bench.register.rulesMark() == nil)
        try bench.register.lookAgain(mark: "a", at: instant(1))
        #expect(try bench.register.lookPoint() == TargetID(0) && bench.register.rulesMark() == "a")
        #expect(try bench.register.earliestCheck() == .distantPast)
        _ = try bench.register.record([decisions(bench)[0]], look: .through(TargetID(1)), at: instant(2))
        #expect(try bench.register.lookPoint() == TargetID(1))
        _ = try bench.register.record([decisions(bench)[1]], look: .ended, at: instant(3))
        #expect(try bench.register.lookPoint() == nil)
        #expect(try bench.register.earliestCheck() == instant(99))
        try bench.register.lookAgain(at: instant(4))
        #expect(try bench.register.rulesMark() == "a")
    }

    @Test("goes no further where its decisions cannot be written, and none of them is")
    func together() throws {
        let bench = try bench()
        try bench.register.lookAgain(at: instant(1))
        let facts = try bench.facts()
        let stranger = Reminder(
            key: ReminderKey(
                target: facts.id, revision: 1, stage: "lead", repetition: 1, recipient: PersonID(99), channel: .email,
                mode: .live), kind: .lead, plan: facts.plan.id, owner: nil, role: .holder, standIn: nil,
            plannedDay: day("2026-03-01"), window: Bench.window(2), following: Bench.window(3))
        let bad = CheckDecision(
            target: facts.id, version: facts.version, reminders: [stranger], refusals: [], nextCheck: nil)
        #expect(throws: RegisterError.self) {
            try bench.register.record([try decisions(bench)[1], bad], look: .through(TargetID(2)), at: instant(2))
        }
        #expect(try bench.register.lookPoint() == TargetID(0))
        let due = try bench.register.facts(of: [TargetID(2)], mode: .live) { _ in day("2026-03-01") }
        #expect(due.targets.first?.nextCheck == instant(40 * 86_400))
    }

    @Test("of several decisions, the one whose target has changed writes nothing")
    func stale() throws {
        let bench = try bench()
        let decisions = try decisions(bench)
        try bench.register.write(at: instant(1)) { try $0.touch(TargetID(1)) }
        #expect(try bench.register.record(decisions, at: instant(2)).map(\.isStale) == [true, false])
        #expect(try bench.register.dueChecks(at: instant(2), limit: 9) == [TargetID(1)])
    }

    @Test("decisions made meanwhile go into the same transaction, and where one cannot be made none is written")
    func meanwhile() throws {
        struct Gone: Error {}
        let bench = try bench()
        let decisions = try decisions(bench)
        var rest = [[decisions[1]], []]
        func next() -> [CheckDecision]? { rest.isEmpty ? nil : rest.removeFirst() }
        #expect(throws: Gone.self) {
            try bench.register.record([decisions[0]], at: instant(1)) {
                guard let some = next() else { throw Gone() }
                return some
            }
        }
        #expect(try bench.register.earliestCheck() != instant(99))
        rest = [[decisions[1]], []]
        #expect(try bench.register.record([decisions[0]], at: instant(1), then: next).map(\.isStale) == [false, false])
        #expect(try bench.register.earliestCheck() == instant(99))
    }

    @Test("no reminder leaves while it is under way; a look that has ended is not begun by a late word of it")
    func first() throws {
        let bench = try Bench.waiting()
        try bench.register.lookAgain(at: instant(86_400))
        #expect(try bench.claim(at: instant(86_400)).claims.isEmpty)
        _ = try bench.register.record([], look: .ended, at: instant(86_400))
        _ = try bench.register.record([], look: .through(TargetID(1)), at: instant(86_400))
        #expect(try bench.register.lookPoint() == nil)
        #expect(try bench.claim(at: instant(86_400)).claims.count == 1)
    }
}
