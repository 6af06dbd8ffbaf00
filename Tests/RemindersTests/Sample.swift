// The people, posts, schedules and readings that the tests are told with.

import ActionPlans
import CivilTime

@testable import Reminders

enum Sample {
    static let administrator = person(1, "Admin")
    static let plan = PlanFacts(id: PlanID(1), name: "remand-2024", title: "Remand in custody: action plan")

    static func person(_ id: Int64, _ name: String, _ channels: [Channel] = [.email]) -> PersonFacts {
        PersonFacts(
            id: PersonID(id), name: name,
            email: channels.contains(.email) ? "\(name.lowercased())@example.gov.uk" : nil, channels: channels)
    }

    static let ada = person(11, "Ada")
    static let dora = person(12, "Dora")
    static let max = person(13, "Max")
    static let bob = person(21, "Bob")

    static func owner(
        _ id: Int64 = 1, holder: PersonFacts? = ada, deputy: PersonFacts? = dora, manager: PersonFacts? = max,
        doer: PersonFacts? = nil, answer: OwnerAnswer? = nil, heardAt: Instant? = nil, doneThrough: CivilDate? = nil,
        changesOn: CivilDate? = nil, spellings: [String] = [], isCertain: Bool = true
    ) -> OwnerFacts {
        OwnerFacts(
            id: OwnerID(id), post: "Head of Unit \(id)", holder: holder, deputy: deputy, manager: manager,
            doer: doer, changesOn: changesOn, answer: answer, heardAt: heardAt, doneThrough: doneThrough,
            spellings: spellings, isCertain: isCertain)
    }

    /// A month and five working days before, the day, every ten working days after it, and up the ladder.
    static let standard = Schedule(
        name: "standard",
        stages: [
            Stage(name: "month-before", rule: .lead(.months(1))),
            Stage(name: "week-before", rule: .lead(.workingDays(5))),
            Stage(name: "due-day", rule: .onTheDay),
            Stage(name: "overdue", rule: .overdue(everyWorkingDays: 10)),
            Stage(name: "deputy", rule: .rung(.deputy, afterWorkingDays: 10)),
            Stage(name: "manager", rule: .rung(.manager, afterWorkingDays: 10), release: .automatic),
            Stage(name: "check-in", rule: .checkIn(everyMonths: 12)),
        ])

    static func schedule(_ rules: (String, StageRule)...) -> Schedule {
        Schedule(name: "sample", stages: rules.map { Stage(name: $0.0, rule: $0.1) })
    }

    static func policy(
        _ schedule: Schedule = standard, rules: [ScheduleRule] = [], reviews: ReviewRounds? = nil,
        introduces: Bool = false, mode: DeliveryMode = .live, zone: String = "Europe/London",
        letterhead: Letterhead = Letterhead()
    ) throws -> Policy {
        Policy(
            mode: mode, administrator: administrator,
            defaults: PlanPolicy(
                schedule: schedule, reviews: reviews, introduces: introduces,
                calendar: try SampleCalendar.calendar(zone),
                window: try SampleCalendar.window(), letterhead: letterhead),
            plans: [:], rules: rules, brake: .standard,
            correspondence: Correspondence(
                senderName: "Action plans", senderAddress: "plans@example.gov.uk", replyTo: "desk@example.gov.uk",
                messageDomain: "plans.example.gov.uk"))
    }

    static func due(_ text: String) throws -> Reading {
        Reading(kind: .due, from: try day(text), due: try day(text), precision: .day, rule: "a day is due on it")
    }

    static func starts(_ text: String) throws -> Reading {
        Reading(kind: .starts, from: try day(text), rule: "a start is no end")
    }

    static let ongoing = Reading(kind: .ongoing, rule: "a standing commitment has no end")

    static func target(
        _ reading: Reading?, armed: Instant?, owners: [OwnerFacts] = [owner()], recorded: [RecordedReminder] = [],
        status: Status = .open, id: Int64 = 62, reference: String = "remand-2024/6.2",
        text: String = "Governors should review every decision to remand.", action: String? = nil, revision: Int = 1,
        holds: [HoldFacts] = [], joint: JointMeaning = .all, number: String = "6", directedAt: String? = nil,
        response: Response? = nil, extensions: (byOwner: Int, by: [OwnerID])? = nil, setAt: Instant? = nil,
        labels: [String] = [], proposals: [ProposalFacts] = [], oneWith: [String] = [],
        introductions: [IntroductionFacts] = [], newcomers: [PersonID: ReminderFate] = [:]
    ) -> TargetFacts {
        TargetFacts(
            id: TargetID(id), version: 1, reference: reference, plan: plan,
            recommendation: RecommendationFacts(
                number: number, text: text, directedAt: directedAt, response: response),
            action: action,
            date: DateFacts(
                revision: revision, phrase: "as printed", reading: reading, firstDue: reading?.due,
                extensions: extensions?.byOwner ?? 0,
                ownerExtensions: extensions?.byOwner ?? 0, extendedBy: extensions?.by ?? [], setAt: setAt),
            status: status, armedAt: armed, owners: owners, joint: joint, recorded: recorded, holds: holds,
            labels: labels, proposals: proposals, oneWith: oneWith, introductions: introductions,
            newcomers: newcomers)
    }
}
