// The respects in which two targets can differ that a check goes by: each alone, and drawn by chance where there are several
// ways to differ.

import ActionPlans
import CivilTime

@testable import Reminders

struct OutlineDifference: Sendable, CustomStringConvertible {
    let description: String
    let make: @Sendable (inout OutlineSketch, inout Chance) -> Void

    init(_ description: String, _ make: @escaping @Sendable (inout OutlineSketch, inout Chance) -> Void) {
        (self.description, self.make) = (description, make)
    }

    private static func reminder(
        _ description: String,
        _ change: @escaping @Sendable (RecordedReminder, OutlineSketch, inout Chance) -> RecordedReminder?
    ) -> OutlineDifference {
        OutlineDifference(description) { sketch, chance in
            guard !sketch.recorded.isEmpty else { return }
            let place = chance.number(0...(sketch.recorded.count - 1))
            if let changed = change(sketch.recorded[place], sketch, &chance) {
                sketch.recorded[place] = changed
            } else {
                sketch.recorded.remove(at: place)
            }
        }
    }

    private static func proposal(
        _ description: String, _ change: @escaping @Sendable (ProposalFacts, inout Chance) -> ProposalFacts?
    ) -> OutlineDifference {
        OutlineDifference(description) { sketch, chance in
            guard let last = sketch.proposals.popLast(), let changed = change(last, &chance) else { return }
            sketch.proposals.append(changed)
        }
    }

    private static func owner(
        _ description: String, _ change: @escaping @Sendable (OwnerFacts, OutlineSketch, inout Chance) -> OwnerFacts
    ) -> OutlineDifference {
        OutlineDifference(description) { sketch, chance in
            guard !sketch.owners.isEmpty else { return }
            let place = chance.number(0...(sketch.owners.count - 1))
            sketch.owners[place] = change(sketch.owners[place], sketch, &chance)
        }
    }

    private static func seat(
        _ description: String, _ change: @escaping @Sendable (PersonFacts, OutlineSketch, inout Chance) -> PersonFacts?
    ) -> OutlineDifference {
        owner(description) { owner, sketch, chance in
            switch chance.number(0...3) {
            case 0: owner.with(deputy: .some(owner.deputy.flatMap { change($0, sketch, &chance) }))
            case 1: owner.with(manager: .some(owner.manager.flatMap { change($0, sketch, &chance) }))
            case 2: owner.with(doer: .some((owner.doer ?? Sample.bob).with { change($0, sketch, &chance) }))
            default: owner.with(holder: .some(owner.holder.flatMap { change($0, sketch, &chance) }))
            }
        }
    }

    static let all: [OutlineDifference] = ofReminders + ofProposals + ofOwners + ofTarget

    private static let ofReminders = [
        reminder("another stage") { $0.with(stage: $1.stage(&$2)) },
        reminder("another repetition") { $0.with(repetition: $0.repetition + $2.number(1...3)) },
        reminder("another kind") { $0.with(kind: $2.any(of: ReminderKind.spoken, or: .due)) },
        reminder("said for another owner") { $0.with(owner: OwnerID(Int64($2.number(1...4)))) },
        reminder("another role") { $0.with(role: $2.any(of: Role.allCases, or: .deputy)) },
        reminder("another reader") { $0.with(recipient: $1.anybody(&$2)) },
        reminder("another channel") { past, _, _ in
            past.with(channel: past.channel == .email ? .webhook(endpoint: "desk") : .email)
        },
        reminder("said to who stood in") { past, _, _ in past.with(standIn: .some(past.standIn == nil ? .acting : nil))
        },
        reminder("a copy") { past, _, _ in past.with(copy: .some(past.copy == nil ? .doer : nil)) },
        reminder("planned for another day") { $0.with(plannedDay: $0.plannedDay.adding(days: $2.number(-40...40))) },
        reminder("about another round") { past, sketch, chance in
            past.with(occurrence: .some((past.occurrence ?? past.plannedDay).adding(days: chance.number(-90...90))))
        },
        reminder("about no round") { past, _, _ in past.with(occurrence: .some(nil)) },
        reminder("it waits") { past, _, _ in past.with(fate: .waiting) },
        reminder("given up") { past, _, _ in past.with(fate: .givenUp) },
        reminder("sent at another time") { past, _, chance in
            past.with(
                fate: past.fate.sentAt.map { .sent($0.adding(seconds: Int64(chance.number(-2_000_000...2_000_000)))) })
        },
        reminder("sent a minute later") { past, _, _ in
            past.with(fate: past.fate.sentAt.map { .sent($0.adding(seconds: 60)) })
        },
        reminder("one said less") { _, _, _ in nil },
    ]

    private static let ofProposals = [
        proposal("proposed for another owner") { $0.with(owner: OwnerID(Int64($1.number(1...4)))) },
        proposal("another rung proposed") { $0.with(stage: $1.coin() ? "manager" : "s\($1.number(0...8))") },
        proposal("proposed for another round") { proposal, chance in
            let day = proposal.occurrence.flatMap { chance.coin() ? $0.adding(days: chance.number(-90...90)) : nil }
            return proposal.with(occurrence: .some(day))
        },
        proposal("decided otherwise") {
            $0.with(state: $1.any(of: [.proposed, .released, .stopped(because: "so")], or: .proposed))
        },
        proposal("one proposed less") { _, _ in nil },
    ]

    private static let ofOwners = [
        owner("another answer") { $0.with(answer: .some($2.answer(around: $1.day))) },
        owner("heard of at another time") { owner, sketch, chance in
            let sent = sketch.recorded.compactMap(\.fate.sentAt)
            let near = chance.any(of: sent, or: sketch.armedAt).adding(seconds: Int64(chance.number(-100...100)))
            return owner.with(heardAt: .some(chance.coin() ? near : nil))
        },
        owner("done through another round") {
            $0.with(doneThrough: .some($1.day.adding(days: $2.number(-200...400))))
        },
        owner("somebody else from another day") {
            $0.with(changesOn: .some($2.coin() ? $1.day.adding(days: $2.number(0...300)) : nil))
        },
        OutlineDifference("an owner less") { sketch, _ in _ = sketch.owners.popLast() },
        OutlineDifference("owners in another order") { sketch, _ in sketch.owners.reverse() },
        seat("nobody in a seat") { _, _, _ in nil },
        seat("another in a seat") { _, sketch, chance in Sample.person(sketch.anybody(&chance).value, "Somebody") },
        seat("somebody is away") { $0.away(until: $1.day.adding(days: $2.number(0...60))) },
        seat("somebody has no address") { person, _, _ in Sample.person(person.id.value, person.name, []) },
        seat("somebody has a hook") { person, _, _ in
            Sample.person(person.id.value, person.name, [.email, .webhook(endpoint: "desk")])
        },
        seat("the administrator in a seat") { _, _, _ in Sample.administrator },
        OutlineDifference("answered jointly in another way") { sketch, chance in
            sketch.joint = chance.any(of: [.all, .any, .lead(nil), .lead(OwnerID(2))], or: .all)
        },
    ]

    private static let ofTarget = [
        OutlineDifference("of another plan") { sketch, _ in sketch.plan = "walls" },
        OutlineDifference("another status") { sketch, chance in
            sketch.status = chance.any(of: Status.allCases, or: .open)
        },
        OutlineDifference("armed at another time") { sketch, chance in
            sketch.armedAt = sketch.armedAt.adding(seconds: Int64(chance.number(-9_000_000...9_000_000)))
        },
        OutlineDifference("another date") { sketch, chance in
            sketch.reading = chance.reading(sketch.day.adding(days: chance.number(-60...60)))
        },
        OutlineDifference("no date") { sketch, _ in sketch.reading = nil },
        OutlineDifference("agreed to or not") { sketch, chance in
            sketch.reading = chance.coin() ? nil : sketch.reading
            sketch.response = .noted
        },
        OutlineDifference("a date that was recorded on another day") { sketch, chance in
            sketch.setAt = sketch.setAt.adding(seconds: Int64(chance.number(-9_000_000...9_000_000)))
        },
        OutlineDifference("a date that owners moved") { sketch, chance in
            sketch.extendedBy = sketch.owners.map(\.id).filter { _ in chance.coin() }
            sketch.ownerExtensions = chance.number(0...5)
        },
        OutlineDifference("moved once more") { sketch, _ in sketch.ownerExtensions += 1 },
        OutlineDifference("introduced at another time") { sketch, chance in
            let fates: [ReminderFate] = [
                .waiting, .givenUp, .sent(sketch.armedAt.adding(seconds: Int64(chance.number(0...9_000_000)))),
            ]
            sketch.newcomers[sketch.anybody(&chance)] = chance.any(of: fates, or: .waiting)
        },
        OutlineDifference("introduced to nobody") { sketch, _ in sketch.introductions = [] },
        OutlineDifference("another label") { sketch, _ in sketch.labels = ["ministers"] },
        OutlineDifference("another recommendation") { sketch, _ in sketch.number = "7" },
    ]
}

extension OutlineSketch {
    /// The day around which things happen.
    fileprivate var day: CivilDate {
        reading?.due ?? reading?.from ?? recorded.map(\.plannedDay).max() ?? CivilDate(dayNumber: 19_700)
    }

    /// The name of one of its stages, or of the warning before one; mostly.
    fileprivate func stage(_ chance: inout Chance) -> String {
        let names =
            recorded.map(\.stage) + [
                "month-before", "week-before", "due-day", "deputy", "manager", "s\(chance.number(0...8))",
            ]
        return chance.any(of: names, or: "s0") + (chance.number(0...3) == 0 ? "-warning" : "")
    }

    /// One of its people, or somebody who never was one.
    fileprivate func anybody(_ chance: inout Chance) -> PersonID { PersonID(Int64(chance.number(11...17))) }
}

extension PersonFacts {
    fileprivate func with(_ change: (PersonFacts) -> PersonFacts?) -> PersonFacts? { change(self) }
}

extension ReminderKind {
    fileprivate static let spoken = allCases.filter { $0 != .introduction }
}
