// A reminder that waits in the outbox, as its row has it, before the facts of its target are read.

import CivilTime
import Reminders

struct WaitingReminder {
    let id: ReminderID
    let key: ReminderKey
    private let kind: ReminderKind
    private let owner: OwnerID?
    private let role: Role
    private let standIn: StandIn?
    private let copy: CopyReason?
    private let plannedDay: CivilDate
    private let occurrence: CivilDate?
    private let isHeldOver: Bool

    private static let columns = """
        id, target_id, revision, stage, repetition, recipient, channel, mode, kind, owner_id, role, stand_in, copy,
        planned_day, occurrence, held_over
        """

    /// In the order in which they were recorded.
    static let ofMessage = "SELECT \(columns) FROM reminder WHERE message_id = ? AND state = 'waiting' ORDER BY id"

    init(columns: Columns) throws {
        id = ReminderID(columns.int(0))
        key = ReminderKey(
            target: TargetID(columns.int(1)), revision: Int(columns.int(2)), stage: columns.text(3),
            repetition: Int(columns.int(4)), recipient: PersonID(columns.int(5)), channel: try columns.channel(6),
            mode: try columns.named(7))
        kind = try columns.named(8)
        owner = columns.maybeInt(9).map(OwnerID.init)
        role = try columns.named(10)
        standIn = try columns.maybeNamed(11)
        copy = try columns.maybeNamed(12)
        plannedDay = try columns.day(13)
        occurrence = try columns.maybeDay(14)
        isHeldOver = columns.int(15) > 0
    }

    func of(_ target: TargetFacts) -> RecordedFor {
        RecordedFor(
            id: id, key: key, kind: kind, owner: owner, role: role, standIn: standIn, copy: copy,
            plannedDay: plannedDay, occurrence: occurrence, target: target, isHeldOver: isHeldOver)
    }
}
