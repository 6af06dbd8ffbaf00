// Which rule chooses a schedule.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("Rules that choose a schedule")
struct ScheduleRuleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let fits: Bool
        let when: @Sendable (inout RuleCondition) -> Void

        var testDescription: String { sentence }
    }

    static let cases = [
        Case(sentence: "a rule for its plan fits", fits: true) { $0.plans = ["remand-2024"] },
        Case(sentence: "a rule for another plan does not", fits: false) { $0.plans = ["probation-2023"] },
        Case(sentence: "one of several plans is enough", fits: true) { $0.plans = ["other", "remand-2024"] },
        Case(sentence: "an additional recommendation is told by its number", fits: true) {
            $0.sections = [.additional]
        },
        Case(sentence: "it is not in the main section", fits: false) { $0.sections = [.main] },
        Case(sentence: "a recommendation is named by its number", fits: true) { $0.recommendations = ["a3"] },
        Case(sentence: "a3 is not 3", fits: false) { $0.recommendations = ["3"] },
        Case(sentence: "one of the bodies it is directed at is enough", fits: true) {
            $0.bodies = ["youth justice board"]
        },
        Case(sentence: "half a body's name is not the body", fits: false) { $0.bodies = ["youth justice boards"] },
        Case(sentence: "an owner is known by the post as printed", fits: true) { $0.owners = ["head of unit 1"] },
        Case(sentence: "an owner is known by another spelling", fits: true) { $0.owners = ["unit head"] },
        Case(sentence: "another owner does not fit", fits: false) { $0.owners = ["head of unit 2"] },
        Case(sentence: "a response fits", fits: true) { $0.responses = [.partlyAgreed, .accepted] },
        Case(sentence: "another response does not", fits: false) { $0.responses = [.agreed] },
        Case(sentence: "a status fits", fits: true) { $0.statuses = [.open] },
        Case(sentence: "another status does not", fits: false) { $0.statuses = [.ongoing] },
        Case(sentence: "one of its labels is enough", fits: true) { $0.labels = ["costly", "urgent"] },
        Case(sentence: "a label that it has not does not fit", fits: false) { $0.labels = ["urgent"] },
        Case(sentence: "two fields have to fit both", fits: false) {
            $0.labels = ["costly"]
            $0.plans = ["other"]
        },
        Case(sentence: "nothing named fits everything", fits: true) { _ in },
    ]

    private static func target() throws -> TargetFacts {
        Sample.target(
            try Sample.due("2024-04-30"), armed: nil, number: "a3",
            directedAt: "The Ministry of Justice, and the Youth Justice Board", response: .accepted,
            labels: ["costly", "visible"])
    }

    @Test("a rule fits by every field that it names, and by any of a field's values", arguments: cases)
    func fits(_ row: Case) throws {
        var when = RuleCondition()
        row.when(&when)
        #expect(when.fits(try Self.target(), Sample.owner(spellings: ["unit head"])) == row.fits)
    }

    @Test("no rule that names an owner fits where none is certain")
    func nobody() throws {
        var when = RuleCondition()
        when.owners = ["head of unit 1"]
        #expect(try !when.fits(Self.target(), nil))
    }

    @Test("the first rule that fits chooses, then the plan, then the default, and each says so")
    func choice() throws {
        let (first, second) = (Sample.schedule(("a", .onTheDay)), Sample.schedule(("b", .onTheDay)))
        var (nowhere, labelled) = (RuleCondition(), RuleCondition())
        nowhere.plans = ["other"]
        labelled.labels = ["costly"]
        let rules = [
            ScheduleRule(number: 1, line: 4, when: nowhere, schedule: first),
            ScheduleRule(number: 2, line: 5, when: labelled, schedule: second),
            ScheduleRule(number: 3, line: 6, when: RuleCondition(), schedule: first),
        ]
        let ruled = try Sample.policy(rules: Array(rules.prefix(2)))
        #expect(
            try ruled.choice(for: Self.target(), owner: nil)
                == ScheduleChoice(schedule: second, reason: .rule(2, line: 5)))
        let plain = try Sample.policy()
        #expect(try plain.choice(for: Self.target(), owner: nil).reason == .everyPlan)
        let own = Policy(
            mode: .live, administrator: Sample.administrator, defaults: plain.defaults,
            plans: [
                "remand-2024": PlanPolicy(
                    schedule: first, hasOwnSchedule: true, calendar: plain.defaults.calendar,
                    window: plain.defaults.window)
            ], rules: [rules[0]], brake: .standard, correspondence: plain.correspondence)
        #expect(
            try own.choice(for: Self.target(), owner: nil)
                == ScheduleChoice(schedule: first, reason: .plan("remand-2024")))
    }

    @Test("two owners of one target are each chased by the schedule of their rule")
    func owners() throws {
        var bobs = RuleCondition()
        bobs.owners = ["head of unit 2"]
        let gentle = Sample.schedule(("gentle", .onTheDay))
        let policy = try Sample.policy(
            Sample.schedule(("day", .onTheDay)), rules: [ScheduleRule(number: 1, line: 1, when: bobs, schedule: gentle)]
        )
        var register = RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london("2024-04-02"),
            owners: [Sample.owner(), Sample.owner(2, holder: Sample.bob)], policy: policy)
        register.run(until: try london("2024-06-01"))
        #expect(register.said == ["2024-04-30 day to Ada", "2024-04-30 gentle to Bob"])
    }

    @Test("a rule covers another where all that fits the other fits it")
    func covers() {
        var (plan, narrower, other) = (RuleCondition(), RuleCondition(), RuleCondition())
        plan.plans = ["a", "b"]
        narrower.plans = ["a"]
        narrower.statuses = [.open]
        other.statuses = [.open]
        #expect(plan.covers(narrower) && !narrower.covers(plan))
        #expect(!plan.covers(other) && !other.covers(plan) && other.covers(narrower))
        #expect(RuleCondition().covers(plan) && !plan.covers(RuleCondition()))
    }
}
