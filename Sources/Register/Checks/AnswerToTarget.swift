// What owners said of targets.

import CivilTime
import GRDB
import Reminders

/// One answer as it stands to one target.
struct AnswerToTarget {
    let answer: AnswerID
    let owner: OwnerID?
    let kind: String
    let until: CivilDate?
    /// The coming round that it was said of.
    let occurrence: CivilDate?
    let recordedAt: Instant
    let isUndone: Bool

    /// In the order in which they were written, those that were undone among them.
    static func all(_ db: Database, _ range: TargetRange) throws -> ByTarget<AnswerToTarget> {
        try ByTarget(
            db, range, from: "answer_target JOIN answer ON answer.id = answer_id",
            "answer.id, owner_id, kind, until_day, occurrence, recorded_at, undone_at IS NOT NULL",
            order: "answer_target.id"
        ) { row in
            AnswerToTarget(
                answer: AnswerID(row.int(1)), owner: row.maybeInt(2).map(OwnerID.init), kind: row.text(3),
                until: try row.maybeDay(4), occurrence: try row.maybeDay(5),
                recordedAt: Instant(milliseconds: row.int(6)), isUndone: row.int(7) != 0)
        }
    }
}

/// What all the answers of one owner to one target come to.
struct Heard {
    private(set) var answer: OwnerAnswer?
    /// When anything was last recorded of it.
    private(set) var at: Instant?
    /// The last coming round that it said was done.
    private(set) var doneThrough: CivilDate?

    init(of owner: OwnerID, _ answers: ArraySlice<AnswerToTarget>) {
        let standing = answers.filter { $0.owner == owner && !$0.isUndone }
        at = standing.map(\.recordedAt).max()
        doneThrough = standing.compactMap(\.occurrence).max()
        guard let last = standing.filter({ $0.kind != "note" }).max(by: { $0.answer < $1.answer }) else { return }
        answer =
            switch last.kind {
            // What was said of one coming round of what recurs closes no other.
            case "done": last.occurrence == nil ? .done : nil
            case "not-mine": .notMine
            case "on-track": last.until.map(OwnerAnswer.onTrack)
            default: nil
            }
    }

    var inBrief: Past.Answer { Past.Answer(answer, heardAt: at, doneThrough: doneThrough) }
}
