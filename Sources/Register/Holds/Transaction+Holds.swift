// Placing and ending holds. Reminders that wait are not touched here: the next claim finds them held, and drops them.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    func placeHold(_ entry: HoldEntry, on today: CivilDate) throws -> (hold: HoldRecord, isNew: Bool) {
        let rows = try HoldRows(entry.subject, Finding(db))
        guard entry.until >= today else {
            throw RegisterError.wrongState(sentence: "a hold cannot end on \(entry.until), which is over")
        }
        try checkIsChased(rows, entry.subject)
        let known = try HoldID.fetchOne(
            db,
            sql: """
                SELECT id FROM hold WHERE ended_at IS NULL AND \(HoldRows.areSame) AND until_day = ? AND because = ?
                AND by = ?
                """, arguments: rows.arguments + [entry.until, entry.because, entry.by])
        if let known { return (try standing(known, on: today), false) }
        let id = HoldID(
            try insert(
                """
                INSERT INTO hold (plan_id, target_id, owner_id, channel, until_day, because, by, recorded_at, recorded_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows.arguments + [entry.until, entry.because, entry.by, at, authorName]))
        try note(
            .holdRecorded, try subject(rows),
            [
                ("hold", .int(Int(id.value))), ("channel", .text(rows.channel?.description)),
                ("until", .string(entry.until.description)), ("because", .string(entry.because)),
            ])
        try touchHeld(rows)
        return (try standing(id, on: today), true)
    }

    func endHold(_ id: HoldID, because: String, on today: CivilDate, leavingFrom: Instant) throws -> HoldRecord {
        let hold = try standing(id, on: today)
        try end(hold, because: because)
        // The hour may lie outside of the window, in which what waited was to leave.
        if case .channel(.email) = hold.subject {
            try execute(
                """
                UPDATE message SET not_before = ? WHERE state = 'waiting' AND channel = 'email' AND not_before < ?
                AND kind <> 'test'
                """, [leavingFrom, leavingFrom])
        }
        return hold
    }

    func end(_ hold: HoldRecord, because: String) throws {
        try execute(
            "UPDATE hold SET ended_at = ?, ended_by = ?, ended_because = ? WHERE id = ?",
            [at, authorName, because, hold.id])
        let rows = try HoldRows(hold.subject, Finding(db))
        try note(
            .holdEnded, try subject(rows),
            [
                ("hold", .int(Int(hold.id.value))), ("channel", .text(rows.channel?.description)),
                ("because", .string(because)),
            ])
        try touchHeld(rows)
    }

    private func standing(_ id: HoldID, on today: CivilDate) throws -> HoldRecord {
        guard let hold = try HoldRecord.fetch(db, on: today, where: "hold.id = ?", [id]).first else {
            throw RegisterError.noSuchRow(what: "hold \(id) that still stands; `duewatch holds` lists them")
        }
        return hold
    }

    private func checkIsChased(_ rows: HoldRows, _ subject: HoldSubject) throws {
        let plan = try rows.plan ?? rows.target.map { try TargetState.fetch(db, $0).plan }
        if let plan { try checkIsNotClosed(plan) }
        guard let target = rows.target else { return }
        let status = try TargetState.fetch(db, target).status
        guard status.isChased else {
            throw RegisterError.wrongState(sentence: "\(subject) is \(status.rawValue): nothing is sent for it")
        }
    }

    private func subject(_ rows: HoldRows) throws -> LedgerSubject {
        let plan = try rows.plan ?? rows.target.map { try TargetState.fetch(db, $0).plan }
        return LedgerSubject(plan: plan, target: rows.target, owner: rows.owner)
    }

    private func touchHeld(_ rows: HoldRows) throws {
        try execute(
            """
            UPDATE target SET version = version + 1, next_check = CASE WHEN armed_at IS NULL THEN NULL ELSE ? END
            WHERE plan_id = ? OR id = ? OR id IN (SELECT target_id FROM target_owner WHERE owner_id = ?)
            """, [at, rows.plan, rows.target, rows.owner])
    }
}
