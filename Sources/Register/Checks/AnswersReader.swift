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
}

struct AnswersReader {
    private let rows: RowsByTarget

    init(_ db: Database, _ range: TargetRange) throws {
        rows = try RowsByTarget(
            db,
            """
            SELECT target_id, answer.id, owner_id, kind, until_day, occurrence, recorded_at, undone_at IS NOT NULL
            FROM answer_target JOIN answer ON answer.id = answer_id
            WHERE \(range.condition(on: "target_id")) ORDER BY target_id, answer_target.id
            """, range.arguments)
    }

    /// In the order in which they were written, those that were undone among them.
    func answers(to target: TargetID) throws -> [AnswerToTarget] {
        var found: [AnswerToTarget] = []
        try rows.each(of: target) { row in
            found.append(
                AnswerToTarget(
                    answer: row[1], owner: row[2], kind: row[3], until: row[4], occurrence: row[5], recordedAt: row[6],
                    isUndone: row[7]))
        }
        return found
    }
}

/// What all the answers of one owner to one target come to.
struct Heard {
    private(set) var answer: OwnerAnswer?
    /// When anything was last recorded of it.
    private(set) var at: Instant?
    /// The last coming round that it said was done.
    private(set) var doneThrough: CivilDate?

    init(of owner: OwnerID, _ answers: [AnswerToTarget]) {
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
}
