// Messages that are never sent: one of every kind, about real targets or one made up, to try templates on.

import ActionPlans
import CivilTime

extension Freezing {
    /// A mail for each kind of reminder and each stage of its plan's schedule about every target, one about all of them
    /// and a letter about all, and one of each kind of notice. Without a target one is made up.
    public func specimens(of targets: [TargetFacts], to reader: PersonFacts) -> [MessageFacts] {
        let targets = targets.isEmpty ? [Self.invented] : targets
        let single = targets.flatMap { target -> [MessageFacts] in
            let kinds = ReminderKind.allCases.map { ($0, $0.rawValue) }
            let stages = policy.plan(target.plan.name).schedule.stages.map { (ReminderKind.overdue, $0.name) }
            return (kinds + stages).compactMap { specimen(of: [target], as: $0, stage: $1, to: reader) }
        }
        let several = [ReminderKind.overdue, .letter, .introduction].compactMap { kind in
            specimen(of: Array((targets + targets).prefix(12)), as: kind, stage: kind.rawValue, to: reader)
        }
        let notices = [MessageKind.receipt, .notice, .test].compactMap { kind -> MessageFacts? in
            let notice = Notice(
                kind: kind, to: reader.id, plan: targets.first?.plan.id, key: "specimen", subject: "A specimen",
                paragraphs: ["This is a specimen."], thread: "specimen")
            return marked(
                freeze(
                    Claimable(
                        kind: kind, plan: targets.first?.plan, recipient: reader, channel: .email, reminders: [],
                        notice: notice)
                ).facts)
        }
        return single + several + notices
    }

    private func specimen(
        of targets: [TargetFacts], as kind: ReminderKind, stage: String, to reader: PersonFacts
    ) -> MessageFacts? {
        guard let plan = targets.first?.plan else { return nil }
        let reminders = targets.map { target in
            RecordedFor(
                id: ReminderID(0),
                key: ReminderKey(
                    target: target.id, revision: target.date.revision, stage: stage, repetition: 1,
                    recipient: reader.id, channel: .email, mode: policy.mode),
                kind: kind, owner: target.owners.first?.id, role: kind == .escalated ? .deputy : .holder, standIn: nil,
                plannedDay: policy.plan(plan.name).calendar.zone.date(at: now), target: target)
        }
        let message = Claimable(
            kind: .reminders, plan: plan, recipient: reader, channel: .email, reminders: reminders, notice: nil)
        return marked(facts(message, plan: plan, entries: reminders.map(entry)))
    }

    private func marked(_ facts: MessageFacts?) -> MessageFacts? {
        guard var facts else { return nil }
        facts.id = String(repeating: "0", count: 32)
        return facts
    }

    private static let invented = TargetFacts(
        id: TargetID(0), version: 1, reference: "example-2026/1.1",
        plan: PlanFacts(id: PlanID(0), name: "example-2026", title: "Action Plan: a plan made up to try templates on"),
        recommendation: RecommendationFacts(
            number: "1", text: "The board should publish its tide tables & say <who> checks them.", directedAt: nil,
            response: nil),
        action: "Publish the tables.",
        date: DateFacts(
            revision: 2, phrase: "April 2026",
            reading: Reading(
                kind: .due, from: CivilDate(iso: "2026-04-01"), due: CivilDate(iso: "2026-04-30"), precision: .month,
                rule: "a month is due on its last day", milestone: "Tables on the website"),
            firstDue: CivilDate(iso: "2026-03-31"), extensions: 1),
        status: .open, armedAt: nil,
        owners: [
            OwnerFacts(
                id: OwnerID(0), post: "Head of Navigation", holder: nil, deputy: nil, manager: nil, answer: nil,
                isCertain: true)
        ], recorded: [], holds: [])
}
