import CivilTime
import Delivery
import Reminders
import Service
import Simulation
import Synchronization
import Testing

@Suite("The service and its settings")
struct ReloadTests {
    @Test("settings with a mistake change nothing: the old ones go on")
    func badFile() throws {
        let bench = try Bench.armed()
        let inbox = bench.inbox
        let parcels = try bench.run(
            until: at("2026-04-01T00:00:00Z"), [Appointment(at: at("2026-03-20T12:00:00Z")) { inbox.put(.reload) }])
        #expect(parcels.map { $0.facts.entries.map(\.stage) } == [["month-before"]])
        #expect(bench.lines.of("configuration.kept").count == 1)
        #expect(bench.lines.of("configuration.reloaded").isEmpty)
    }

    @Test(
        "whoever asks for a reload hears what came of it, and it is in force by then",
        arguments: [
            (true, "applied\n/etc/duewatch/duewatch.yaml\nmail is in the clear", "all of it is taken"),
            (false, "kept\n\(Bench.mistake)", "or nothing, with each mistake and its line"),
        ])
    func asked(isSound: Bool, answer: String, sentence: Comment) throws {
        let bench = try Bench.armed()
        let plain = bench.rules
        let fresh = Rules(
            policy: plain.policy, mail: plain.mail, webhook: plain.webhook, warnings: ["mail is in the clear"],
            source: SettingsSource(file: "/etc/duewatch/duewatch.yaml", words: "mode: live"))
        if isSound { bench.reread = { fresh } }
        let inbox = bench.inbox
        let heard = Mutex<[String]>([])
        try bench.run(
            until: at("2026-03-20T18:00:00Z"),
            [
                Appointment(at: at("2026-03-20T12:00:00Z")) {
                    inbox.put(.asked(Asked(.reload) { text in heard.withLock { $0.append(text) } }))
                },
                Appointment(at: at("2026-03-20T13:00:00Z")) {
                    inbox.put(.asked(Asked(.settings) { text in heard.withLock { $0.append(text) } }))
                },
            ])
        #expect(heard.withLock { $0 } == [answer, isSound ? "/etc/duewatch/duewatch.yaml\nmode: live" : ""], sentence)
        #expect(ReloadOutcome(answer).map(\.text) == answer, sentence)
    }

    @Test("a service that is about to end says so to whoever asks for a reload")
    func stopping() throws {
        let bench = try Bench.armed()
        let inbox = bench.inbox
        let heard = Mutex<[String]>([])
        let end = at("2026-03-20T12:00:00Z")
        try bench.run(
            until: end,
            [
                Appointment(at: end.adding(seconds: -1)) {
                    inbox.put(.stop)
                    inbox.put(.asked(Asked(.reload) { text in heard.withLock { $0.append(text) } }))
                }
            ])
        #expect(heard.withLock { $0 } == ["stopping"])
    }

    @Test("what was said in rehearsal told nobody, so it is said again when the mode is live")
    func modeChange() throws {
        let bench = try Bench.armed(mode: .rehearsal)
        let live = try Bench(bench.register, mode: .live)
        bench.reread = { live.rules }
        let inbox = bench.inbox
        let rehearsed = try bench.run(
            until: at("2026-04-02T00:00:00Z"), [Appointment(at: at("2026-04-01T12:00:00Z")) { inbox.put(.reload) }])
        #expect(rehearsed.map(\.facts.mode) == [.rehearsal])
        #expect(live.sent.parcels.map(\.facts.mode) == [.live])
        #expect(live.sent.parcels.first?.facts.entries.map(\.stage) == ["month-before"])
        #expect(bench.lines.of("mode.changed").count == 1)
    }

    @Test(
        "a zone or holiday file that is replaced on disk is noticed at the beat, once, and the settings are read again")
    func changedFiles() throws {
        let scratch = try Scratch()
        try scratch.write("old", to: "zone")
        let bench = try Bench.armed()
        bench.notification = ServiceNotification(environment: [:], processID: 1)
        let clock = VirtualClock(
            from: start, until: start.adding(seconds: 3_600),
            appointments: [
                Appointment(at: start.adding(seconds: 600)) {
                    #expect(throws: Never.self) { try scratch.write("newer", to: "zone") }
                }
            ])
        let plain = bench.rules
        let watching = Rules(
            policy: plain.policy, mail: plain.mail, webhook: plain.webhook, files: ["\(scratch.path)/zone"])
        try bench.engine(clock, rules: watching).run()
        #expect(bench.lines.of("files.changed").count == 1)
        #expect(bench.lines.of("configuration.kept").count == 1, "even if the new one cannot be used")
    }

    @Test("each start says every weakened protection")
    func warnings() throws {
        let bench = try Bench.armed()
        bench.warnings = ["mail crosses the network in the clear"]
        try bench.run(until: start.adding(seconds: 60))
        #expect(bench.lines.of("configuration.warning").count == 1)
        #expect(bench.lines.all.contains { $0.contains("mail crosses the network in the clear") })
    }

    @Test(
        "a service says when the bank holidays run out",
        arguments: [
            ("a year ahead is enough", "2027-03-02", "2026-03-02T08:30:00Z", 0, 0),
            ("at the start it looks a year ahead", "2027-02-28", "2026-03-02T08:30:00Z", 1, 0),
            (
                "three months before the end it says so each day, and in the daily note", "2026-05-31",
                "2026-03-03T09:30:00Z", 2, 2
            ),
        ])
    func holidays(_ sentence: String, _ last: String, _ end: String, _ lines: Int, _ notes: Int) throws {
        let bench = try Bench.armed()
        bench.notification = ServiceNotification(environment: [:], processID: 1)
        let plain = bench.rules
        let rules = Rules(
            policy: plain.policy, mail: plain.mail, webhook: plain.webhook, holidayHorizon: CivilDate(iso: last))
        let clock = VirtualClock(from: start, until: at(end))
        try bench.engine(clock, rules: rules).run()
        #expect(bench.lines.of("holidays.end").count == lines, "\(sentence)")
        #expect(bench.sent.parcels.count { $0.facts.kind == .notice } == notes, "\(sentence)")
    }
}
