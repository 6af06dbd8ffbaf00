// One target in full, for a script.

import ActionPlans
import Register
import Reminders

extension TargetReport {
    var json: JSON {
        let reading = facts.date.reading
        return .object([
            ("reference", .string(facts.reference)), ("plan", .string(facts.plan.name)),
            ("title", .string(facts.plan.title)), ("edition", .string(detail.edition)),
            ("line", detail.line.map(JSON.int) ?? .null),
            ("recommendation", .string(facts.recommendation.number)),
            ("text", .string(facts.recommendation.text)),
            ("response", .text(facts.recommendation.response?.rawValue)), ("action", .text(facts.action)),
            ("pairing", .string(detail.pairing.rawValue)), ("status", .string(facts.status.rawValue)),
            ("late", .bool(isLate)), ("phrase", .string(facts.date.phrase)),
            ("labels", .array(facts.labels.map(JSON.string))),
            ("same_as", .text(detail.sameAs)), ("one_with", .array(facts.oneWith.map(JSON.string))),
            ("reading", reading?.json(includingMilestone: true) ?? .null),
            ("revision", .int(facts.date.revision)), ("extensions", .int(facts.date.extensions)),
            ("first_due", .text(facts.date.firstDue?.description)), ("armed_at", .text(facts.armedAt?.rfc3339)),
            ("next_check", .text(detail.nextCheck?.rfc3339)), ("owners", .array(facts.owners.map(\.json))),
            ("silent", .array(silent.map(\.json))),
            ("revisions", .array(detail.revisions.map(\.json))), ("reminders", .array(detail.reminders.map(\.json))),
            ("answers", .array(detail.answers.map(\.json))), ("worklist", .array(detail.worklist.map(\.json))),
            ("ledger", .array(detail.ledger.map(\.json))),
        ])
    }
}

extension OwnerFacts {
    fileprivate var json: JSON {
        .object(
            [("post", .string(post)), ("certain", .bool(isCertain))]
                + Role.allCases.map { ($0.rawValue, .text(person($0)?.name)) })
    }
}

extension DateRevision {
    fileprivate var json: JSON {
        .object([
            ("number", .int(number)), ("phrase", .string(phrase)),
            ("reading", reading?.json(includingMilestone: true) ?? .null), ("cause", .string(cause.rawValue)),
            ("edition", .text(edition)), ("at", .string(at.rfc3339)), ("by", .text(by)), ("because", .text(because)),
        ])
    }
}

extension ReminderRecord {
    fileprivate var json: JSON {
        .object([
            ("stage", .string(key.stage)), ("repetition", .int(key.repetition)), ("revision", .int(key.revision)),
            ("kind", .string(kind.rawValue)), ("role", .string(role.rawValue)), ("recipient", .string(recipientName)),
            ("channel", .string(key.channel.description)), ("mode", .string(key.mode.rawValue)),
            ("planned_day", .string(plannedDay.description)), ("state", .string(state.rawValue)),
            ("recorded_at", .string(recordedAt.rfc3339)), ("sent_at", .text(sentAt?.rfc3339)),
            ("because", .text(because)), ("message", .int(Int(message.value))),
        ])
    }
}

extension AnswerRecord {
    fileprivate var json: JSON {
        .object([
            ("id", .int(Int(id.value))), ("kind", .string(kind)), ("owner", .text(owner)),
            ("until", .text(until?.description)), ("text", .text(text)), ("by", .string(saidBy)),
            ("on", .string(on.description)), ("because", .string(because)),
            ("recorded_at", .string(recordedAt.rfc3339)), ("undone_at", .text(undoneAt?.rfc3339)),
        ])
    }
}
