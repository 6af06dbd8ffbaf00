// What a webhook says when somebody is introduced to a plan: one message with all that is taken as theirs. Never holds an
// address.

import ActionPlans
import CivilTime
import Reminders

struct IntroductionBody {
    let facts: MessageFacts
    let shape: WebhookShape
    let marking: [(String, JSON)]

    var json: JSON {
        .object(
            [
                (
                    "plan",
                    facts.plan.map { .object([("name", .string($0.name)), ("title", .string($0.title))]) } ?? .null
                ),
                ("recipient", .object([("name", .string(facts.recipient.name))])),
                ("targets", .array(facts.introductions.map(target))),
                ("mode", .string(facts.mode.rawValue)),
            ] + marking)
    }

    /// No names and no text, as in every thin body.
    var thin: JSON {
        .object(
            [
                (
                    "targets",
                    .array(
                        facts.introductions.map { entry in
                            .object([
                                ("reference", .string(entry.reference)),
                                ("link", .text(shape.link(to: entry.reference))),
                            ])
                        })
                )
            ] + marking)
    }

    private func target(_ entry: EntryFacts) -> JSON {
        .object([
            ("reference", .string(entry.reference)), ("link", .text(shape.link(to: entry.reference))),
            ("recommendation", .string(entry.recommendation)),
            ("action", .text(entry.action.map { PlainLine.of($0) })),
            ("milestone", .text(entry.milestone.map { PlainLine.of($0) })),
            ("phrase", .string(entry.phrase)), ("due", .text(entry.due?.description)), ("rule", .text(entry.rule)),
            ("revision", .int(entry.revision)), ("working_days_late", .int(entry.workingDaysLate)),
            ("owner", .text(entry.owner)), ("stand_in", .text(entry.standIn?.rawValue)),
            ("first_reminder", .text(entry.introduction?.firstReminder?.description)),
            ("climbs_to", .array((entry.introduction?.climbsTo ?? []).map(rung))),
        ])
    }

    private func rung(_ rung: IntroductionEntry.Rung) -> JSON {
        .object([
            ("role", .string(rung.role.rawValue)), ("name", .string(PlainLine.of(rung.name))),
            ("needs_release", .bool(rung.needsRelease)),
        ])
    }
}
