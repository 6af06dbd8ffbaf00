// What a webhook says when a message that it carried was wrong. Never holds an address.

import ActionPlans
import CivilTime
import Reminders

struct CorrectionBody {
    let correction: CorrectionFacts
    let facts: MessageFacts
    let shape: WebhookShape
    let marking: [(String, JSON)]

    var json: JSON {
        .object(
            [
                ("corrects", corrects), ("sent_on", .string(correction.sentOn.description)),
                ("because", .string(PlainLine.of(correction.because, limit: 2_000))),
                ("said_by", .string(PlainLine.of(correction.by))),
                (
                    "plan",
                    facts.plan.map { .object([("name", .string($0.name)), ("title", .string($0.title))]) } ?? .null
                ),
                ("recipient", .object([("name", .string(facts.recipient.name))])),
                ("targets", .array(correction.targets.map(target))), ("mode", .string(facts.mode.rawValue)),
            ] + marking)
    }

    /// No names and no text, as in every thin body.
    var thin: JSON {
        .object([("corrects", corrects), ("targets", .array(correction.targets.map(thinTarget)))] + marking)
    }

    /// The webhook-id of the one that was wrong.
    private var corrects: JSON { .string("msg_\(correction.id)") }

    private func target(_ target: CorrectionFacts.Target) -> JSON {
        .object([
            ("reference", .string(target.reference)), ("link", .text(shape.link(to: target.reference))),
            ("status", .string(target.status.rawValue)), ("phrase", .string(PlainLine.of(target.phrase))),
            ("due", .text(target.due?.description)),
        ])
    }

    private func thinTarget(_ target: CorrectionFacts.Target) -> JSON {
        .object([("reference", .string(target.reference)), ("link", .text(shape.link(to: target.reference)))])
    }
}
