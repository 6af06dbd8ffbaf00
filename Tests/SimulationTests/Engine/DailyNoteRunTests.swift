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

    /// Wing 1 of two plans has a deputy, and nobody holds it.
    private func leaderless(_ settings: String) throws -> Bench {
        let bench = try Bench(settings: "introduction: false\n\(settings)")
        for name in ["gates", "fences", "yards"] { try bench.adopt(["2026-04-30"], as: name) }
        for name in ["gates", "fences"] { try bench.arm(name) }
        _ = try bench.register.adoptOwners(
            [OwnerEntry(post: "Head of Wing 1", aliases: [], holder: nil, deputy: .person("Dee 1"), manager: nil)],
            by: amy, at: start)
        return bench
    }

    @Test("while a post cannot be told it comes on each working day")
    func exceptions() throws {
        let bench = try leaderless("")
        let notes = try bench.run(until: at("2026-03-10T00:00:00Z")).filter { $0.facts.kind == .notice }
        #expect(
            notes.map(\.facts.day).map { "\($0)" } == [
                "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06", "2026-03-09",
            ])
    }

    @Test("what lies in a plan with an administrator of its own goes to them alone, under its marking")
    func ownAdministrator() throws {
        let bench = try leaderless(
            """
            plans:
              gates: {administrator: {name: Gil Own, email: gil@gates.example}, marking: OFFICIAL}
              yards: {administrator: {name: Gil Own, email: gil@gates.example}, marking: OFFICIAL}
            """)
        let notes = try bench.run(until: at("2026-03-03T00:00:00Z")).filter { $0.facts.kind == .notice }.map(\.facts)
        #expect(notes.map(\.recipient.name) == ["Ada Min", "Gil Own"])
        #expect(
            notes.map(\.subject) == [
                "duewatch: waiting for you on 2 March 2026",
                "OFFICIAL: duewatch: waiting for you in 2 plans on 2 March 2026",
            ])
        #expect(notes.map(\.marking) == [nil, "OFFICIAL"])
        #expect(notes[0].paragraphs.count == 1)
        #expect(notes[0].paragraphs[0].contains("goes to Dee 1, the next on its ladder: fences/1.1."))
        #expect(notes[1].paragraphs.count == 2)
        #expect(notes[1].paragraphs[0].contains("of the plan yards waits to be armed"))
        #expect(notes[1].paragraphs[1].contains(": gates/1.1."))
    }

    @Test("of a plan whose text may not travel the note names no post")
    func thin() throws {
        let bench = try leaderless("plans: {gates: {thin: true}}")
        let notes = try bench.run(until: at("2026-03-03T00:00:00Z")).filter { $0.facts.kind == .notice }.map(\.facts)
        #expect(notes.map(\.isThin) == [false, true])
        #expect(notes[0].paragraphs.joined().contains("Head of Wing 1"))
        #expect(!notes[1].paragraphs.joined().contains("Wing"))
        #expect(notes[1].paragraphs.joined().contains("gates/1.1"))
    }

    @Test("a note of one plan is said again by its own rhythm, whatever the others say")
    func rhythms() throws {
        let bench = try Bench(
            settings: "introduction: false\nplans: {gates: {administrator: {name: Gil, email: gil@gates.example}}}")
        try bench.adopt(["2026-04-30"])
        try bench.run(until: at("2026-03-04T00:00:00Z"))
        try bench.adopt(["2026-06-30"], as: "fences")
        let notes = try bench.run(from: at("2026-03-04T00:00:00Z"), until: at("2026-03-13T00:00:00Z"))
        #expect(
            notes.map { "\($0.facts.recipient.name) \($0.facts.day)" } == [
                "Ada Min 2026-03-04", "Ada Min 2026-03-05", "Gil 2026-03-05", "Ada Min 2026-03-09", "Gil 2026-03-12",
            ])
    }
}
