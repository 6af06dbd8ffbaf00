import CivilTime
import Delivery
import Reminders
import Service
import Simulation
import Testing

@Suite("A reload or a start with other schedules")
struct MovedStageTests {
    /// After the month before was told on 30 March, a month before the 30th of April.
    private let reload = at("2026-04-01T12:00:00Z")

    @Test(
        "sends nothing again that was sent, and what is new on its own day",
        arguments: [
            ([("month-before", StageRule.lead(.days(20))), ("due-day", .onTheDay)], ["due-day"], "a stage that moved"),
            (
                [("four-weeks-before", .lead(.days(31))), ("due-day", .onTheDay)], ["due-day"],
                "a stage under another name on an earlier day"
            ),
            (
                [("month-before", .lead(.months(1))), ("soon", .lead(.days(27))), ("due-day", .onTheDay)],
                ["soon", "due-day"], "a stage before the next check of the old schedule"
            ),
        ] as [([(String, StageRule)], [String], Comment)])
    func moved(stages: [(String, StageRule)], expected: [String], sentence: Comment) throws {
        let bench = try Bench.armed()
        let other = Schedule(name: "other", stages: stages.map { Stage(name: $0.0, rule: $0.1) })
        let fresh = Rules(
            policy: bench.policy.with(other), mail: bench.rules.mail, webhook: bench.rules.webhook)
        bench.reread = { fresh }
        let inbox = bench.inbox
        let parcels = try bench.run(
            until: at("2026-05-01T00:00:00Z"), [Appointment(at: reload) { inbox.put(.reload) }])
        let told = parcels.filter { $0.facts.kind == .reminders }
        #expect(told.first?.facts.entries.map(\.stage) == ["month-before"], sentence)
        #expect(told.dropFirst().flatMap { $0.facts.entries.map(\.stage) } == expected, sentence)
        #expect(bench.lines.of("configuration.reloaded").count == 1, sentence)
        #expect(Set(told.map(\.facts.id)).count == told.count, sentence)
    }

    @Test(
        "a start looks at every target again where its settings are not those of the last look",
        arguments: [
            ("other settings", "2026-04-02", "they changed while the service was down"),
            ("settings", "2026-04-23", "they are said to be the same, so the check of the week before is the next"),
        ] as [(String, String, Comment)])
    func restarted(mark: String, soon: String, sentence: Comment) throws {
        let bench = try Bench.armed()
        func run(_ policy: Policy, mark: String, from: Instant, until: Instant) throws -> [MessageFacts] {
            let rules = Rules(policy: policy, mail: bench.rules.mail, webhook: bench.rules.webhook, mark: mark)
            let before = bench.sent.parcels.count
            try bench.engine(VirtualClock(from: from, until: until), rules: rules).run()
            return bench.sent.parcels.dropFirst(before).map(\.facts).filter { $0.kind == .reminders }
        }
        let first = try run(bench.policy, mark: "settings", from: start, until: reload)
        #expect(first.flatMap { $0.entries.map(\.stage) } == ["month-before"], sentence)
        let stages = [("month-before", StageRule.lead(.months(1))), ("soon", .lead(.days(27))), ("due-day", .onTheDay)]
        let other = Schedule(name: "other", stages: stages.map { Stage(name: $0.0, rule: $0.1) })
        let told = try run(bench.policy.with(other), mark: mark, from: reload, until: at("2026-05-01T00:00:00Z"))
        #expect(told.flatMap { $0.entries.map(\.stage) } == ["soon", "due-day"], sentence)
        #expect(told.first.map { "\($0.day)" } == soon, sentence)
    }
}

extension Policy {
    fileprivate func with(_ schedule: Schedule) -> Policy {
        Policy(
            mode: mode, administrator: administrator,
            defaults: PlanPolicy(schedule: schedule, calendar: defaults.calendar, window: defaults.window),
            plans: plans, rules: rules, brake: brake, correspondence: correspondence)
    }
}
