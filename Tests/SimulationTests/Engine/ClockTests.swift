import CivilTime
import Reminders
import Service
import Simulation
import Testing

@Suite("The service and the clock")
struct ClockTests {
    private let firstMail = at("2026-03-30T08:00:00Z")

    @Test("a clock that is set back sends nothing again, and what comes after is told all the same")
    func setBack() throws {
        let bench = try Bench.armed()
        let end = at("2026-05-30T00:00:00Z")
        let clock = SteppingClock(
            VirtualClock(from: start, until: end), at: at("2026-04-30T12:00:00Z"), by: -14 * 86_400_000)
        try bench.engine(clock).run()
        let stages = bench.sent.parcels.flatMap(\.facts.entries).map { "\($0.stage) \($0.repetition)" }
        #expect(stages.prefix(4) == ["month-before 1", "week-before 1", "due-day 1", "overdue 1"])
        #expect(Set(stages).count == stages.count, "nothing twice: \(stages)")
        #expect(bench.lines.of("clock.stepped").count == 1)
    }

    @Test("an idle service waits for the next window, the next check and the beat, and for nothing else")
    func idle() throws {
        let bench = try Bench.armed()
        let clock = CountingClock(VirtualClock(from: start, until: firstMail))
        try bench.engine(clock).run()
        // Twenty working days from 2 to 27 March, the check that is due, and the end.
        #expect((20...23).contains(clock.deadlines.count), "it woke \(clock.deadlines.count) times in four weeks")
    }

    @Test("with a watchdog an idle service wakes for its beats besides, and no more")
    func idleWithBeats() throws {
        let bench = try Bench.armed()
        bench.notification = ServiceNotification(
            environment: ["WATCHDOG_USEC": "60000000", "NOTIFY_SOCKET": ""], processID: 1)
        let clock = CountingClock(VirtualClock(from: start, until: start.adding(seconds: 1_800)))
        try bench.engine(clock).run()
        #expect((59...62).contains(clock.deadlines.count), "it woke \(clock.deadlines.count) times in half an hour")
    }

    @Test("the loop never spins, whatever stands in the way", arguments: Obstacle.allCases)
    func neverSpins(_ obstacle: Obstacle) throws {
        let bench = try Bench.armed(
            ["2026-03-30", "2026-03-30"], brake: obstacle == .brake ? Brake(messages: 1, perPerson: 1) : .standard)
        switch obstacle {
        case .pause: try bench.register.pause(because: "a test", by: amy, at: start)
        case .stoppedChannel: bench.script = { _ in .badPassword }
        case .brake: break
        }
        let clock = CountingClock(VirtualClock(from: start, until: at("2026-03-06T00:00:00Z")))
        try bench.engine(clock).run()
        #expect(clock.deadlines.count < 30, "\(obstacle): it woke \(clock.deadlines.count) times in four days")
    }

    enum Obstacle: CaseIterable { case pause, stoppedChannel, brake }
}
