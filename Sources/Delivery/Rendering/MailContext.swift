// The names that a template may use, and what stands for them. Values are plain lines; HTML templates escape them.

import CivilTime
import Reminders

/// The facts of one message as mustache reads them.
struct MailContext {
    let facts: MessageFacts

    var values: [String: Any] {
        let told = told
        var values: [String: Any] = [
            "subject": PlainLine.of(facts.subject),
            "name": PlainLine.of((facts.intended ?? facts.recipient).name),
            "sender": PlainLine.of(facts.sender.name),
            "replyTo": PlainLine.of(facts.replyTo),
            "day": facts.day.inWordsWithWeekday,
            "paragraphs": facts.paragraphs.map { TemplateText(PlainLine.of($0)) },
            "entries": told.enumerated().map { entry($1, number: $0 + 1, isSeveral: told.count > 1) },
            "count": Count.word(told.count),
            "hasEntries": !told.isEmpty,
            "posts": IntroductionContext(facts: facts).posts,
            "isIntroduction": !facts.introductions.isEmpty,
            "isCopy": !facts.entries.isEmpty && facts.entries.allSatisfy { $0.copy != nil },
            "hasCopy": facts.entries.contains { $0.copy != nil },
            "isSeveral": facts.entries.count > 1,
            "isOne": told.count == 1,
            "asksForEvidence": facts.entries.contains { $0.kind.asksForEvidence },
            "asksForDate": facts.entries.contains { !$0.kind.asksForEvidence },
            "goesNext": facts.entries.contains { $0.next != nil },
        ]
        values["marking"] = facts.marking.map { PlainLine.of($0) }
        if let plan = facts.plan {
            values["plan"] = TemplateValues([
                "name": PlainLine.of(plan.name), "title": PlainLine.of(plan.title, limit: 300),
            ])
        }
        if let intended = facts.intended {
            let address = intended.address.map { " <\(PlainLine.of($0))>" } ?? ""
            values["rehearsal"] = "REHEARSAL: in live mode this would go to \(PlainLine.of(intended.name))\(address)"
        }
        values["lateFrom"] = IntroductionContext(facts: facts).lateFrom
        values["heldOver"] = heldOver
        values["standIn"] = standIn
        values["standInAdvice"] = standInAdvice
        if isReasonShared { values["note"] = facts.entries.first.flatMap { wording($0).note } }
        return values
    }

    /// What the weekly cap put off; nil for nothing.
    private var heldOver: String? {
        guard let heldOver = facts.heldOver else { return nil }
        let what =
            heldOver.reminders == 1
            ? "One reminder in this mail was held over from last week"
            : "\(Count.word(heldOver.reminders)) reminders in this mail were held over from last week"
        return heldOver.cap.map {
            "\(what), so that you get no more than \(Count.of($0, "mail")) with reminders in a week."
        }
            ?? "\(what)."
    }

    /// What an introduction lists stands apart from what needs an answer already; where only references may be said, each
    /// is said once.
    private var told: [EntryFacts] {
        guard !facts.introductions.isEmpty else { return facts.entries }
        guard facts.isThin else { return facts.reminders }
        let introduced = Set(facts.introductions.map(\.reference))
        return facts.introductions + facts.reminders.filter { !introduced.contains($0.reference) }
    }

    /// Whether one line says it for every entry.
    private var isReasonShared: Bool { Set(facts.entries.map { reason(for: $0) }).count <= 1 }

    /// Why it comes to this reader and to no other; nil where it is simply theirs.
    private func reason(for entry: EntryFacts) -> String? { wording(entry).standIn ?? wording(entry).note }

    /// What the administrator can do about it, by a command.
    private var standInAdvice: String {
        guard facts.entries.allSatisfy({ $0.standIn == .ownerUnclear }), let plan = facts.plan else {
            return "Please pass it on, and have the owner recorded: “duewatch owners --unresolved” writes the list to "
                + "fill in."
        }
        return "Please pass it on, and settle whose it is: “duewatch review \(PlainLine.of(plan.name))” says how."
    }

    /// One line for all entries, or what they have in common.
    private var standIn: String? {
        let reasons = facts.entries.compactMap { wording($0).standIn }
        if isReasonShared { return reasons.first }
        guard reasons.count == facts.entries.count else { return nil }
        return "You receive this as the administrator, in place of owners who cannot be told; each entry says why."
    }

    private func entry(_ entry: EntryFacts, number: Int, isSeveral: Bool) -> TemplateValues {
        let wording = wording(entry)
        var values: [String: Any] = [
            "number": number,
            "reference": ([entry.reference] + entry.merged).map { PlainLine.of($0) }.joined(separator: ", "),
            "situation": wording.situation,
            "ask": wording.ask,
            "standing": wording.standing,
            "date": wording.date,
            "recommendation": wording.recommendation,
            "recommendationText": PlainLine.of(entry.recommendationText, limit: isSeveral ? 400 : 1_200),
        ]
        values["late"] = wording.late
        values["firstDate"] = wording.firstDate
        values["next"] = wording.next
        values["owner"] = entry.owner.map { PlainLine.of($0) }
        values["action"] = entry.action.map { PlainLine.of($0, limit: isSeveral ? 400 : 1_200) }
        values["link"] = WebhookShape(link: facts.link).link(to: entry.reference)
        values["milestone"] = entry.milestone.map { PlainLine.of($0) }
        if !entry.jointOwners.isEmpty {
            values["jointLabel"] = entry.owner == nil ? "Owners named" : "Jointly with"
            values["jointOwners"] = entry.jointOwners.map { PlainLine.of($0) }.joined(separator: "; ")
        }
        if isSeveral, !isReasonShared { values["standInHere"] = reason(for: entry) }
        return TemplateValues(values)
    }

    private func wording(_ entry: EntryFacts) -> Wording { Wording(entry: entry, day: facts.day) }
}
