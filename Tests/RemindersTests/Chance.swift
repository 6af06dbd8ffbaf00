// Targets, schedules and times drawn by chance, from a printed seed.

import ActionPlans
import CivilTime
import TestSupport

@testable import Reminders

struct Chance {
    private var generator: SplitMix64

    init(_ run: Int) { generator = SplitMix64(seed: seed &+ UInt64(run) &* 0x9E37_79B9) }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    mutating func coin() -> Bool { Bool.random(using: &generator) }
    mutating func any<Choice>(of choices: [Choice], or fallback: Choice) -> Choice {
        choices.randomElement(using: &generator) ?? fallback
    }

    mutating func schedule(counts: [Int] = [1, 3, 5, 10, 12]) -> Schedule {
        var stages: [Stage] = []
        for index in 0..<number(0...8) {
            let count = any(of: counts, or: 1)
            let rules: [StageRule] = [
                .lead(.days(count)), .lead(.months(count)), .lead(.workingDays(count)), .onTheDay,
                .overdue(everyWorkingDays: count.multipliedReportingOverflow(by: 5).partialValue),
                .rung(.deputy, afterWorkingDays: count),
                .rung(.manager, afterWorkingDays: count), .checkIn(everyMonths: count), .start, .midpoint,
                .undated(everyMonths: count), .extensions(count),
            ]
            let endings: [Ending?] = [nil, nil, .repeats(count), .after(.months(count)), .after(.workingDays(count))]
            stages.append(
                Stage(
                    name: "s\(index)", rule: any(of: rules, or: .onTheDay), ending: any(of: endings, or: nil),
                    askAgain: coin() ? count : nil, release: coin() ? .automatic : .byHand))
        }
        return Schedule(name: "chance", stages: stages)
    }

    mutating func reading(_ day: CivilDate) -> Reading {
        switch number(0...8) {
        case 3:
            Reading(
                kind: .recurring, rule: "chance", recurrence: .every(any(of: ["P1M", "P3M", "P1Y", "P2W"], or: "P3M")))
        case 4: Reading(kind: .recurring, from: day, precision: .day, rule: "chance", recurrence: .every("P3M"))
        case 5: Reading(kind: .recurring, rule: "chance", recurrence: coin() ? .months([2, 10]) : .terms)
        case 0: Reading(kind: .starts, from: day, rule: "chance")
        case 1: Reading(kind: .ongoing, rule: "chance")
        case 2: Reading(kind: .range, from: day.adding(days: -90), due: day, rule: "chance")
        default: Reading(kind: .due, from: day, due: day, rule: "chance")
        }
    }

    mutating func reviews(around day: CivilDate) -> ReviewRounds? {
        let days: [ReviewDays] = [
            .on([day, day.adding(days: 100), day.adding(days: 107)]), .every(months: number(1...14), from: day),
        ]
        guard coin() else { return nil }
        return ReviewRounds(
            days: any(of: days, or: .on([day])), leads: coin() ? [.workingDays(20), .workingDays(5)] : [.months(3)],
            overdue: coin() ? number(1...10) : nil, ending: coin() ? .repeats(2) : .after(.months(1)))
    }

    mutating func person(_ id: Int64) -> PersonFacts? {
        let channels: [[Channel]] = [[], [.email], [.email], [.email, .webhook(endpoint: "desk")]]
        return number(0...5) == 0 ? nil : Sample.person(id, "P\(id)", any(of: channels, or: []))
    }

    mutating func owners() -> [OwnerFacts] {
        (0..<number(0...3)).map { index in
            // Few people, so that one often holds several posts or rungs.
            let people = (0..<3).map { _ in Int64(number(11...16)) }
            return Sample.owner(
                Int64(index + 1), holder: person(people[0]), deputy: person(people[1]), manager: person(people[2]),
                isCertain: number(0...4) > 0)
        }
    }

    mutating func answer(around day: CivilDate) -> OwnerAnswer? {
        any(of: [nil, nil, .done, .notMine, .onTrack(until: day.adding(days: number(-60...90)))], or: nil)
    }
}
