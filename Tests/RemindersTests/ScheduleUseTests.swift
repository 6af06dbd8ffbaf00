import CivilTime
import Reminders
import Testing

@Suite("What the schedules meet in a register")
struct ScheduleUseTests {
    @Test(
        "is warned of where a schedule tells nobody",
        arguments: [
            (
                [("deputy", .rung(.deputy, afterWorkingDays: 5))], false,
                .noStageForDates(schedule: "sample", targets: 1)
            ),
            ([("start", .start), ("midpoint", .midpoint)], false, .noStageForDates(schedule: "sample", targets: 1)),
            ([("overdue", .overdue(everyWorkingDays: 10))], false, nil),
            ([("check-in", .checkIn(everyMonths: 12))], true, nil),
            ([("due-day", .onTheDay)], true, .noCheckIn(schedule: "sample", targets: 1)),
            ([("due-day", .onTheDay)], false, nil),
        ] as [([(String, StageRule)], Bool, ScheduleUse.Warning?)])
    func stages(rules: [(String, StageRule)], isOngoing: Bool, expected: ScheduleUse.Warning?) throws {
        let schedule = Schedule(name: "sample", stages: rules.map { Stage(name: $0.0, rule: $0.1) })
        var use = ScheduleUse(under: try Sample.policy(schedule))
        use.add(Sample.target(isOngoing ? Sample.ongoing : try Sample.due("2027-03-31"), armed: nil))
        #expect(use.warnings == [expected].compactMap { $0 })
    }

    @Test("a rung is warned of only if no post of all its targets has anybody in that role")
    func rungs() throws {
        var use = ScheduleUse(under: try Sample.policy())
        let reading = try Sample.due("2027-03-31")
        use.add(Sample.target(reading, armed: nil, owners: [Sample.owner(deputy: nil, manager: nil)]))
        let nobody = [Role.deputy, .manager].map {
            ScheduleUse.Warning.nobodyOnRung(schedule: "standard", role: $0, targets: 1)
        }
        #expect(use.warnings == nobody)
        use.add(Sample.target(reading, armed: nil, owners: [Sample.owner(2, manager: nil)]))
        #expect(use.warnings == [.nobodyOnRung(schedule: "standard", role: .manager, targets: 2)])
    }

    @Test("a post whose own ladder ends at nobody is named, where its targets are armed and others have somebody")
    func posts() throws {
        var use = ScheduleUse(under: try Sample.policy())
        let (reading, armed) = (try Sample.due("2027-03-31"), try london("2027-01-04 10:00"))
        use.add(Sample.target(reading, armed: armed))
        use.add(Sample.target(reading, armed: armed, owners: [Sample.owner(2, manager: nil)]))
        use.add(Sample.target(reading, armed: armed, owners: [Sample.owner(2, manager: nil)]))
        use.add(Sample.target(reading, armed: nil, owners: [Sample.owner(3, manager: nil)]))
        use.add(Sample.target(Sample.ongoing, armed: armed, owners: [Sample.owner(4, manager: nil)]))
        #expect(
            use.warnings == [
                .ladderEndsAtNobody(post: "Head of Unit 2", schedule: "standard", role: .manager, targets: 2)
            ])
    }

    @Test("a rule is warned of only if it fits nothing that is chased")
    func rules() throws {
        let plain = try Sample.policy()
        func rule(_ number: Int, _ plan: String) -> ScheduleRule {
            var condition = RuleCondition()
            condition.plans = [plan]
            return ScheduleRule(number: number, line: 40 + number, when: condition, schedule: Sample.standard)
        }
        let policy = Policy(
            mode: plain.mode, administrator: plain.administrator, defaults: plain.defaults, plans: [:],
            // The third has nothing left to it, which is told of without looking at any target.
            rules: [rule(1, "remand-2024"), rule(2, "another"), rule(3, "another")], brake: plain.brake,
            correspondence: plain.correspondence)
        var use = ScheduleUse(under: policy)
        #expect(use.warnings.isEmpty, "an empty register gives no ground for a warning")
        use.add(Sample.target(try Sample.due("2027-03-31"), armed: nil))
        #expect(use.warnings == [.ruleFitsNothing(number: 2, line: 42)])
    }

    @Test("what is done, and what has no day, counts for nothing")
    func others() throws {
        var use = ScheduleUse(under: try Sample.policy(Sample.schedule(("check-in", .checkIn(everyMonths: 12)))))
        use.add(Sample.target(try Sample.due("2027-03-31"), armed: nil, status: .completed))
        use.add(Sample.target(nil, armed: nil))
        #expect(use.warnings.isEmpty)
    }
}
