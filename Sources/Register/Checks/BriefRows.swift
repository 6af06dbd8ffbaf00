// The rows of a look: of the targets of a stretch and of what other tables hold of them, no more than a check goes by.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// A target's own row.
struct BriefRow {
    let id: TargetID
    let version: Int64
    let plan: PlanID
    let recommendation: Int64
    let status: Status
    let armedAt: Instant
    let revision: Int64
    let nextCheck: Instant?
    let joint: String?
    let lead: OwnerID?
    /// Whether it is chased with another.
    let isOne: Bool

    static func armed(_ db: Database, after point: TargetID, _ limit: Int) throws -> [BriefRow] {
        try Prepared(
            db,
            """
            SELECT id, version, plan_id, recommendation_id, status = 'open', status, armed_at, revision, next_check,
                joint, joint_lead, same_as IS NOT NULL
            FROM target WHERE id > ? AND armed_at IS NOT NULL ORDER BY id LIMIT ?
            """
        ).rows(.id(point), .number(limit)) {
            BriefRow(
                id: TargetID($0.int(0)), version: $0.int(1), plan: PlanID($0.int(2)), recommendation: $0.int(3),
                status: $0.int(4) == 1 ? .open : try $0.named(5), armedAt: Instant(milliseconds: $0.int(6)),
                revision: $0.int(7), nextCheck: $0.instant(8), joint: $0.maybeText(9),
                lead: $0.maybeInt(10).map(OwnerID.init), isOne: $0.int(11) != 0)
        }
    }
}

struct BriefTie {
    let owner: OwnerID
    let position: Int64
}

/// A date of a target, in force or not.
struct DatedRow {
    let number: Int64
    let date: BriefDate
    let move: DateMove

    static func all(_ db: Database, _ range: TargetRange) throws -> ByTarget<DatedRow> {
        try ByTarget(
            db, range, from: DateMove.table,
            """
            number, date_revision.kind = 'due', due, at, date_revision.decision_id IS NOT NULL, \(DateMove.columns),
                \(Reading.columns(of: "date_revision"))
            """, order: "number"
        ) { row in
            let (setAt, move) = (Instant(milliseconds: row.int(4)), DateMove(row, from: 6))
            // Nearly all of them; the rest of its columns is left alone.
            if row.int(2) == 1, let due = try row.maybeDay(3) {
                return DatedRow(number: row.int(1), date: BriefDate(due: due, setAt: setAt), move: move)
            }
            let reading = try Reading(row, from: 10)
            return DatedRow(
                number: row.int(1), date: BriefDate(reading, setAt: setAt, isSettled: row.int(5) != 0), move: move)
        }
    }
}

/// A reminder that was recorded under the present mode.
struct BriefReminder {
    let revision: Int64
    let recipient: PersonID
    /// nil for an introduction, of which nothing more is asked than to whom.
    let reminder: RecordedReminder?

    init(_ row: Columns) throws {
        revision = row.int(1)
        recipient = PersonID(row.int(7))
        reminder = row.int(15) != 0 ? nil : try RecordedReminder(row)
    }

    /// Whether its reader needs no introduction to the target under this date, if they are who hears for the owner: they
    /// had one, under whichever date, or were told in person.
    func introduces(at revision: Int64) -> Bool {
        guard let reminder else { return true }
        return self.revision == revision && reminder.role == .holder && reminder.copy == nil && reminder.standIn == nil
            && reminder.fate.sentAt != nil
    }
}

/// What other tables hold of the targets of a stretch.
struct BriefBeside {
    var dates: ByTarget<DatedRow>
    var ties: ByTarget<BriefTie>
    var said: ByTarget<BriefReminder>
    var answers: ByTarget<AnswerToTarget>
    var proposals: ByTarget<RecordedBefore<ProposalFacts>>
    var labels: ByTarget<String>

    init(_ db: Database, _ range: TargetRange, mode: DeliveryMode, forRules: Bool) throws {
        dates = try DatedRow.all(db, range)
        // By its key, so that SQLite has nothing to sort; they are sorted by position where there are several.
        ties = try ByTarget(
            db, range, from: "target_owner", "owner_id, position", where: "tie = 'certain'", order: "owner_id"
        ) { BriefTie(owner: OwnerID($0.int(1)), position: $0.int(2)) }
        said = try RecordedReminder.all(db, range, mode, read: BriefReminder.init)
        answers = try AnswerToTarget.all(db, range)
        proposals = try RecordedBefore<ProposalFacts>.all(db, range, mode)
        labels =
            forRules ? try ByTarget(db, range, from: "label", "word", order: "word") { $0.text(1) } : ByTarget()
    }
}
