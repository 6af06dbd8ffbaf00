// What a webhook says: one reminder, or a message to the administrator, as JSON with its keys in a fixed order.
// Never holds an address. Source: Standard Webhooks 1.0.0, "Payload structure".

import ActionPlans
import CivilTime
import Reminders

struct WebhookBody {
    let facts: MessageFacts
    var shape = WebhookShape()

    /// `{"type": "reminder.overdue", "timestamp": "...", "data": {...}}`
    var json: JSON {
        .object([
            ("type", .string(type)),
            ("timestamp", .string((facts.event?.at ?? facts.date).rfc3339)),
            ("data", shape.isThin || facts.isThin ? thin : content),
        ])
    }

    var type: String {
        if let event = facts.event { return "target.\(event.kind.rawValue)" }
        if facts.correction != nil { return "message.corrected" }
        guard facts.kind == .reminders else { return facts.kind.rawValue }
        if !facts.introductions.isEmpty { return "owner.introduced" }
        return "reminder.\(facts.entries.first?.kind.rawValue ?? "none")"
    }

    /// No names and no text: what it is about is for the receiver to look up.
    private var thin: JSON {
        if let correction = facts.correction {
            return CorrectionBody(correction: correction, facts: facts, shape: linking, marking: marking).thin
        }
        if !facts.introductions.isEmpty {
            return IntroductionBody(facts: facts, shape: linking, marking: marking).thin
        }
        let entry = facts.entries.first
        return .object(
            [("reference", .text(facts.event?.reference ?? entry?.reference))]
                + (entry.map { [("stage", .string($0.stage))] } ?? []) + [("link", .text(link))] + marking)
    }

    /// The plan's own, or else the endpoint's.
    private var link: String? {
        (facts.event?.reference ?? facts.entries.first?.reference).flatMap(linking.link(to:))
    }

    private var linking: WebhookShape { facts.link.map { WebhookShape(link: $0) } ?? shape }

    /// The protective marking of the plan, where it has one.
    private var marking: [(String, JSON)] { facts.marking.map { [("marking", .string($0))] } ?? [] }

    private var content: JSON {
        if let correction = facts.correction {
            return CorrectionBody(correction: correction, facts: facts, shape: linking, marking: marking).json
        }
        if let event = facts.event { return EventBody(event: event, facts: facts, link: link, marking: marking).json }
        if !facts.introductions.isEmpty {
            return IntroductionBody(facts: facts, shape: linking, marking: marking).json
        }
        guard let entry = facts.entries.first else {
            return .object(
                [
                    ("subject", .string(facts.subject)), ("plan", plan), ("recipient", recipient),
                    ("paragraphs", .array(facts.paragraphs.map(JSON.string))), ("mode", .string(facts.mode.rawValue)),
                ] + marking)
        }
        return .object(
            [
                ("reference", .string(entry.reference)),
                ("link", .text(link)),
                ("plan", plan),
                ("recommendation", .string(entry.recommendation)),
                ("recommendation_text", .string(PlainLine.of(entry.recommendationText))),
                ("action", .text(entry.action.map { PlainLine.of($0) })),
                ("milestone", .text(entry.milestone.map { PlainLine.of($0) })),
                ("phrase", .string(entry.phrase)),
                ("due", day(entry.kind == .starts ? nil : entry.due)),
                ("starts", day(entry.kind == .starts ? entry.due : nil)),
                ("rule", .text(entry.rule)),
                ("first_due", day(entry.firstDue)),
                ("revision", .int(entry.revision)),
                ("extensions", .int(entry.extensions)),
                ("working_days_late", .int(entry.workingDaysLate)),
                ("owner", .text(entry.owner)),
                ("role", .string(entry.role.rawValue)),
                ("joint_owners", .array(entry.jointOwners.map(JSON.string))),
                ("stand_in", .text(entry.standIn?.rawValue)),
                ("instead_of", .text(entry.insteadOf)),
                ("acts_as", .text(entry.actsAs?.rawValue)),
                ("copy", .text(entry.copy?.rawValue)),
                ("stage", .string(entry.stage)),
                ("repetition", .int(entry.repetition)),
                ("recipient", recipient),
                ("next", next(entry.next)),
                ("mode", .string(facts.mode.rawValue)),
            ] + marking)
    }

    private var plan: JSON {
        facts.plan.map { .object([("name", .string($0.name)), ("title", .string($0.title))]) } ?? .null
    }

    private var recipient: JSON { .object([("name", .string(facts.recipient.name))]) }

    private func day(_ day: CivilDate?) -> JSON { .text(day?.description) }

    private func next(_ step: NextStep?) -> JSON {
        step.map {
            .object([
                ("role", .string($0.role.rawValue)), ("name", .text($0.name)), ("day", .string($0.day.description)),
            ])
        } ?? .null
    }
}
