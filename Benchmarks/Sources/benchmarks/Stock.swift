// Targets and rules to measure with.

import ActionPlans
import CivilTime
import Reminders

enum Stock {
    static func targets(_ count: Int) -> [TargetFacts] {
        let plan = PlanFacts(id: PlanID(1), name: "yard", title: "A yard")
        return (0..<count).map { number in
            let due = CivilDate(dayNumber: 20_700 + number % 400)
            let person = PersonFacts(
                id: PersonID(Int64(number % 40 + 2)), name: "A", email: "a@yard.example", channels: [.email])
            return TargetFacts(
                id: TargetID(Int64(number + 1)), version: 1, reference: "yard/\(number).1", plan: plan,
                recommendation: RecommendationFacts(
                    number: "\(number)", text: "Mend it.", directedAt: nil, response: .agreed),
                action: nil,
                date: DateFacts(
                    revision: 1, phrase: "\(due)",
                    reading: Reading(kind: .due, from: due, due: due, precision: .day, rule: "a day is due on itself"),
                    firstDue: due, extensions: 0),
                status: .open, armedAt: Instant(milliseconds: 1_780_000_000_000),
                owners: [
                    OwnerFacts(
                        id: OwnerID(1), post: "Head of Yard", holder: person, deputy: person, manager: nil, answer: nil,
                        isCertain: true)
                ], recorded: [], holds: [])
        }
    }

    static func policy(_ calendar: WorkingCalendar, _ window: SendWindow) -> Policy {
        let schedule = Schedule(
            name: "standard",
            stages: [
                Stage(name: "month-before", rule: .lead(.months(1))),
                Stage(name: "week-before", rule: .lead(.workingDays(5))),
                Stage(name: "due-day", rule: .onTheDay), Stage(name: "overdue", rule: .overdue(everyWorkingDays: 10)),
                Stage(name: "deputy", rule: .rung(.deputy, afterWorkingDays: 10)),
            ])
        let administrator = PersonFacts(
            id: PersonID(1), name: "P", email: "p@yard.example", channels: [.email])
        return Policy(
            mode: .live, administrator: administrator,
            defaults: PlanPolicy(schedule: schedule, calendar: calendar, window: window), plans: [:], brake: .standard,
            correspondence: Correspondence(
                senderName: "Y", senderAddress: "y@yard.example", replyTo: "y@yard.example",
                messageDomain: "yard.example"))
    }
}
