import CivilTime
import Reminders
import Simulation
import Testing

@Suite("A comparison of settings")
struct ComparisonTests {
    private let end = CivilDate(iso: "2026-06-30") ?? .min

    @Test("finds nothing between settings and themselves")
    func same() throws {
        let bench = try Bench.armed(["2026-04-30", "2026-05-29"])
        let comparison = try compare(bench, bench.policy)
        #expect(comparison.changes.isEmpty)
        #expect(comparison.unchanged > 4)
    }

    @Test("tells what is added, dropped and moved, each with both days, and the rest stays")
    func changed() throws {
        let bench = try Bench.armed()
        let comparison = try compare(
            bench,
            bench.policy.with([
                Stage(name: "fortnight-before", rule: .lead(.days(14))),
                Stage(name: "week-before", rule: .lead(.days(10))),
                Stage(name: "due-day", rule: .onTheDay), Stage(name: "overdue", rule: .overdue(everyWorkingDays: 10)),
            ]))
        func of(_ kind: Comparison.Kind) -> [Comparison.Change] { comparison.changes.filter { $0.kind == kind } }
        #expect(of(.added).map(\.stage) == ["fortnight-before"])
        #expect(of(.added).map(\.newDay) == [CivilDate(iso: "2026-04-16")])
        #expect(Set(of(.dropped).map(\.stage)) == ["month-before", "deputy", "manager-warning"])
        #expect(of(.dropped).allSatisfy { $0.newDay == nil && $0.oldDay != nil })
        #expect(of(.moved).map(\.stage) == ["week-before"])
        #expect(of(.moved).map(\.oldDay) == [CivilDate(iso: "2026-04-23")])
        #expect(of(.moved).map(\.newDay) == [CivilDate(iso: "2026-04-20")])
        #expect(comparison.unchanged > 1, "the day itself and the repeats stay")
    }

    @Test("what moves past the last day, or comes from after it, has moved; what both say only after it is left out")
    func horizon() throws {
        let bench = try Bench.armed(["2026-05-29"])
        let later = bench.policy.with([
            Stage(name: "week-before", rule: .lead(.days(3))), Stage(name: "due-day", rule: .onTheDay),
        ])
        let last = try #require(CivilDate(iso: "2026-05-24"))
        let changes = try compare(bench, later, until: last).changes
        let moved = try #require(changes.first { $0.stage == "week-before" })
        #expect((moved.kind, moved.newDay) == (.moved, CivilDate(iso: "2026-05-26")))
        #expect(!changes.contains { $0.stage == "due-day" || $0.stage == "overdue" })
        let back = try compare(bench, bench.policy, until: last)
        #expect(back.changes.isEmpty && back.unchanged == 2, "a month before and a week before")
    }

    @Test("a bank holiday announced nine days before moves what was to leave on it")
    func holiday() throws {
        let bench = try Bench.armed(["2026-04-23"])
        let day = try #require(CivilDate(iso: "2026-04-23"))
        let comparison = try compare(bench, bench.policy.withHoliday(on: day))
        let moved = try #require(comparison.changes.first { $0.stage == "due-day" })
        #expect((moved.kind, moved.oldDay, moved.newDay) == (.moved, day, day.adding(days: -1)))
    }

    @Test("a plan whose messages become thin tells the same people the same things on the same days")
    func thin() throws {
        let bench = try Bench.armed(["2026-04-30"])
        let plan = bench.policy.defaults
        let thin = PlanPolicy(
            schedule: plan.schedule, calendar: plan.calendar, window: plan.window,
            letterhead: Letterhead(isThin: true))
        #expect(try compare(bench, bench.policy.with(thin)).changes.isEmpty)
    }

    private func compare(_ bench: Bench, _ other: Policy, until last: CivilDate? = nil) throws -> Comparison {
        let forecasts = try [bench.policy, other].map {
            try Forecast(of: bench.register, under: $0, arming: nil, from: start, until: end, lookingAgain: true)
        }
        return Comparison(forecasts[0], forecasts[1], until: last ?? end, zone: .utc)
    }
}

extension Policy {
    /// The same with another schedule for every plan.
    fileprivate func with(_ stages: [Stage]) -> Policy {
        with(
            PlanPolicy(
                schedule: Schedule(name: "other", stages: stages), calendar: defaults.calendar,
                window: defaults.window))
    }

    fileprivate func withHoliday(on day: CivilDate) -> Policy {
        let calendar = defaults.calendar
        let announced = BankHolidays([calendar.division: [day: "A day of mourning"]])
        return with(
            PlanPolicy(
                schedule: defaults.schedule,
                calendar: WorkingCalendar(
                    zone: calendar.zone, division: calendar.division, holidays: calendar.holidays.merging(announced)),
                window: defaults.window))
    }

    fileprivate func with(_ plan: PlanPolicy) -> Policy {
        Policy(
            mode: mode, administrator: administrator, defaults: plan, plans: plans, rules: rules, brake: brake,
            correspondence: correspondence)
    }
}
