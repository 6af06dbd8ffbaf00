// One target that cannot be checked does not stop the others.

import CivilTime
import Register
import Reminders
import Testing

@Suite("A target that is put off")
struct PutOffTests {
    @Test("is due again when its time comes, and stands on the worklist once")
    func putOff() throws {
        let bench = try Bench.armed()
        let target = try #require(try bench.register.dueChecks(at: instant(), limit: 1).first)
        let later = instant().adding(seconds: 3_600)
        for _ in 0..<2 { try bench.register.putOff(target, until: later, because: "it reads badly", at: instant()) }
        #expect(try !bench.register.dueChecks(at: instant(), limit: 10).contains(target))
        #expect(try bench.register.dueChecks(at: later, limit: 10).contains(target))
        let rows = try bench.register.worklist().filter { $0.kind == .unreadable }
        #expect(rows.map(\.text) == ["it reads badly"])
    }
}
