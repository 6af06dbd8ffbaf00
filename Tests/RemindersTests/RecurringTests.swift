// What recurs comes round by its own rule, whatever was sent and whenever it was answered.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("What recurs")
struct RecurringTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let sentence: String
        let recurrence: Recurrence
        var from: String?
        var precision: Reading.Precision?
        let days: [String]

        var testDescription: String { sentence }
    }

    static let cases = [
        Case(
            sentence: "quarters without a start are due on the last days of the calendar's",
            recurrence: .every("P3M"), days: ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        Case(
            sentence: "a month is due on its last day, in a leap year too", recurrence: .every("P1M"),
            days: ["2024-02-29", "2024-03-31", "2024-04-30"]),
        Case(sentence: "a year is due on 31 December", recurrence: .every("P1Y"), days: ["2024-12-31", "2025-12-31"]),
        Case(
            sentence: "named months are due on their last days", recurrence: .months([10, 2]),
            days: ["2024-02-29", "2024-10-31", "2025-02-28"]),
        Case(
            sentence: "school terms end in March, July and December", recurrence: .terms,
            days: ["2024-03-31", "2024-07-31", "2024-12-31", "2025-03-31"]),
        Case(
            sentence: "from a day, on that day and every so often after it", recurrence: .every("P3M"),
            from: "2024-05-15", precision: .day, days: ["2024-05-15", "2024-08-15", "2024-11-15"]),
        Case(
            sentence: "from the end of a month, it stays at the ends of shorter ones", recurrence: .every("P1M"),
            from: "2024-08-31", precision: .day, days: ["2024-08-31", "2024-09-30", "2024-10-31"]),
        Case(
            sentence: "from a month, on its last day", recurrence: .every("P1Y"), from: "2024-04-01",
            precision: .month, days: ["2024-04-30", "2025-04-30"]),
    ]

    @Test("it comes round by its rule", arguments: cases)
    func comesRound(_ row: Case) throws {
        let reading = Reading(
            kind: .recurring, from: try row.from.map(day), precision: row.precision, rule: "r",
            recurrence: row.recurrence)
        let rhythm = try #require(Rhythm(reading))
        var days: [CivilDate] = []
        var next = rhythm.first(onOrAfter: try day("2024-02-01"))
        while let found = next, days.count < row.days.count {
            days.append(found)
            #expect(rhythm.last(before: found.adding(days: 1)) == found)
            next = rhythm.first(onOrAfter: found.adding(days: 1))
        }
        #expect(days == (try row.days.map(day)))
    }

    @Test("oftener than every month is a standing commitment")
    func weekly() {
        for period in ["P1D", "P1W", "P2W"] {
            let reading = Reading(kind: .recurring, rule: "r", recurrence: .every(period))
            #expect(reading.chase == .standing)
        }
    }

    private static let stages = Sample.schedule(
        ("week-before", .lead(.workingDays(5))), ("due-day", .onTheDay), ("overdue", .overdue(everyWorkingDays: 20)),
        ("deputy", .rung(.deputy, afterWorkingDays: 10)))

    private func quarterly(_ armed: String) throws -> RehearsalRegister {
        RehearsalRegister(
            Reading(kind: .recurring, rule: "quarterly", recurrence: .every("P3M")), armed: try london(armed),
            policy: try Sample.policy(Self.stages))
    }

    @Test("each round has its own lead and day; done answers one, and the next comes by the rule")
    func answered() throws {
        var register = try quarterly("2024-02-01 10:00")
        register.run(until: try london("2024-03-29"))
        register.change { $0.owners = [Sample.owner(doneThrough: try? day("2024-03-31"))] }
        register.run(until: try london("2024-06-25"))
        #expect(
            register.said == [
                "2024-03-21 week-before to Ada", "2024-03-28 due-day to Ada", "2024-06-21 week-before 2 to Ada",
            ])
        #expect(register.planned.last?.occurrence == (try day("2024-06-30")))
    }

    @Test("unanswered it is late and climbs, until the day of the next round takes its place")
    func late() throws {
        var register = try quarterly("2024-03-25 10:00")
        register.owners = [Sample.owner(manager: nil)]
        register.run(until: try london("2024-07-20"))
        #expect(
            register.said == [
                "2024-03-25 week-before to Ada", "2024-03-28 due-day to Ada", "2024-04-02 overdue to Ada",
                "2024-04-16 deputy to Dora", "2024-04-30 overdue 2 to Ada", "2024-05-30 overdue 3 to Ada",
                "2024-06-27 overdue 4 to Ada", "2024-06-28 due-day 2 to Ada", "2024-07-01 overdue 5 to Ada",
                "2024-07-15 deputy 2 to Dora",
            ])
    }

    @Test("what came round before arming is not held against anybody")
    func before() throws {
        var register = try quarterly("2024-04-02 10:00")
        register.run(until: try london("2024-06-01"))
        #expect(register.said.isEmpty)
    }

    @Test("what came round before its present date was recorded is not, either")
    func revised() throws {
        var register = try quarterly("2024-01-02 10:00")
        register.setAt = try london("2024-04-10 10:00")
        register.sleep(until: try london("2024-04-10 10:00"))
        register.run(until: try london("2024-06-01"))
        #expect(register.said.isEmpty)
    }

    struct Answer: Sendable, CustomTestStringConvertible {
        let sentence: String
        let on: String
        var done: String?
        let answers: String

        var testDescription: String { sentence }
    }

    static let answers = [
        Answer(
            sentence: "said before the day, it answers the coming round", on: "2024-06-10", done: "2024-03-31",
            answers: "2024-06-30"),
        Answer(
            sentence: "said after a day that nobody answered, it answers that one", on: "2024-07-10",
            done: "2024-03-31", answers: "2024-06-30"),
        Answer(
            sentence: "said on the Friday before a Sunday, it answers the round told that day", on: "2024-06-28",
            answers: "2024-06-30"),
        Answer(
            sentence: "said again, it answers the round after", on: "2024-07-10", done: "2024-06-30",
            answers: "2024-09-30"),
    ]

    @Test("done answers one round", arguments: answers)
    func roundAnswered(_ row: Answer) throws {
        let rhythm = try #require(Rhythm(Reading(kind: .recurring, rule: "q", recurrence: .every("P3M"))))
        let answered = rhythm.answered(
            on: try day(row.on), since: try day("2024-01-01"), doneThrough: try row.done.map(day))
        #expect(answered == (try day(row.answers)))
    }

    @Test("a round that was said to be done meanwhile is not told")
    func stale() throws {
        let target = Sample.target(
            Reading(kind: .recurring, rule: "q", recurrence: .every("P3M")), armed: try london("2024-01-02"),
            owners: [Sample.owner(doneThrough: try day("2024-03-31"))])
        let freezing = Freezing(under: try Sample.policy(), at: try london("2024-03-28 10:00"))
        let reminder = Sample.reminder(target, .due, planned: try day("2024-03-28"), occurrence: try day("2024-03-31"))
        #expect(freezing.staleness(of: reminder) == .answeredDone)
    }
}
