// The look through the register that follows a change of rules: read ahead or not, in one go or in two, it decides the
// same.

import CivilTime
import Register
import Reminders
import Testing

@testable import Service

@Suite("A look through the register")
struct LookTests {
    private let dates = ["2026-03-31", "2026-04-30", "2026-05-29", "2026-06-30", "2026-09-30"]

    /// What comes of some targets.
    private struct Found: Equatable {
        var said: [CheckDecision] = []
        var moved: [NextCheck] = []

        func some(_ targets: ClosedRange<Int64>) -> Found {
            Found(
                said: said.filter { targets.contains($0.target.value) },
                moved: moved.filter { targets.contains($0.target.value) })
        }
    }

    private func looked(_ bench: Bench, after point: Int64 = 0, stretch: Int) throws -> Found {
        let ahead = try LookAhead(
            through: bench.register, after: TargetID(point), under: bench.policy, at: start, stretch: stretch)
        defer { ahead.stop() }
        var found = Found()
        while let some = try ahead.next() {
            let last = [some.checked.last?.decision.target, some.moved.last?.target].compactMap { $0 }.max()
            #expect(some.count <= stretch && some.checked.count + some.moved.count == some.count && last == some.last)
            found.said += some.checked.map(\.decision)
            found.moved += some.moved
        }
        return found
    }

    @Test("on disk it is read ahead on another connection, and decides the same as in memory", arguments: [1, 2, 9])
    func ahead(_ stretch: Int) throws {
        let scratch = try Scratch()
        let (memory, disk) = (try Bench.armed(dates), try Bench.armed(dates, in: scratch.store()))
        let expected = try looked(memory, stretch: 9)
        #expect(expected.said.count == 1 && expected.moved.count == dates.count - 1)
        #expect(expected.moved.allSatisfy { $0.at != nil })
        #expect(try looked(disk, stretch: stretch) == expected)
        #expect(try looked(disk, after: 3, stretch: stretch) == expected.some(4...9))
        #expect(try looked(memory, after: 3, stretch: stretch) == expected.some(4...9))
        try disk.register.close()
    }

    @Test("of many targets that are due together the log says once how long they took, of a few nothing")
    func manyDue() throws {
        for (count, lines) in [(64, 1), (63, 0)] {
            let bench = try Bench.armed(Array(repeating: "2026-04-30", count: count))
            _ = try bench.run(until: start.adding(seconds: 60))
            #expect(bench.lines.of("register.checked").count == lines, "\(count) targets")
        }
    }

    @Test("one that is given up leaves nobody waiting, and the register can be closed")
    func givenUp() throws {
        let scratch = try Scratch()
        let bench = try Bench.armed(dates, in: scratch.store())
        let ahead = try LookAhead(
            through: bench.register, after: TargetID(0), under: bench.policy, at: start, stretch: 1)
        #expect(try ahead.next()?.last == TargetID(1))
        ahead.stop()
        try bench.register.close()
    }

    @Test("one that was cut short by a crash goes on where it had come to, and the same is sent")
    func cutShort() throws {
        let whole = try Bench.armed(dates)
        let expected = try whole.run(until: at("2026-06-01T00:00:00Z")).map(\.facts)
        let scratch = try Scratch()
        let bench = try Bench.armed(dates, in: scratch.store())
        let begun = try looked(bench, stretch: 2)
        try bench.register.lookAgain(at: start)
        let first = begun.some(1...2)
        _ = try bench.register.record(first.said, moving: first.moved, look: .through(TargetID(2)), at: start)
        #expect(try bench.register.lookPoint() == TargetID(2))
        #expect(try bench.run(until: at("2026-06-01T00:00:00Z")).map(\.facts) == expected)
        #expect(try bench.register.lookPoint() == nil)
        #expect(bench.lines.of("register.looked_through").count == 1)
        try bench.register.close()
    }
}
