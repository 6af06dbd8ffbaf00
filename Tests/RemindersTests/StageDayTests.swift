// The days of the stages before, on and after a target date, for plans that were armed in time.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("The days of a target's stages")
struct StageDayTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let due: String
        let armed: String
        let stages: [(String, StageRule)]
        let until: String
        let said: [String]

        var testDescription: String { sentence }
    }

    static let cases: [Case] = [
        Case(
            sentence: "a lead in days counts calendar days", due: "2024-04-30", armed: "2024-03-01",
            stages: [("lead", .lead(.days(12)))], until: "2024-06-01", said: ["2024-04-18 lead to Ada"]),
        Case(
            sentence: "a lead in days that falls on a Sunday goes on the Friday before", due: "2024-04-30",
            armed: "2024-03-01", stages: [("lead", .lead(.days(9)))], until: "2024-06-01",
            said: ["2024-04-19 lead to Ada"]),
        Case(
            sentence: "a lead in months stays at the end of a shorter month", due: "2024-03-28", armed: "2024-01-02",
            stages: [("lead", .lead(.months(1)))], until: "2024-06-01", said: ["2024-02-28 lead to Ada"]),
        Case(
            sentence: "a month before 31 March is 29 February in a leap year", due: "2024-03-31", armed: "2024-01-02",
            stages: [("lead", .lead(.months(1)))], until: "2024-06-01", said: ["2024-02-29 lead to Ada"]),
        Case(
            sentence: "a lead in working days steps over Easter", due: "2024-04-03", armed: "2024-03-01",
            stages: [("lead", .lead(.workingDays(3)))], until: "2024-06-01", said: ["2024-03-27 lead to Ada"]),
        Case(
            sentence: "what is due on Easter Sunday is told on the Thursday before", due: "2024-03-31",
            armed: "2024-01-02", stages: [("day", .onTheDay)], until: "2024-06-01", said: ["2024-03-28 day to Ada"]),
        Case(
            sentence: "what is due on a bank holiday is told on the working day before", due: "2024-05-06",
            armed: "2024-01-02", stages: [("day", .onTheDay)], until: "2024-06-01", said: ["2024-05-03 day to Ada"]),
        Case(
            sentence: "what is due on a working day is told on it", due: "2024-04-30", armed: "2024-01-02",
            stages: [("day", .onTheDay)], until: "2024-06-01", said: ["2024-04-30 day to Ada"]),
        Case(
            sentence: "it is late from the next working day, not on the day itself", due: "2024-04-30",
            armed: "2024-01-02", stages: [("late", .overdue(everyWorkingDays: 10))], until: "2024-05-10",
            said: ["2024-05-01 late to Ada"]),
        Case(
            sentence: "due on Easter Sunday, it is late from Tuesday", due: "2024-03-31", armed: "2024-01-02",
            stages: [("late", .overdue(everyWorkingDays: 10))], until: "2024-04-10", said: ["2024-04-02 late to Ada"]),
        Case(
            sentence: "it is told as late again every so many working days, holidays left out", due: "2024-04-26",
            armed: "2024-01-02", stages: [("late", .overdue(everyWorkingDays: 5))], until: "2024-06-04",
            said: [
                "2024-04-29 late to Ada", "2024-05-07 late 2 to Ada", "2024-05-14 late 3 to Ada",
                "2024-05-21 late 4 to Ada", "2024-05-29 late 5 to Ada",
            ]),
        Case(
            sentence: "armed two weeks before, the latest lead goes at once and the older one never",
            due: "2024-04-30", armed: "2024-04-24 10:00",
            stages: [("month", .lead(.months(1))), ("week", .lead(.workingDays(5))), ("day", .onTheDay)],
            until: "2024-06-01", said: ["2024-04-24 week to Ada", "2024-04-30 day to Ada"]),
        Case(
            sentence: "where a lead and the day fall on one working day, only the day is told", due: "2024-03-31",
            armed: "2024-01-02", stages: [("day", .onTheDay), ("eve", .lead(.days(2)))], until: "2024-06-01",
            said: ["2024-03-28 day to Ada"]),
        Case(
            sentence: "armed on the evening of its day, it is told as late in the next window", due: "2024-04-30",
            armed: "2024-04-30 18:00", stages: [("day", .onTheDay), ("late", .overdue(everyWorkingDays: 10))],
            until: "2024-05-10", said: ["2024-05-01 late to Ada"]),
        Case(
            sentence: "a schedule without a stage that is left says nothing more", due: "2024-04-30",
            armed: "2024-01-02", stages: [("lead", .lead(.days(5)))], until: "2025-01-01",
            said: ["2024-04-25 lead to Ada"]),
        Case(
            sentence: "counts beyond reason are taken as 9,999, and nothing stops the program", due: "2024-04-30",
            armed: "2024-04-29 10:00",
            stages: [
                ("a", .lead(.days(.max))), ("b", .lead(.months(.min))), ("c", .lead(.workingDays(.max))),
                ("late", .overdue(everyWorkingDays: .max)),
            ],
            until: "2024-06-01", said: ["2024-04-29 b to Ada", "2024-05-01 late to Ada"]),
    ]

    @Test("each stage comes on its day", arguments: cases)
    func stages(_ row: Case) throws {
        let schedule = Schedule(name: "sample", stages: row.stages.map { Stage(name: $0.0, rule: $0.1) })
        var register = RehearsalRegister(
            try Sample.due(row.due), armed: try london(row.armed), policy: try Sample.policy(schedule))
        register.run(until: try london(row.until))
        #expect(register.said == row.said)
    }

    @Test("a range is chased at its last day")
    func range() throws {
        let reading = Reading(
            kind: .range, from: try day("2023-10-01"), due: try day("2024-04-30"), rule: "a range is due at its end")
        var register = RehearsalRegister(
            reading, armed: try london("2023-09-01"), policy: try Sample.policy(Sample.schedule(("day", .onTheDay))))
        register.run(until: try london("2025-01-01"))
        #expect(register.said == ["2024-04-30 day to Ada"])
    }

    @Test("what the latest stage overtook is refused as superseded, and says by which")
    func superseded() throws {
        var register = RehearsalRegister(
            try Sample.due("2024-04-30"), armed: try london("2024-04-29 10:00"), policy: try Sample.policy())
        register.run(until: try london("2024-04-29 12:00"))
        #expect(register.said == ["2024-04-29 week-before to Ada"])
        #expect(
            register.refusals == [
                Refusal(
                    stage: "month-before", repetition: 1, owner: OwnerID(1), reason: .superseded(by: "week-before"))
            ])
    }

    @Test("a window opens at nine on the wall, before and after the clocks change")
    func clocks() throws {
        for (due, opens) in [("2024-03-28", "2024-03-28 09:00"), ("2024-04-02", "2024-04-02 09:00")] {
            var register = RehearsalRegister(
                try Sample.due(due), armed: try london("2024-03-01"),
                policy: try Sample.policy(Sample.schedule(("day", .onTheDay))))
            register.run(until: try london("2024-06-01"))
            #expect(register.planned.map(\.window.opens) == [try london(opens)])
        }
    }

    @Test("west of Greenwich the day is the zone's own")
    func west() throws {
        let policy = try Sample.policy(Sample.schedule(("day", .onTheDay)), zone: "America/New_York")
        var register = RehearsalRegister(try Sample.due("2024-04-30"), armed: try london("2024-03-01"), policy: policy)
        register.run(until: try london("2024-06-01"))
        #expect(register.said == ["2024-04-30 day to Ada"])
        #expect(register.planned.first?.window.opens == (try london("2024-04-30 14:00")))
    }
}
