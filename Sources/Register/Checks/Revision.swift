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
    let isExtension: Bool
    let answer: AnswerID?
    /// Whether an owner's answer made it, and whether that was undone.
    let (isAnswered, isUndone): (Bool, Bool)
    let isDecided: Bool
    let at: Instant

    /// In the order of their numbers.
    static func all(_ db: Database, _ range: TargetRange) throws -> ByTarget<Revision> {
        try ByTarget(
            db, range, from: "date_revision LEFT JOIN answer ON answer.id = answer_id",
            """
            number, \(Reading.columns(of: "date_revision")), phrase, cause = 'corrected', is_extension, answer_id,
                answer.id IS NOT NULL, undone_at IS NOT NULL, date_revision.decision_id IS NOT NULL, at
            """, order: "number"
        ) { row in
            Revision(
                number: Int(row.int(1)), reading: try Reading(row, from: 2), due: try row.maybeDay(4),
                phrase: row.text(13), isCorrection: row.int(14) != 0, isExtension: row.int(15) != 0,
                answer: row.maybeInt(16).map(AnswerID.init), isAnswered: row.int(17) != 0, isUndone: row.int(18) != 0,
                isDecided: row.int(19) != 0, at: Instant(milliseconds: row.int(20)))
        }
    }

    /// What all the dates of a target come to; nil where the one in force is missing.
    static func facts(_ revisions: ArraySlice<Revision>, of target: TargetRow, _ answers: ArraySlice<AnswerToTarget>)
        -> DateFacts?
    {
        guard let present = revisions.first(where: { $0.number == target.revision }) else { return nil }
        let extensions = revisions.filter { $0.isExtension && !$0.isUndone }
        // The first date is as it was read in the end: a correction of a misreading takes the place of what it corrects.
        let first = revisions.prefix { $0.number == 1 || $0.isCorrection }.last
        let isAsked = present.answer.map { answer in
            revisions.contains { $0.isExtension && $0.answer == answer }
        }
        return DateFacts(
            revision: target.revision, phrase: present.phrase, reading: present.reading, firstDue: first?.due,
            extensions: extensions.count, ownerExtensions: extensions.count(where: \.isAnswered),
            extendedBy: isAsked == true ? answers.filter { $0.answer == present.answer }.compactMap(\.owner) : [],
            setAt: present.at, isSettled: present.isDecided || target.isOne)
    }
}
