// The dates of targets: the one in force, the first that was ever printed, and how often it was moved since.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// One date of a target.
struct Revision {
    let number: Int
    let reading: Reading?
    let due: CivilDate?
    let phrase: String
    let isCorrection: Bool
    let move: DateMove
    let isDecided: Bool
    let at: Instant

    /// In the order of their numbers.
    static func all(_ db: Database, _ range: TargetRange) throws -> ByTarget<Revision> {
        try ByTarget(
            db, range, from: DateMove.table,
            """
            number, \(Reading.columns(of: "date_revision")), phrase, cause = 'corrected',
                date_revision.decision_id IS NOT NULL, at, \(DateMove.columns)
            """, order: "number"
        ) { row in
            Revision(
                number: Int(row.int(1)), reading: try Reading(row, from: 2), due: try row.maybeDay(4),
                phrase: row.text(13), isCorrection: row.int(14) != 0, move: DateMove(row, from: 17),
                isDecided: row.int(15) != 0, at: Instant(milliseconds: row.int(16)))
        }
    }

    /// What all the dates of a target come to; nil where the one in force is missing.
    static func facts(_ revisions: ArraySlice<Revision>, of target: TargetRow, _ answers: ArraySlice<AnswerToTarget>)
        -> DateFacts?
    {
        guard let present = revisions.first(where: { $0.number == target.revision }) else { return nil }
        // The first date is as it was read in the end: a correction of a misreading takes the place of what it corrects.
        let first = revisions.prefix { $0.number == 1 || $0.isCorrection }.last
        let moves = revisions.map(\.move)
        let extensions = moves.extensions
        return DateFacts(
            revision: target.revision, phrase: present.phrase, reading: present.reading, firstDue: first?.due,
            extensions: extensions.count, ownerExtensions: extensions.count(where: \.isAnswered),
            extendedBy: moves.askers(of: present.move, answers),
            setAt: present.at, isSettled: present.isDecided || target.isOne)
    }
}
