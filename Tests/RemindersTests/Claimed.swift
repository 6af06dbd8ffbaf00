// Messages of the outbox as a claim hands them to the core.

import ActionPlans
import CivilTime

@testable import Reminders

extension Sample {
    static func reminder(
        _ target: TargetFacts, _ kind: ReminderKind = .overdue, id: Int64 = 1, stage: String? = nil,
        repetition: Int = 1, owner: OwnerID? = OwnerID(1), role: Role = .holder, recipient: PersonID = ada.id,
        channel: Channel = .email, standIn: StandIn? = nil, copy: CopyReason? = nil, planned: CivilDate,
        occurrence: CivilDate? = nil,
        revision: Int = 1,
        mode: DeliveryMode = .live
    ) -> RecordedFor {
        RecordedFor(
            id: ReminderID(id),
            key: ReminderKey(
                target: target.id, revision: revision, stage: stage ?? kind.rawValue, repetition: repetition,
                recipient: recipient, channel: channel, mode: mode),
            kind: kind, owner: owner, role: role, standIn: standIn, copy: copy, plannedDay: planned,
            occurrence: occurrence, target: target)
    }

    static func message(
        _ reminders: [RecordedFor], to recipient: PersonFacts = ada, channel: Channel = .email
    ) -> Claimable {
        Claimable(
            kind: .reminders, plan: plan, recipient: recipient, channel: channel, reminders: reminders, notice: nil)
    }

    /// What was recorded, as the planner sees it later.
    static func recorded(
        _ stage: String, _ kind: ReminderKind, planned: CivilDate, fate: ReminderFate, repetition: Int = 1,
        role: Role = .holder, recipient: PersonID = ada.id, channel: Channel = .email
    ) -> RecordedReminder {
        RecordedReminder(
            stage: stage, repetition: repetition, kind: kind, owner: OwnerID(1), role: role, recipient: recipient,
            channel: channel, standIn: nil, plannedDay: planned, fate: fate)
    }

    /// What a decision plans, as a claim would find it.
    static func claimed(_ reminder: Reminder, _ target: TargetFacts, id: Int64 = 1) -> RecordedFor {
        RecordedFor(
            id: ReminderID(id), key: reminder.key, kind: reminder.kind, owner: reminder.owner, role: reminder.role,
            standIn: reminder.standIn, copy: reminder.copy, plannedDay: reminder.plannedDay,
            occurrence: reminder.occurrence, target: target)
    }
}
