// Many targets that are due at once: read ahead on another connection or not, they are decided and recorded the same.

import CivilTime
import Register
import Reminders
import Testing

@testable import Service

@Suite("Many targets that are due at once")
struct DueTargetsTests {
    private static let count = 300
    private let dates = (0..<count).map { "2026-0\($0 % 3 + 3)-30" }

    private func decided(_ bench: Bench, _ due: [TargetID]) throws -> [[CheckDecision]] {
        let found = try DueTargets(due, from: bench.register, under: bench.policy, shut: [.email], at: start)
        defer { found.stop() }
        var all: [[CheckDecision]] = []
        while let some = try found.next() { all.append(some.map(\.decision)) }
        // Nothing was told yet, so that nothing waits in a channel that is shut.
        #expect(found.stuck.isEmpty && found.unreadable.isEmpty)
        return all
    }

    @Test("on disk they come a stretch at a time, and decided as in memory, in the order in which they were asked for")
    func ahead() throws {
        let scratch = try Scratch()
        let (memory, disk) = (try Bench.armed(dates), try Bench.armed(dates, in: scratch.store()))
        let due = try memory.register.dueChecks(at: start, limit: Self.count)
        #expect(due.count == Self.count)
        let backwards = Array(due.reversed()) + [TargetID(9_999)]
        let (expected, found) = (try decided(memory, backwards), try decided(disk, backwards))
        #expect(expected.map(\.count) == [300])
        #expect(found.map(\.count) == [37, 64, 64, 64, 64, 7])
        #expect(Array(found.joined()) == expected[0])
        #expect(found.joined().map(\.target) == due.reversed())
        #expect(found.joined().contains { !$0.reminders.isEmpty } && found.joined().contains { $0.isSilent })
        try disk.register.close()
    }

    @Test("a run on disk sends what a run in memory sends")
    func run() throws {
        let scratch = try Scratch()
        let (memory, disk) = (try Bench.armed(dates), try Bench.armed(dates, in: scratch.store()))
        let until = at("2026-04-30T00:00:00Z")
        let expected = try memory.run(until: until).map(\.facts)
        #expect(expected.count > Self.count)
        #expect(try disk.run(until: until).map(\.facts) == expected)
        #expect(try disk.register.verifyLedger() == memory.register.verifyLedger())
        try disk.register.close()
    }

    @Test("of those that are given up nobody waits for the rest, and the register can be closed")
    func givenUp() throws {
        let scratch = try Scratch()
        let bench = try Bench.armed(dates, in: scratch.store())
        let due = try bench.register.dueChecks(at: start, limit: Self.count)
        let found = try DueTargets(due, from: bench.register, under: bench.policy, shut: [.email], at: start)
        #expect(try found.next()?.count == 37)
        found.stop()
        try bench.register.close()
    }
}
