import CivilTime
import Reminders
import Service
import Simulation
import Testing

@Suite("The daily note in the running service")
struct DailyNoteRunTests {
    @Test("it comes once each working day at the opening of the window, also over a restart")
    func oncePerDay() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        let first = try bench.run(until: at("2026-03-04T12:00:00Z"))
        let second = try bench.run(from: at("2026-03-04T12:30:00Z"), until: at("2026-03-10T00:00:00Z"))
        #expect(
            (first + second).map(\.at.rfc3339).map { $0.prefix(16) } == [
                "2026-03-02T09:00", "2026-03-03T09:00", "2026-03-04T09:00", "2026-03-05T09:00", "2026-03-06T09:00",
                "2026-03-09T09:00",
            ])
    }

    @Test("it is never empty: where nothing waits for anybody there is none")
    func neverEmpty() throws {
        let bench = try Bench.armed()
        #expect(try bench.run(until: at("2026-03-27T00:00:00Z")).isEmpty)
    }

    @Test("notes do not pile up behind a pause")
    func paused() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        try bench.register.pause(because: "a test", by: amy, at: start)
        try bench.run(until: at("2026-03-20T00:00:00Z"))
        try bench.register.resume(by: amy, at: at("2026-03-20T00:00:00Z"))
        #expect(try bench.run(from: at("2026-03-20T00:00:00Z"), until: at("2026-03-21T00:00:00Z")).count == 1)
    }
}
