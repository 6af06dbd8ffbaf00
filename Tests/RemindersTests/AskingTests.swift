// What is asked of an owner apart from a due day: ranges, reviews, missing dates, check-ins that nobody answers, and dates
// that are moved once too often.

import ActionPlans
import CivilTime
import Testing

@testable import Reminders

@Suite("What is asked beside the due day")
struct AskingTests {
    private func register(_ reading: Reading?, armed: String, _ stages: [Stage]) throws -> RehearsalRegister {
        RehearsalRegister(
            reading, armed: try london(armed), policy: try Sample.policy(Schedule(name: "sample", stages: stages)))
    }

    // MARK: Ranges

    private static let range = [
        Stage(name: "start", rule: .start), Stage(name: "midpoint", rule: .midpoint),
        Stage(name: "due-day", rule: .onTheDay),
    ]

    private func october() throws -> Reading {
        Reading(kind: .range, from: try day("2023-10-01"), due: try day("2024-03-31"), rule: "a range")
    }

    @Test("a range is told at its start, half-way and at its end, each on a working day")
    func range() throws {
        var register = try register(try october(), armed: "2023-09-01", Self.range)
        register.run(until: try london("2025-01-01"))
        #expect(
            register.said == [
                "2023-09-29 start to Ada", "2023-12-29 midpoint to Ada", "2024-03-28 due-day to Ada",
            ])
        #expect(register.planned.map(\.kind) == [.starts, .midpoint, .due])
    }

    @Test("a start and a middle that had passed before arming are not told")
    func begun() throws {
        var register = try register(try october(), armed: "2024-01-15", Self.range)
        register.run(until: try london("2025-01-01"))
        #expect(register.said == ["2024-03-28 due-day to Ada"])
    }

    @Test("what is due on one day has no start and no middle")
    func point() throws {
        var register = try register(try Sample.due("2024-03-31"), armed: "2023-09-01", Self.range)
        register.run(until: try london("2025-01-01"))
        #expect(register.said == ["2024-03-28 due-day to Ada"])
    }

    @Test("what only starts is told once on its day, by the stage for the day or else by the one for a start")
    func starts() throws {
        for (stages, name) in [(Self.range, "due-day"), (Array(Self.range.prefix(1)), "start")] {
            var register = try register(try Sample.starts("2024-04-01"), armed: "2024-01-02", stages)
            register.run(until: try london("2025-01-01"))
            #expect(register.said == ["2024-03-28 \(name) to Ada"])
        }
    }

    // MARK: The end of repeats

    struct End: Sendable, CustomTestStringConvertible {
        let sentence: String
        let ending: Ending
        let count: Int

        var testDescription: String { sentence }
    }

    static let ends = [
        End(sentence: "three repeats and no more", ending: .repeats(3), count: 3),
        End(sentence: "for a month: 1, 9, 16, 23 and 31 May", ending: .after(.months(1)), count: 5),
        End(sentence: "for twelve working days", ending: .after(.workingDays(12)), count: 3),
    ]

    @Test("overdue repeats end where the schedule says so, and the ledger says it", arguments: ends)
    func repeatsEnd(_ row: End) throws {
        var register = try register(
            try Sample.due("2024-04-30"), armed: "2024-04-29 10:00",
            [Stage(name: "overdue", rule: .overdue(everyWorkingDays: 5), ending: row.ending)])
        register.run(until: try london("2025-01-01"))
        #expect(register.said.count == row.count, "\(register.said)")
        #expect(register.refusals.map(\.reason) == [.repeatsEnded])
        #expect(register.nextCheck == nil)
    }

    @Test("after downtime beyond their end, the latest repeat before it is told")
    func endedAsleep() throws {
        var register = try register(
            try Sample.due("2024-04-30"), armed: "2024-04-29 10:00",
            [Stage(name: "overdue", rule: .overdue(everyWorkingDays: 5), ending: .after(.months(1)))])
        register.sleep(until: try london("2024-09-02 10:00"))
        register.run(until: try london("2025-01-01"))
        #expect(register.said == ["2024-09-02 overdue to Ada"])
        #expect(register.planned.map(\.plannedDay) == [try day("2024-05-31")])
    }

    // MARK: Standing commitments

    @Test("a check-in that nobody answers is asked again, twice, and then comes the next year's")
    func checkIn() throws {
        var register = try register(
            Sample.ongoing, armed: "2023-05-08 10:00",
            [Stage(name: "check-in", rule: .checkIn(everyMonths: 12), ending: .repeats(2), askAgain: 20)])
        register.run(until: try london("2025-05-09"))
        #expect(
            register.said == [
                "2024-05-08 check-in to Ada", "2024-06-06 check-in-again to Ada", "2024-07-04 check-in-again 2 to Ada",
                "2025-05-08 check-in 2 to Ada",
            ])
    }

    @Test("any answer since it was asked, a note too, keeps it from being asked again")
    func heard() throws {
        var register = try register(
            Sample.ongoing, armed: "2023-05-08 10:00",
            [Stage(name: "check-in", rule: .checkIn(everyMonths: 12), askAgain: 20)])
        register.run(until: try london("2024-05-20"))
        let heard = register.now
        register.change { $0.owners = [Sample.owner(heardAt: heard)] }
        register.run(until: try london("2025-05-09"))
        #expect(register.said == ["2024-05-08 check-in to Ada", "2025-05-08 check-in 2 to Ada"])
    }

    // MARK: Dates that are missing

    @Test("what was accepted without a date is asked for one: at arming, and then every three months")
    func undated() throws {
        var register = try register(
            nil, armed: "2024-02-03 10:00", [Stage(name: "ask-for-date", rule: .undated(everyMonths: 3))])
        register.response = .partiallyAccepted
        register.run(until: try london("2024-09-01"))
        #expect(
            register.said == [
                "2024-02-05 ask-for-date to Ada", "2024-05-03 ask-for-date 2 to Ada",
                "2024-08-05 ask-for-date 3 to Ada",
            ])
    }

    @Test("what was not agreed to is not asked for a date")
    func notAgreed() throws {
        for response in [Response.notAgreed, .noted, nil] {
            var register = try register(
                nil, armed: "2024-02-03 10:00", [Stage(name: "ask-for-date", rule: .undated(everyMonths: 3))])
            register.response = response
            register.run(until: try london("2024-09-01"))
            #expect(register.said.isEmpty)
        }
    }

    // MARK: Dates that are moved

    @Test("the third date that an owner asks for is told to their deputy, at once and once")
    func extended() throws {
        var register = try register(
            try Sample.due("2025-04-30"), armed: "2024-02-01 10:00",
            [Stage(name: "third-extension", rule: .extensions(3))])
        for (count, at) in [(2, "2024-03-01 10:00"), (3, "2024-06-01 10:00")] {
            register.run(until: try london(at))
            let now = register.now
            register.change {
                $0.extensions = (count, [OwnerID(1)])
                $0.setAt = now
                $0.revision += 1
            }
        }
        register.run(until: try london("2024-12-01"))
        #expect(register.said == ["2024-06-03 third-extension to Dora"])
    }

    @Test("a date that was published never is, whatever its count, nor one that another owner asked for")
    func published() throws {
        for owners in [[], [OwnerID(2)]] {
            var register = try register(
                try Sample.due("2025-04-30"), armed: "2024-02-01 10:00",
                [Stage(name: "third-extension", rule: .extensions(3))])
            register.extensions = (5, owners)
            register.setAt = try london("2024-03-01")
            register.run(until: try london("2024-12-01"))
            #expect(register.said.isEmpty)
        }
    }

    // MARK: Reviews

    private static func rounds(_ days: ReviewDays) -> ReviewRounds {
        ReviewRounds(days: days, leads: [.workingDays(20), .workingDays(5)], overdue: 5, ending: .repeats(2))
    }

    private func reviewed(_ days: ReviewDays, armed: String, due: String = "2030-01-31") throws -> RehearsalRegister {
        RehearsalRegister(
            try Sample.due(due), armed: try london(armed),
            policy: try Sample.policy(Sample.schedule(("due-day", .onTheDay)), reviews: Self.rounds(days)))
    }

    @Test("an owner is asked before a review, and after it while there is no answer")
    func review() throws {
        var register = try reviewed(.on([try day("2024-03-15")]), armed: "2024-01-02 10:00")
        register.run(until: try london("2024-12-01"))
        #expect(
            register.said == [
                "2024-02-16 review to Ada", "2024-03-08 review 2 to Ada", "2024-03-18 review 3 to Ada",
                "2024-03-25 review 4 to Ada",
            ])
        #expect(register.planned.allSatisfy { $0.kind == .review && $0.occurrence == (try? day("2024-03-15")) })
        #expect(register.refusals.map(\.reason) == [.repeatsEnded])
    }

    @Test("any answer since the first ask ends it, and the next review asks anew")
    func updated() throws {
        var register = try reviewed(.every(months: 12, from: try day("2024-03-15")), armed: "2024-01-02 10:00")
        register.run(until: try london("2024-02-20"))
        let heard = register.now
        register.change { $0.owners = [Sample.owner(heardAt: heard)] }
        register.run(until: try london("2025-03-01"))
        #expect(register.said == ["2024-02-16 review to Ada", "2025-02-14 review 2 to Ada"])
    }

    @Test("armed between a lead and the review, the latest lead goes at once; a review before arming is nobody's")
    func between() throws {
        var register = try reviewed(
            .on([try day("2024-01-15"), try day("2024-03-15")]), armed: "2024-03-11 10:00")
        register.run(until: try london("2024-03-16"))
        #expect(register.said == ["2024-03-11 review to Ada"])
    }

    @Test("a review asks beside the target's own stages, and neither keeps the other away")
    func beside() throws {
        var register = try reviewed(
            .on([try day("2024-03-15")]), armed: "2024-01-02 10:00", due: "2024-03-08")
        register.run(until: try london("2024-03-09"))
        #expect(
            register.said == ["2024-02-16 review to Ada", "2024-03-08 due-day to Ada", "2024-03-08 review 2 to Ada"])
    }

    // MARK: Who stands there

    @Test("a check comes by itself on the day on which somebody else stands for the post")
    func successor() throws {
        var register = try register(
            try Sample.due("2024-04-30"), armed: "2024-04-29 10:00", [Stage(name: "due-day", rule: .onTheDay)])
        let changes = try day("2024-06-10")
        register.owners = [Sample.owner(changesOn: changes)]
        register.run(until: try london("2024-05-01 12:00"))
        #expect(register.nextCheck == (try london("2024-06-10 00:00")))
    }
}
