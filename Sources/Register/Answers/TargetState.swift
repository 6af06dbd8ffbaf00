// A target as an answer finds it and leaves it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct TargetState {
    struct Owner {
        let id: OwnerID
        let post: String
        let isCertain: Bool
        /// The kind of the last answer that counts: "done", "on-track", "not-mine" ...
        let answer: String?
    }

    let id: TargetID
    let plan: PlanID
    let reference: String
    /// The references of those that are one deliverable with it, and are chased with it.
    let oneWith: [String]
    let status: Status
    let revision: Int
    let phrase: String
    let due: CivilDate?
    let kind: Reading.Kind?
    /// The one reading that is chased.
    let reading: Reading?
    /// The later of the days on which it was armed and its date was recorded, in UTC.
    let since: CivilDate
    let isArmed: Bool
    let owners: [Owner]
    let joint: JointMeaning

    static func fetch(_ db: Database, _ id: TargetID) throws -> TargetState {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT target.*, ifnull(target.joint, plan.joint) AS meaning, date_revision.*,
                    date_revision.at AS set_at FROM target
                JOIN plan ON plan.id = target.plan_id
                JOIN date_revision ON target_id = target.id AND number = revision WHERE target.id = ?
                """, arguments: [id])
        guard let row else { throw RegisterError.noSuchRow(what: "target \(id)") }
        let owners = try Row.fetchAll(
            db,
            sql: """
                SELECT owner.id, post, tie, (SELECT CASE WHEN occurrence IS NULL THEN kind END
                    FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE target_id = target_owner.target_id AND owner_id = owner.id AND undone_at IS NULL
                    AND kind <> 'note' ORDER BY answer.id DESC LIMIT 1) AS answer
                FROM target_owner JOIN owner ON owner.id = target_owner.owner_id WHERE target_id = ? ORDER BY position
                """, arguments: [id]
        ).map { Owner(id: $0["id"], post: $0["post"], isCertain: $0["tie"] == "certain", answer: $0["answer"]) }
        let oneWith = try String.fetchAll(
            db,
            sql: """
                SELECT reference FROM target WHERE same_as = ? AND status NOT IN ('superseded', 'withdrawn') ORDER BY id
                """, arguments: [id])
        let instants: [Instant?] = [row["armed_at"], row["set_at"]]
        let since = instants.compactMap { $0 }.max().map { at in
            CivilDate(dayNumber: Int((Double(at.milliseconds) / 86_400_000).rounded(.down)))
        }
        return TargetState(
            id: id, plan: row["plan_id"], reference: row["reference"], oneWith: oneWith, status: row["status"],
            revision: row["revision"], phrase: row["phrase"], due: row["due"], kind: row["kind"],
            reading: Reading(row: row), since: since ?? .min,
            isArmed: (row["armed_at"] as Instant?) != nil, owners: owners,
            joint: JointMeaning(name: row["meaning"], lead: row["joint_lead"]) ?? .all)
    }

    /// What its date alone makes of it.
    var printedStatus: Status { kind == .ongoing ? .ongoing : .open }

    /// Whether enough owners have said that it is done: of those whom the document names for certain, or of all where it
    /// is sure of none, as many as its joint ownership asks for.
    var isAnswered: Bool {
        let certain = owners.filter(\.isCertain)
        let asked = certain.isEmpty ? owners : certain
        switch joint {
        case .all: return asked.allSatisfy { $0.answer == "done" }
        case .any: return asked.contains { $0.answer == "done" }
        case .lead:
            let lead = joint.lead(among: asked.map(\.id))
            return asked.contains { $0.id == lead && $0.answer == "done" }
        }
    }

    /// Whether an answer of this owner, or of any, keeps reminders away, so that there is something to reopen.
    func hasStanding(_ owner: OwnerID?) -> Bool {
        owners.contains { candidate in
            (owner == nil || candidate.id == owner)
                && ["done", "on-track", "not-mine"].contains(candidate.answer ?? "")
        }
    }

    /// Of what comes round, the round that a word of `done` answers.
    func round(
        answeredOn day: CivilDate, by owner: OwnerID?, _ db: Database
    ) throws -> (due: CivilDate, next: CivilDate?)? {
        guard let reading, reading.comesRound else { return nil }
        let through = try CivilDate.fetchOne(
            db,
            sql: """
                SELECT max(occurrence) FROM answer_target JOIN answer ON answer.id = answer_id
                WHERE target_id = ? AND owner_id IS ? AND undone_at IS NULL
                """, arguments: [id, owner])
        return reading.roundAnswered(on: day, since: since, doneThrough: through)
    }

    func effect(
        after: TargetState, stopped: [ReminderKey], reopens: Bool, round: (due: CivilDate, next: CivilDate?)? = nil
    ) -> AnswerEffect {
        let isChasedAgain = after.status.isChased && (!status.isChased || after.revision != revision || reopens)
        return AnswerEffect(
            reference: reference, oneWith: oneWith, phraseBefore: phrase, phraseAfter: after.phrase, dueBefore: due,
            dueAfter: after.due,
            statusBefore: status, statusAfter: after.status, stopped: stopped,
            rearmed: isChasedAgain && after.isArmed && after.kind != nil, round: round?.due, nextRound: round?.next)
    }
}
