// What a webhook says of an answer or a changed date. Never holds an address.

import ActionPlans
import CivilTime
import Reminders

struct EventBody {
    let event: TargetEvent
    let facts: MessageFacts
    let link: String?
    let marking: [(String, JSON)]

    var json: JSON {
        .object(
            [
                ("reference", .string(event.reference)),
                ("link", .text(link)),
                (
                    "plan",
                    facts.plan.map { .object([("name", .string($0.name)), ("title", .string($0.title))]) } ?? .null
                ),
                ("recommendation", .string(event.recommendation)),
                ("recommendation_text", .string(PlainLine.of(event.recommendationText))),
                ("action", .text(event.action.map { PlainLine.of($0) })),
                ("owners", .array(event.owners.map(JSON.string))),
                ("status", .string(event.status)),
            ] + particulars + [("mode", .string(facts.mode.rawValue))] + marking)
    }

    private var particulars: [(String, JSON)] {
        switch event.kind {
        case .answered: [("answer", event.answer.map(answer) ?? .null)]
        case .dateChanged:
            [
                ("before", event.dateBefore.map(date) ?? .null), ("after", event.dateAfter.map(date) ?? .null),
                ("cause", .text(event.cause)), ("extensions", .int(event.extensions)),
            ]
        }
    }

    private func answer(_ answer: EventAnswer) -> JSON {
        .object([
            ("number", .int(Int(answer.number))),
            ("kind", .string(answer.kind.map { $0 == "-" ? "_" : String($0) }.joined())),
            ("until", .text(answer.until?.description)), ("owner", .text(answer.owner)),
            ("said_by", .string(PlainLine.of(answer.saidBy))), ("said_on", .string(answer.saidOn.description)),
            ("undone", .bool(answer.isUndone)),
        ])
    }

    private func date(_ date: EventDate) -> JSON {
        .object([
            ("revision", .int(date.revision)), ("phrase", .string(PlainLine.of(date.phrase))),
            ("due", .text(date.due?.description)), ("rule", .text(date.rule)),
        ])
    }
}
