// The frozen facts of a message as JSON, in the form that `Codable` gives them: a test holds the two to each other.
// Written by hand, because every message is frozen once, and Foundation's encoder takes longer than the rest of a claim.

import ActionPlans
import CivilTime
import Reminders

struct FrozenFacts {
    let facts: MessageFacts

    var json: JSON {
        .object([
            ("id", .string(facts.id)), ("kind", .string(facts.kind.rawValue)), ("channel", channel),
            ("mode", .string(facts.mode.rawValue)), ("date", .int(Int(facts.date.milliseconds))),
            ("day", .string(facts.day.description)), ("dateHeader", .string(facts.dateHeader)),
            ("plan", facts.plan.map(plan) ?? .null), ("recipient", party(facts.recipient)),
            ("intended", facts.intended.map(party) ?? .null), ("sender", party(facts.sender)),
            ("replyTo", .string(facts.replyTo)), ("domain", .string(facts.domain)), ("thread", .string(facts.thread)),
            ("subject", .string(facts.subject)), ("entries", .array(facts.entries.map(entry))),
            ("paragraphs", .array(facts.paragraphs.map(JSON.string))), ("marking", .text(facts.marking)),
            ("isThin", .bool(facts.isThin)), ("link", .text(facts.link)),
            (
                "heldOver",
                facts.heldOver.map {
                    .object([("reminders", .int($0.reminders)), ("cap", $0.cap.map(JSON.int) ?? .null)])
                } ?? .null
            ),
        ])
    }

    private var channel: JSON {
        switch facts.channel {
        case .email: .object([("email", .object([JSON.Member]()))])
        case .webhook(let endpoint): .object([("webhook", .object([("endpoint", .string(endpoint))]))])
        }
    }

    private func plan(_ plan: PlanFacts) -> JSON {
        .object([("id", id(plan.id)), ("name", .string(plan.name)), ("title", .string(plan.title))])
    }

    private func party(_ party: Party) -> JSON {
        .object([
            ("person", party.person.map(id) ?? .null), ("name", .string(party.name)), ("address", .text(party.address)),
        ])
    }

    private func entry(_ entry: EntryFacts) -> JSON {
        .object([
            ("reminder", id(entry.reminder)), ("kind", .string(entry.kind.rawValue)), ("stage", .string(entry.stage)),
            ("repetition", .int(entry.repetition)), ("reference", .string(entry.reference)),
            ("recommendation", .string(entry.recommendation)),
            ("recommendationText", .string(entry.recommendationText)), ("action", .text(entry.action)),
            ("milestone", .text(entry.milestone)), ("phrase", .string(entry.phrase)), ("due", day(entry.due)),
            ("rule", .text(entry.rule)), ("firstDue", day(entry.firstDue)), ("revision", .int(entry.revision)),
            ("extensions", .int(entry.extensions)), ("workingDaysLate", .int(entry.workingDaysLate)),
            ("owner", .text(entry.owner)), ("role", .string(entry.role.rawValue)),
            ("jointOwners", .array(entry.jointOwners.map(JSON.string))), ("standIn", .text(entry.standIn?.rawValue)),
            ("insteadOf", .text(entry.insteadOf)), ("actsAs", .text(entry.actsAs?.rawValue)),
            ("copy", .text(entry.copy?.rawValue)), ("next", entry.next.map(step) ?? .null),
            ("occurrence", day(entry.occurrence)), ("merged", .array(entry.merged.map(JSON.string))),
            ("startedOn", day(entry.startedOn)), ("ownerExtensions", .int(entry.ownerExtensions)),
            ("introduction", entry.introduction.map(introduction) ?? .null),
        ])
    }

    private func step(_ step: NextStep) -> JSON {
        .object([
            ("role", .string(step.role.rawValue)), ("name", .text(step.name)), ("day", .string(step.day.description)),
            ("needsRelease", .bool(step.needsRelease)),
        ])
    }

    private func introduction(_ introduction: IntroductionEntry) -> JSON {
        .object([
            ("firstReminder", day(introduction.firstReminder)),
            (
                "climbsTo",
                .array(
                    introduction.climbsTo.map { rung in
                        .object([
                            ("role", .string(rung.role.rawValue)), ("name", .string(rung.name)),
                            ("needsRelease", .bool(rung.needsRelease)),
                        ])
                    })
            ),
            ("lateFrom", day(introduction.lateFrom)),
        ])
    }

    private func id<Kind>(_ id: RowID<Kind>) -> JSON { .int(Int(id.value)) }

    private func day(_ day: CivilDate?) -> JSON { .text(day?.description) }
}
