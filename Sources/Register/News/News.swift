// One piece of news with what it tells, as it stands in the register when it is told.

import CivilTime
import GRDB
import Reminders

struct News {
    private let event: TargetEvent
    private let plan: PlanID
    /// The same for one change for ever, so that it is queued once.
    private let key: String

    init(_ db: Database, _ news: Row) throws {
        let target: TargetID = news["target_id"]
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT target.plan_id, reference, status, recommendation.number, recommendation.text,
                    (SELECT count(*) FROM date_revision WHERE target_id = target.id AND is_extension = 1
                        AND number <= ifnull(?, revision)) AS extensions
                FROM target JOIN recommendation ON recommendation.id = recommendation_id WHERE target.id = ?
                """, arguments: [news["revision"] as Int?, target])
        guard let row else { throw RegisterError.noSuchRow(what: "target \(target)") }
        let posts = try String.fetchAll(
            db,
            sql: """
                SELECT post FROM target_owner JOIN owner ON owner.id = owner_id WHERE target_id = ? ORDER BY position
                """, arguments: [target])
        let actions = try String.fetchAll(
            db, sql: "SELECT text FROM action WHERE target_id = ? AND pairing = 'certain' ORDER BY position",
            arguments: [target])
        let answer = try (news["answer_id"] as AnswerID?).flatMap { answer in
            try Self.answer(db, answer, of: target, isUndone: news["is_undone"])
        }
        let revision: Int? = news["revision"]
        let (before, _) = try revision.map { try Self.date(db, target, $0 - 1) } ?? (nil, nil)
        let (after, cause) = try revision.map { try Self.date(db, target, $0) } ?? (nil, nil)
        plan = row["plan_id"]
        key = [
            "event", "target-\(target)", answer.map { "answer-\($0.number)\($0.isUndone ? "-undone" : "")" },
            revision.map { "date-\($0)" },
        ].compactMap { $0 }.joined(separator: "-")
        event = TargetEvent(
            kind: revision == nil ? .answered : .dateChanged, at: news["at"], reference: row["reference"],
            recommendation: row["number"], recommendationText: row["text"],
            action: actions.isEmpty ? nil : actions.joined(separator: "\n"), owners: posts,
            status: row["status"], answer: answer, dateBefore: before, dateAfter: after, cause: cause,
            extensions: row["extensions"])
    }

    func notice(to administrator: PersonID, endpoint: String) -> Notice {
        Notice(
            kind: .receipt, to: administrator, plan: plan, key: "\(key)-\(endpoint)",
            subject: "\(event.reference): \(event.kind == .answered ? "answered" : "a changed date")", paragraphs: [],
            thread: key, event: event)
    }

    private static func answer(
        _ db: Database, _ answer: AnswerID, of target: TargetID, isUndone: Bool
    ) throws -> EventAnswer? {
        // Several owners at once are an answer for all.
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT answer.*, (SELECT count(*) FROM answer_target WHERE answer_id = answer.id AND target_id = ?) AS owners,
                    (SELECT post FROM answer_target JOIN owner ON owner.id = owner_id
                        WHERE answer_id = answer.id AND target_id = ?) AS post
                FROM answer WHERE id = ?
                """, arguments: [target, target, answer])
        guard let row else { return nil }
        return EventAnswer(
            number: answer.value, kind: row["kind"], until: row["until_day"],
            owner: (row["owners"] as Int) == 1 ? row["post"] : nil, saidBy: row["said_by"], saidOn: row["said_on"],
            isUndone: isUndone)
    }

    private static func date(
        _ db: Database, _ target: TargetID, _ number: Int
    ) throws -> (date: EventDate?, cause: String?) {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM date_revision WHERE target_id = ? AND number = ?", arguments: [target, number])
        return (
            row.map { EventDate(revision: number, phrase: $0["phrase"], due: $0["due"], rule: $0["rule"]) },
            row?["cause"]
        )
    }
}
