// The dates of targets: the one in force, the first that was ever printed, and how often it was moved since.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct DatesReader {
    private let rows: RowsByTarget

    init(_ db: Database, _ range: TargetRange) throws {
        rows = try RowsByTarget(
            db,
            """
            SELECT target_id, number, \(Reading.columns(of: "date_revision")), phrase, cause = 'corrected', is_extension, answer_id,
                answer.id IS NOT NULL, undone_at IS NOT NULL, date_revision.decision_id IS NOT NULL, at
            FROM date_revision LEFT JOIN answer ON answer.id = answer_id
            WHERE \(range.condition(on: "target_id")) ORDER BY target_id, number
            """, range.arguments)
    }

    /// What is read of the revision in force.
    private struct Present {
        let reading: Reading?
        let phrase: String
        let answer: AnswerID?
        let isDecided: Bool
        let at: Instant
    }

    /// nil where the revision in force is missing.
    func date(of target: TargetRow, _ answers: [AnswerToTarget]) throws -> DateFacts? {
        var present: Present?
        var firstDue: CivilDate?
        // The first date is as it was read in the end: a correction of a misreading takes the place of what it corrects.
        var isFirst = true
        var (extensions, byOwners) = (0, 0)
        var extending: [AnswerID] = []
        try rows.each(of: target.id) { row in
            let number: Int = row[1]
            let isCorrection: Bool = row[14]
            if number > 1, !isCorrection { isFirst = false }
            if isFirst { firstDue = row[4] }
            if row[15] as Bool {
                let answer: AnswerID? = row[16]
                if let answer { extending.append(answer) }
                if !(row[18] as Bool) {
                    extensions += 1
                    if row[17] as Bool { byOwners += 1 }
                }
            }
            if number == target.revision {
                present = Present(
                    reading: Reading(row: row, from: 2), phrase: row[13], answer: row[16], isDecided: row[19],
                    at: row[20])
            }
        }
        guard let present else { return nil }
        return DateFacts(
            revision: target.revision, phrase: present.phrase, reading: present.reading, firstDue: firstDue,
            extensions: extensions, ownerExtensions: byOwners,
            extendedBy: present.answer.map { extending.contains($0) ? askers(of: $0, answers) : [] } ?? [],
            setAt: present.at, isSettled: present.isDecided || target.isOne)
    }

    /// The owners who asked for the date that an answer made.
    private func askers(of answer: AnswerID, _ answers: [AnswerToTarget]) -> [OwnerID] {
        answers.filter { $0.answer == answer }.compactMap(\.owner)
    }
}
