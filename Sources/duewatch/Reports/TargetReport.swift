// One target in full, for a person.

import ActionPlans
import CivilTime
import Register
import Reminders

struct TargetReport {
    let detail: TargetDetail
    /// Who was introduced to it and has said nothing since.
    let silent: [SilentNewcomer]
    let zone: Zone
    let today: CivilDate

    /// - Parameter silent: of the whole register; those of other targets are left out.
    init(_ detail: TargetDetail, silent: [SilentNewcomer], zone: Zone, today: CivilDate) {
        self.detail = detail
        self.silent = silent.filter { $0.references.contains(detail.facts.reference) }
        self.zone = zone
        self.today = today
    }

    var facts: TargetFacts { detail.facts }

    var isLate: Bool { facts.status == .open && facts.date.reading?.due.map { $0 < today } ?? false }

    var lines: [String] {
        heading + date + section("Owners", owners) + section("Reminders", reminders) + section("Answers", answers)
            + section("To settle", detail.worklist.flatMap { WorklistReport.lines($0) }) + section("Ledger", ledger)
    }

    private var heading: [String] {
        let response = facts.recommendation.response.map { ", \($0.words)" } ?? ""
        let line = detail.line.map { ", line \($0)" } ?? ""
        return [
            Style.bold(facts.reference) + "  " + (isLate ? Style.alarming("late") : facts.status.rawValue)
        ] + Paragraph.lines("\(facts.plan.title), edition \(detail.edition)\(line)")
            + Paragraph.lines("recommendation \(facts.recommendation.number)\(response): \(facts.recommendation.text)")
            + (facts.action.map { Paragraph.lines("action: \($0)") } ?? [])
            + (facts.labels.isEmpty ? [] : ["labels: " + facts.labels.joined(separator: ", ")])
            + (detail.sameAs.map { Paragraph.lines("one deliverable with \($0), which is chased for both") } ?? [])
            + (facts.oneWith.isEmpty
                ? []
                : Paragraph.lines("one deliverable with \(facts.oneWith.joined(separator: ", ")), and chased for all"))
            + (detail.pairing == .certain ? [] : ["the pairing of date and action is \(detail.pairing.rawValue)"])
    }

    private var date: [String] {
        var lines = section(
            "Target date",
            detail.revisions.flatMap { revision -> [String] in
                let by = [revision.by, revision.because].compactMap { $0 }.joined(separator: ": ")
                let reading = revision.reading.map { "\(Self.words($0)) (\($0.rule))" } ?? "not chased"
                return Paragraph.lines(
                    "\(revision.number). \"\(revision.phrase)\": \(reading); \(Self.words(revision.cause)) "
                        + "\(Words.moment(revision.at, zone))\(by.isEmpty ? "" : ", \(by)")", indent: "     ",
                    lead: "  ")
            })
        lines.append("  " + armed)
        return lines
    }

    private var armed: String {
        if let other = detail.sameAs { return "not chased: \(other) is" }
        guard let at = facts.armedAt else {
            return facts.date.reading == nil && !facts.isUndated
                ? "not chased: no day to count from" : "not armed: waits for `duewatch arm`"
        }
        let next = detail.nextCheck.map { "; looked at next \(Words.moment($0, zone))" } ?? ""
        return "armed since \(Words.moment(at, zone))\(next)"
    }

    private var owners: [String] {
        facts.owners.flatMap { owner -> [String] in
            let people = Role.allCases.map { role in "\(role.rawValue) \(owner.person(role)?.name ?? "nobody")" }
            return Paragraph.lines(
                owner.post + (owner.isCertain ? "" : " (not certain)"), indent: "    ", lead: "  ")
                + Paragraph.lines(people.joined(separator: ", "), indent: "      ", lead: "    ")
        }
            + silent.flatMap { newcomer in
                Paragraph.lines(
                    "\(newcomer.person) was introduced to it \(Words.moment(newcomer.since, zone)) and has not answered",
                    indent: "    ", lead: "  ")
            }
    }

    private var reminders: [String] {
        detail.reminders.flatMap { reminder -> [String] in
            let repetition = reminder.key.repetition > 1 ? " no. \(reminder.key.repetition)" : ""
            let sent = reminder.sentAt.map {
                "\(Self.accepted(reminder.key.mode, reminder.key.channel)) \(Words.moment($0, zone))"
            }
            let fate = sent ?? reminder.state.rawValue
            let because = reminder.because.map { ", because \(reminder.dropped?.words ?? $0)" } ?? ""
            return Paragraph.lines(
                "\(reminder.plannedDay) \(reminder.key.stage)\(repetition) to \(reminder.recipientName) "
                    + "(\(reminder.role.rawValue)) by \(reminder.key.channel): \(fate.replacingUnderscores)\(because)",
                indent: "    ", lead: "  ")
        }
    }

    private var answers: [String] {
        detail.answers.flatMap { answer -> [String] in
            let owner = answer.owner.map { " for \($0)" } ?? ""
            let what = [answer.until.map { "until \($0)" }, answer.text.map { "\"\($0)\"" }].compactMap { $0 }
                .map { " \($0)" }.joined()
            let undone = answer.undoneAt.map { "; undone \(Words.moment($0, zone))" } ?? ""
            return Paragraph.lines(
                "no. \(answer.id), \(answer.on): \(answer.kind)\(what), said by \(answer.saidBy)\(owner), because "
                    + "\(answer.because)\(undone)", indent: "    ", lead: "  ")
        }
    }

    private var ledger: [String] {
        detail.ledger.flatMap { LedgerReport.lines($0, zone: zone) }
    }

    private func section(_ title: String, _ lines: [String]) -> [String] {
        lines.isEmpty ? [] : ["", Style.bold(title)] + lines
    }

    /// The strongest that can be said of what was sent.
    static func accepted(_ mode: DeliveryMode, _ channel: Channel) -> String {
        switch (mode, channel) {
        case (.live, .email): "accepted by the relay"
        case (.live, .webhook): "accepted by the endpoint"
        case (.rehearsal, .email): "accepted by the relay for the administrator"
        case (.rehearsal, .webhook), (.folder, _): "written to the folder"
        }
    }

    /// "due 30 April 2024", "from 1 April 2024 until 30 June 2024", "ongoing".
    static func words(_ reading: Reading) -> String {
        switch (reading.from, reading.due) {
        case (_, let due?): "due \(due.inWords)"
        case (let from?, nil): "from \(from.inWords)"
        case (nil, nil): reading.kind.rawValue
        }
    }

    private static func words(_ cause: DateRevision.Cause) -> String {
        switch cause {
        case .printed: "as printed, taken in"
        case .newEdition: "in a new edition, taken in"
        case .extended: "extended"
        case .corrected: "corrected"
        }
    }
}

extension String {
    /// `set_aside` as a person writes it.
    var replacingUnderscores: String { split(separator: "_").joined(separator: " ") }
}
