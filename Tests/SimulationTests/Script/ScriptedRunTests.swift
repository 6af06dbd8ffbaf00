import CivilTime
import Configuration
import Register
import Reminders
import Testing

@testable import Simulation

@Suite("A span of time under a script")
struct ScriptedRunTests {
    /// The decisions from the start on; each as day, word, stage and what follows.
    private func play(_ bench: Bench, _ text: String, until: String = "2026-07-31") throws -> [TranscriptLine] {
        let settings = try Bench.settings(mode: .live)
        let zone = settings.defaults.calendar.zone
        let end = try #require(CivilDate(iso: until))
        let (script, problems) = Script.read(
            text, name: "script", days: zone.date(at: start)...end, zone: zone, endpoints: []
        ) { date in
            ScriptPlan(
                draft: .of([date], edition: "2026-04"),
                source: SourceDigest(name: date, sha256: String(repeating: "a", count: 64)))
        } settings: {
            SettingsFile.load(path: $0, surroundings: Surroundings(holidayFiles: [], today: nil))
        }
        #expect(problems == [])
        return try ScriptedRun(
            of: bench.register, under: settings, script: try #require(script), from: start, until: end
        ).transcript
    }

    private func told(_ lines: [TranscriptLine]) -> [String] {
        lines.filter { $0.what == .event(.messageAccepted) }
            .map { "\($0.day) \($0.stage ?? "")\(($0.repetition ?? 1) > 1 ? " \($0.repetition ?? 1)" : "")" }
    }

    /// Without a word from anybody the sample plan, due on Thursday 30 April, goes so.
    private let silence = [
        "2026-03-30 month-before", "2026-04-23 week-before", "2026-04-30 due-day", "2026-05-01 overdue",
    ]

    @Test(
        "what people and peers do on the way decides who is told",
        arguments: [
            ("", 4, "nobody answers, and it goes on"),
            ("2026-04-01 answer gates/1.1 done", 1, "nothing comes after it is done"),
            ("2026-04-01 answer gates/1.1 done\n2026-04-10 amend gates/1.1", 4, "an answer that is taken back"),
            ("2026-04-01 close gates", 1, "a closed plan is silent"),
            ("2026-04-01 import gates 2026-06-30", 1, "a date that an edition changes waits for its arming"),
            ("2026-04-01 disarm gates", 1, "and so is one that is disarmed"),
            ("2026-04-01 clock +1h\n2026-04-20 clock -1h", 4, "a clock that is set repeats nothing and loses nothing"),
            ("2026-03-30 kill\n2026-04-22 kill sending", 4, "nor does a service that dies"),
            ("2026-04-01 relay down 5d", 4, "a relay that is down while nothing is due is not noticed"),
        ] as [(String, Int, Comment)])
    func people(script: String, count: Int, sentence: Comment) throws {
        let lines = try play(Bench.armed(), script, until: "2026-05-05")
        #expect(told(lines) == Array(silence.prefix(count)), sentence)
    }

    @Test("an edition that comes out on the way is taken in, and its new date is reminded of once it is armed")
    func edition() throws {
        let script = "2026-04-01 import gates 2026-06-30\n2026-04-01 arm gates"
        let lines = try play(try Bench.armed(), script, until: "2026-07-10")
        #expect(
            told(lines) == [
                "2026-03-30 month-before", "2026-05-29 month-before", "2026-06-23 week-before", "2026-06-30 due-day",
                "2026-07-01 overdue",
            ])
    }

    @Test("a hold keeps a stage back until it ends, a new date starts over, and each stands in the transcript")
    func heldAndExtended() throws {
        let lines = try play(
            Bench.armed(),
            """
            2026-03-29 hold gates until 2026-04-10
            2026-04-27 extend gates/1.1 30 June 2026
            """, until: "2026-07-02")
        #expect(
            told(lines) == [
                "2026-04-13 month-before", "2026-04-23 week-before", "2026-05-29 month-before",
                "2026-06-23 week-before", "2026-06-30 due-day", "2026-07-01 overdue",
            ])
        #expect(lines.filter { if case .script = $0.what { true } else { false } }.map(\.words).count == 2)
    }

    @Test("a relay that refuses puts off, and one that dies in the middle is in doubt; either is told once")
    func peers() throws {
        let refused = try play(Bench.armed(), "2026-03-30 08:00 relay refuses 450 3h", until: "2026-04-01")
        #expect(refused.contains { $0.what == .event(.messageDeferred) && $0.stage == "month-before" })
        #expect(told(refused) == ["2026-03-30 month-before"])
        let killed = try play(Bench.armed(), "2026-03-29 kill sending", until: "2026-04-01")
        #expect(killed.map(\.name).filter { ["in doubt", "told"].contains($0) } == ["in doubt", "told"])
        #expect(told(killed) == ["2026-03-30 month-before"])
    }

    @Test("what the register would not have is said and goes on; what it does not know ends the run with the line")
    func refused() throws {
        let lines = try play(Bench.armed(), "2026-04-01 reopen gates\n2026-04-02 release gates/1.1")
        #expect(lines.filter { $0.name == "script, not done" }.count == 2)
        #expect(told(lines).count > 4)
        let fault = #expect(throws: ScriptFault.self) {
            try play(Bench.armed(), "\n2026-04-01 answer gates/1.7 done")
        }
        #expect(fault?.line == 2)
        #expect(fault?.because.contains("there is no target gates/1.7") == true)
    }

    @Test("the register itself is not touched, and the same script gives the same transcript")
    func same() throws {
        let bench = try Bench.armed(["2026-04-30", "2026-06-15"])
        let before = try bench.register.ledger().count
        let script = "2026-04-01 hold gates/1.1 until 2026-05-05\n2026-05-20 relay silent 1d\n2026-06-01 kill sending"
        let first = try play(bench, script)
        #expect(try play(bench, script) == first)
        #expect(first.count > 15)
        #expect(try bench.register.ledger().count == before)
        #expect(bench.sent.parcels.isEmpty)
    }

    @Test("a decision's text has neither the plan's words nor anybody's name")
    func bare() throws {
        let texts = try play(Bench.armed(), "2026-04-01 hold gates/1.1 until 2026-05-05").map(\.text)
        #expect(texts.contains("2026-03-30 09:00 | told | gates/1.1 | month-before | owner 1 | holder | email"))
        #expect(texts.contains("2026-04-01 12:00 | script | hold gates/1.1 until 2026-05-05"))
        #expect(!texts.contains { $0.contains("Wing") || $0.contains("Hal") })
    }
}
