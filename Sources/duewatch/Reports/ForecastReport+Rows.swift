// The same forecast for a script and for a spreadsheet program: one row a reminder, each with its reasons.

import ActionPlans
import CivilTime
import Documents
import Reminders
import Simulation

/// One target of a message, and why it stands there.
struct ToldEntry {
    let entry: EntryFacts
    let choice: ScheduleChoice

    var person: WhyThisPerson { WhyThisPerson(role: entry.role, standIn: entry.standIn, copy: entry.copy) }

    /// "week-before of the schedule standard (rule 2, line 41), as holder"
    var why: String {
        let repetition = entry.repetition > 1 ? " no. \(entry.repetition)" : ""
        return "\(entry.stage)\(repetition) of the schedule \(choice.schedule.name) (\(choice.reason.shortWords)), "
            + person.words
    }
}

extension Forecast.Message {
    var told: [ToldEntry] { zip(facts.entries, choices).map { ToldEntry(entry: $0, choice: $1) } }
}

extension ForecastReport {
    var csv: String { SheetText.written([Self.headings] + messages.flatMap(rows)) }

    private static let headings = [
        "day", "time", "week", "plan", "channel", "to", "address", "message", "reference", "kind", "stage",
        "repetition",
        "due", "owner", "role", "why this person", "schedule", "chosen by", "subject",
    ]

    /// A message without reminders has a row too.
    private func rows(_ message: Forecast.Message) -> [[String]] {
        let civil = zone.civil(at: message.at)
        let party = message.facts.intended ?? message.facts.recipient
        let head = [
            civil.date.description, civil.time.description, ISOWeek(of: civil.date).description,
            message.facts.plan?.name ?? "", message.facts.channel.description, party.name, party.address ?? "",
            message.facts.kind.rawValue,
        ]
        guard !message.told.isEmpty else {
            return [head + Array(repeating: "", count: Self.headings.count - head.count - 1) + [message.facts.subject]]
        }
        return message.told.map { told in
            let entry = told.entry
            return head + [
                entry.reference, word(entry), entry.stage, String(entry.repetition), entry.dueDay?.description ?? "",
                entry.owner ?? "", entry.role.rawValue, told.person.words, told.choice.schedule.name,
                told.choice.reason.words, message.facts.subject,
            ]
        }
    }

    var json: JSON { .array(messages.map(json)) }

    private func json(_ message: Forecast.Message) -> JSON {
        let facts = message.facts
        let intended = facts.intended ?? facts.recipient
        return .object([
            ("at", .string(message.at.rfc3339)), ("day", .string(zone.date(at: message.at).description)),
            ("kind", .string(facts.kind.rawValue)), ("channel", .string(facts.channel.jsonName)),
            ("endpoint", .text(facts.channel.endpoint)), ("mode", .string(facts.mode.rawValue)),
            ("plan", .text(facts.plan?.name)), ("recipient", .text(facts.recipient.address)),
            ("intended", .text(intended.address)), ("name", .string(intended.name)),
            ("subject", .string(facts.subject)), ("references", .array(facts.entries.map { .string($0.reference) })),
            ("reminders", .array(message.told.map(json))),
        ])
    }

    private func json(_ told: ToldEntry) -> JSON {
        let entry = told.entry
        return .object([
            ("reference", .string(entry.reference)), ("kind", .string(entry.kind.rawValue)),
            ("stage", .string(entry.stage)), ("repetition", .int(entry.repetition)), ("owner", .text(entry.owner)),
            ("role", .string(entry.role.rawValue)), ("stand_in", .text(entry.standIn?.rawValue)),
            ("phrase", .string(entry.phrase)), ("due", .text(entry.dueDay?.description)),
            ("why_this_person", .string(told.person.code.rawValue)),
            ("schedule", .string(told.choice.schedule.name)), ("chosen_by", told.choice.reason.json),
        ])
    }
}

extension EntryFacts {
    /// Of what recurs, the day of the round that it is about.
    var dueDay: CivilDate? { due ?? (kind == .review ? nil : occurrence) }
}
