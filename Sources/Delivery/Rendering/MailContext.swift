// The names that a template may use, and what stands for them. Values are plain lines; HTML templates escape them.

import CivilTime
import Reminders

/// The facts of one message as mustache reads them.
struct MailContext {
    let facts: MessageFacts

    var values: [TemplateValues.Member] {
        let told = told
        var values: [TemplateValues.Member] = [
            ("subject", .text(PlainLine.of(facts.subject))),
            ("name", .text(PlainLine.of((facts.intended ?? facts.recipient).name))),
            ("sender", .text(PlainLine.of(facts.sender.name))),
            ("replyTo", .text(PlainLine.of(facts.replyTo))),
            ("day", .text(facts.day.inWordsWithWeekday)),
            ("paragraphs", .lines(facts.paragraphs.map { PlainLine.of($0) })),
            ("entries", .list(told.enumerated().map { entry($1, number: $0 + 1, isSeveral: told.count > 1) })),
            ("count", .text(Count.word(told.targets))),
            ("isOneTarget", .bool(told.targets == 1)),
            ("hasEntries", .bool(!told.isEmpty)),
            ("posts", .list(IntroductionContext(facts: facts).posts)),
            ("isIntroduction", .bool(!facts.introductions.isEmpty)),
            ("isCopy", .bool(!facts.entries.isEmpty && facts.entries.allSatisfy { $0.copy != nil })),
            ("hasCopy", .bool(facts.entries.contains { $0.copy != nil })),
            ("isSeveral", .bool(facts.entries.count > 1)),
            ("isOne", .bool(told.count == 1)),
            ("asksForEvidence", .bool(facts.entries.contains { $0.kind.asksForEvidence })),
            ("asksForDate", .bool(facts.entries.contains { !$0.kind.asksForEvidence })),
        ]
        values.add("marking", facts.marking.map { PlainLine.of($0) })
        if let plan = facts.plan {
            let plan = TemplateValues([
                ("name", .text(PlainLine.of(plan.name))), ("title", .text(PlainLine.of(plan.title, limit: 300))),
            ])
            values.append(("plan", .values(plan)))
        }
        if let intended = facts.intended {
            let address = intended.address.map { " <\(PlainLine.of($0))>" } ?? ""
            values.add(
                "rehearsal", "REHEARSAL: in live mode this would go to \(PlainLine.of(intended.name))\(address)")
        }
        values.add("lateFrom", IntroductionContext(facts: facts).lateFrom)
        values.add("heldOver", heldOver)
        values.add("standIn", standIn)
        values.add("standInAdvice", standInAdvice)
        if isReasonShared { values.add("note", facts.entries.first.flatMap { wording($0).note }) }
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
        guard facts.isThin else { return facts.reminders }
        var said: Set<String> = []
        return (facts.introductions + facts.reminders).filter { said.insert($0.reference).inserted }
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
        var values: [TemplateValues.Member] = [
            ("number", .number(number)),
            ("reference", .text(([entry.reference] + entry.merged).map { PlainLine.of($0) }.joined(separator: ", "))),
            ("situation", .text(wording.situation)),
            ("ask", .text(wording.ask)),
            ("standing", .text(wording.standing)),
            ("date", .text(wording.date)),
            ("recommendation", .text(wording.recommendation)),
            ("recommendationText", .text(PlainLine.of(entry.recommendationText, limit: isSeveral ? 400 : 1_200))),
        ]
        values.add("late", wording.late)
        values.add("firstDate", wording.firstDate)
        values.add("next", wording.next)
        values.add("owner", entry.owner.map { PlainLine.of($0) })
        values.add("action", entry.action.map { PlainLine.of($0, limit: isSeveral ? 400 : 1_200) })
        values.add("link", WebhookShape(link: facts.link).link(to: entry.reference))
        values.add("milestone", entry.milestone.map { PlainLine.of($0) })
        if !entry.jointOwners.isEmpty {
            values.add("jointLabel", entry.owner == nil ? "Owners named" : "Jointly with")
            values.add("jointOwners", entry.jointOwners.map { PlainLine.of($0) }.joined(separator: "; "))
        }
        if isSeveral, !isReasonShared { values.add("standInHere", reason(for: entry)) }
        return TemplateValues(values)
    }

    private func wording(_ entry: EntryFacts) -> Wording { Wording(entry: entry, day: facts.day) }
}

extension [EntryFacts] {
    /// How many targets are told of: one that is late, and to be said something of before a review, stands here twice.
    fileprivate var targets: Int { Set(map(\.reference)).count }
}
