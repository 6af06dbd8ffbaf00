// What was recorded of targets before: reminders and proposals of the revision in force, under one delivery mode.

import CivilTime
import GRDB
import Reminders

/// Something that was recorded under one revision of a target's date.
struct RecordedBefore<Value> {
    let revision: Int
    let value: Value
}

extension ByTarget {
    /// Those of the revision in force.
    mutating func take<Recorded>(_ target: TargetRow) -> [Recorded] where Value == RecordedBefore<Recorded> {
        take(target.id).filter { $0.revision == target.revision }.map(\.value)
    }
}

extension RecordedBefore where Value == RecordedReminder {
    /// Oldest first.
    static func all(_ db: Database, _ range: TargetRange, _ mode: DeliveryMode) throws -> ByTarget<Self> {
        try RecordedReminder.all(db, range, mode) {
            RecordedBefore(revision: Int($0.int(1)), value: try RecordedReminder($0))
        }
    }
}

extension RecordedReminder {
    /// Oldest first. The columns that `read` is given: the revision, those that a reminder is made from, and whether it is
    /// an introduction.
    static func all<Value>(
        _ db: Database, _ range: TargetRange, _ mode: DeliveryMode, read: (Columns) throws -> Value
    ) throws -> ByTarget<Value> {
        try ByTarget(
            db, range, from: "reminder",
            """
            revision, stage, repetition, kind, owner_id, role, recipient, channel, stand_in, copy, planned_day,
                occurrence, state, sent_at, kind = 'introduction'
            """, where: "mode = ? AND because IS NULL", order: "id", binding: [.text(mode.rawValue)], read: read)
    }

    init(_ row: Columns) throws {
        let fate: ReminderFate =
            switch try row.named(13) as ReminderRecord.State {
            case .sent: .sent(Instant(milliseconds: row.int(14)))
            case .givenUp: .givenUp
            case .waiting, .dropped: .waiting
            }
        self.init(
            stage: row.text(2), repetition: Int(row.int(3)), kind: try row.named(4),
            owner: row.maybeInt(5).map(OwnerID.init), role: try row.named(6), recipient: PersonID(row.int(7)),
            channel: try row.channel(8), standIn: try row.maybeNamed(9), copy: try row.maybeNamed(10),
            plannedDay: try row.day(11), occurrence: try row.maybeDay(12), fate: fate)
    }
}

extension RecordedBefore where Value == ProposalFacts {
    /// Oldest first.
    static func all(_ db: Database, _ range: TargetRange, _ mode: DeliveryMode) throws -> ByTarget<Self> {
        try ByTarget(
            db, range, from: "proposal", "revision, owner_id, stage, occurrence, state, because", where: "mode = ?",
            order: "id", binding: [.text(mode.rawValue)]
        ) { row in
            let state: ProposalState =
                switch row.text(5) {
                case "released": .released
                case "stopped": .stopped(because: row.text(6))
                default: .proposed
                }
            return RecordedBefore(
                revision: Int(row.int(1)),
                value: ProposalFacts(
                    owner: OwnerID(row.int(2)), stage: row.text(3), occurrence: try row.maybeDay(4), state: state))
        }
    }
}
