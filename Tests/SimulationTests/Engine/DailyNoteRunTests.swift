import CivilTime
import Reminders
import Service
import Simulation
import Testing

@Suite("The daily note in the running service")
struct DailyNoteRunTests {
    @Test(
        "while nothing changes it comes ever more rarely, at the opening of the window, also over a restart, for ever")
    func rarer() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        let first = try bench.run(until: at("2026-03-04T12:00:00Z"))
        let second = try bench.run(from: at("2026-03-04T12:30:00Z"), until: at("2026-04-30T00:00:00Z"))
        // After 1, 2, 5 and then every 10 working days; summer time and Easter come in between.
        #expect(
            (first + second).map(\.at.rfc3339).map { $0.prefix(16) } == [
                "2026-03-02T09:00", "2026-03-03T09:00", "2026-03-05T09:00", "2026-03-12T09:00", "2026-03-26T09:00",
                "2026-04-13T08:00", "2026-04-27T08:00",
            ])
    }

    @Test("anything new is said on its first day, with all the rest; what went away is no news")
    func news() throws {
        let bench = try Bench()
        try bench.adopt(["2026-04-30"])
        try bench.run(until: at("2026-03-13T00:00:00Z"))
        try bench.adopt(["2026-06-30"], as: "fences")
        let second = try bench.run(from: at("2026-03-13T00:00:00Z"), until: at("2026-03-14T00:00:00Z"))
        #expect(second.map(\.facts.paragraphs.count) == [2])
        try bench.arm("fences")
        #expect(try bench.run(from: at("2026-03-14T00:00:00Z"), until: at("2026-03-17T00:00:00Z")).isEmpty)
        _ = try bench.register.disarm("fences", because: "a test", by: amy, at: at("2026-03-17T00:00:00Z"))
        let back = try bench.run(from: at("2026-03-17T00:00:00Z"), until: at("2026-03-18T00:00:00Z"))
        #expect(back.map(\.facts.paragraphs.count) == [2])
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
