// What was recorded of targets before: reminders and proposals of the revision in force, under one delivery mode.

import CivilTime
import GRDB
import Reminders

struct RecordedReader {
    private let rows: RowsByTarget

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode) throws {
        rows = try range.rows(
            db, of: "reminder",
            """
            revision, stage, repetition, kind, owner_id, role, recipient, channel, stand_in, copy, planned_day,
                occurrence, state, sent_at
            """, where: "mode = ? AND state <> 'dropped'", order: "id", [mode])
    }

    /// Oldest first.
    func reminders(of target: TargetID, revision: Int) throws -> [RecordedReminder] {
        var found: [RecordedReminder] = []
        try rows.each(of: target) { row in
            guard row[1] as Int == revision else { return }
            let fate: ReminderFate =
                switch row[13] as ReminderRecord.State {
                case .sent: .sent(row[14])
                case .givenUp: .givenUp
                case .waiting, .dropped: .waiting
                }
            found.append(
                RecordedReminder(
                    stage: row[2], repetition: row[3], kind: row[4], owner: row[5], role: row[6], recipient: row[7],
                    channel: row[8], standIn: row[9], copy: row[10], plannedDay: row[11], occurrence: row[12],
                    fate: fate))
        }
        return found
    }
}

struct ProposalsReader {
    private let rows: RowsByTarget

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode) throws {
        rows = try range.rows(
            db, of: "proposal", "revision, owner_id, stage, occurrence, state, because", where: "mode = ?",
            order: "id", [mode])
    }

    /// Oldest first.
    func proposals(of target: TargetID, revision: Int) throws -> [ProposalFacts] {
        var found: [ProposalFacts] = []
        try rows.each(of: target) { row in
            guard row[1] as Int == revision else { return }
            let state: ProposalState =
                switch row[5] as String {
                case "released": .released
                case "stopped": .stopped(because: row[6])
                default: .proposed
                }
            found.append(ProposalFacts(owner: row[2], stage: row[3], occurrence: row[4], state: state))
        }
        return found
    }
}
