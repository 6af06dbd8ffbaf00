// Reads the facts of targets inside one transaction; what many targets share is read once.

import ActionPlans
import CivilTime
import GRDB
import Reminders

final class FactsReader {
    let db: Database
    /// The present delivery mode: what was recorded under another one is not among the facts.
    let mode: DeliveryMode
    /// The day in the zone of the plan with this name.
    let today: (String) -> CivilDate
    private var people: [PersonID: PersonFacts] = [:]

    init(_ db: Database, mode: DeliveryMode, today: @escaping (String) -> CivilDate) {
        self.db = db
        self.mode = mode
        self.today = today
    }

    /// nil where there is no such target.
    func facts(of id: TargetID) throws -> TargetFacts? {
        guard let row = try Row.fetchOne(db.cachedStatement(sql: Self.targetSQL), arguments: [id]) else { return nil }
        let plan = PlanFacts(id: row["plan_id"], name: row["plan_name"], title: row["plan_title"])
        let day = today(plan.name)
        return TargetFacts(
            id: id, version: row["version"], reference: row["reference"], plan: plan,
            recommendation: RecommendationFacts(
                number: row["number"], text: row["text"], directedAt: row["directed_at"], response: row["response"]),
            action: try action(of: id),
            date: DateFacts(
                revision: row["revision"], phrase: row["phrase"], reading: Reading(row: row),
                firstDue: row["first_due"], extensions: row["extensions"], ownerExtensions: row["owner_extensions"],
                extendedBy: try extendedBy(id, row["answer_id"]), setAt: row["at"],
                isSettled: Self.isSettled(row)),
            status: row["status"], armedAt: row["armed_at"], owners: try owners(of: id, on: day),
            joint: JointMeaning(name: row["meaning"], lead: row["joint_lead"]) ?? .all,
            recorded: try recorded(id, revision: row["revision"]), holds: try holds(id, plan: plan.id, on: day),
            labels: try labels(of: id), proposals: try proposals(of: id, revision: row["revision"]),
            oneWith: try oneWith(id))
    }

    /// What it is chased for besides itself.
    private func oneWith(_ id: TargetID) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT reference FROM target WHERE same_as = ? AND status NOT IN ('superseded', 'withdrawn')
                    ORDER BY id
                    """), arguments: [id])
    }

    /// Whether a person decided what is chased of it.
    private static func isSettled(_ row: Row) -> Bool {
        let (decision, deliverable): (Int64?, Int64?) = (row["decision_id"], row["same_as"])
        return decision != nil || deliverable != nil
    }

    private static let targetSQL = """
        SELECT target.*, ifnull(target.joint, plan.joint) AS meaning, plan.name AS plan_name, plan.title AS plan_title,
            ifnull(printed_number, recommendation.number) AS number, recommendation.text, recommendation.directed_at,
            recommendation.response,
            present.phrase, present.kind, present.from_day, present.due, present.precision, present.rule,
            present.completed_on, present.recurrence, present.after, present.period, present.why, present.milestone,
            present.answer_id, present.decision_id, present.at,
            (SELECT due FROM date_revision WHERE target_id = target.id AND number < (
                SELECT ifnull(min(number), 1 << 30) FROM date_revision
                WHERE target_id = target.id AND number > 1 AND cause <> 'corrected')
                ORDER BY number DESC LIMIT 1) AS first_due,
            (SELECT count(*) FROM date_revision LEFT JOIN answer ON answer.id = answer_id
                WHERE target_id = target.id AND is_extension AND undone_at IS NULL) AS extensions,
            (SELECT count(*) FROM date_revision JOIN answer ON answer.id = answer_id
                WHERE target_id = target.id AND is_extension AND undone_at IS NULL) AS owner_extensions
        FROM target
        JOIN plan ON plan.id = target.plan_id
        JOIN recommendation ON recommendation.id = recommendation_id
        JOIN date_revision AS present ON present.target_id = target.id AND present.number = target.revision
        WHERE target.id = ?
        """

    private func action(of id: TargetID) throws -> String? {
        let texts = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT text FROM action WHERE target_id = ? AND pairing = 'certain' ORDER BY position"),
            arguments: [id])
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    private func owners(of id: TargetID, on day: CivilDate) throws -> [OwnerFacts] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT owner.id, owner.post, owner.body, tie FROM target_owner JOIN owner ON owner.id = owner_id
                    WHERE target_id = ? ORDER BY position
                    """), arguments: [id])
        return try rows.map { row in
            let owner: OwnerID = row["id"]
            let tie: String = row["tie"]
            let post: String = row["post"]
            let people = try people(of: owner, on: day)
            let heard = try heard(of: owner, on: id)
            return OwnerFacts(
                id: owner, post: post, holder: people[.holder], deputy: people[.deputy],
                manager: people[.manager], doer: people[.doer],
                body: row["body"] ?? PostBody.suggested(by: post), changesOn: people.changesOn,
                answer: try answer(of: owner, to: id), heardAt: heard.at, doneThrough: heard.doneThrough,
                spellings: try spellings(of: owner), isCertain: tie == "certain")
        }
    }

    /// Who stands for one post on one day.
    struct People {
        var persons: [Seat: PersonFacts] = [:]
        var changesOn: CivilDate?

        subscript(seat: Seat) -> PersonFacts? { persons[seat] }
    }

    func people(of owner: OwnerID, on day: CivilDate) throws -> People {
        let standing = try StandingReader(db).standing(for: owner, on: day)
        var people = People(changesOn: standing.changesOn)
        for (seat, id) in standing.persons { people.persons[seat] = try person(id)?.away(until: standing.away[id]) }
        return people
    }

    /// Who hears on a day what is meant for the holder of a post; nil where nobody on its ladder can be told.
    func hearer(of owner: OwnerID, on day: CivilDate) throws -> PersonID? {
        let people = try people(of: owner, on: day)
        let candidates = [Seat.holder, .deputy, .manager].compactMap { people[$0] }
        return candidates.first(where: \.canBeTold)?.id
    }

    func person(_ id: PersonID) throws -> PersonFacts? {
        if let known = people[id] { return known }
        guard
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT name, email, email_refused_at FROM person WHERE id = ?"),
                arguments: [id])
        else { return nil }
        let refusedAt: Instant? = row["email_refused_at"]
        let email: String? = refusedAt == nil ? row["email"] : nil
        let channels = try Channel.fetchAll(
            db.cachedStatement(sql: "SELECT channel FROM person_channel WHERE person_id = ? ORDER BY position"),
            arguments: [id])
        let person = PersonFacts(
            id: id, name: row["name"], email: email, channels: channels.filter { $0 != .email || email != nil })
        people[id] = person
        return person
    }

    private func answer(of owner: OwnerID, to target: TargetID) throws -> OwnerAnswer? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT kind, until_day, occurrence FROM answer_target JOIN answer ON answer.id = answer_id
                    WHERE target_id = ? AND owner_id = ? AND undone_at IS NULL AND kind <> 'note'
                    ORDER BY answer.id DESC LIMIT 1
                    """), arguments: [target, owner])
        guard let row else { return nil }
        switch row["kind"] as String {
        case "done":
            // What was said of one coming round of what recurs closes no other.
            let occurrence: CivilDate? = row["occurrence"]
            return occurrence == nil ? .done : nil
        case "not-mine": return .notMine
        case "on-track":
            let until: CivilDate? = row["until_day"]
            return until.map(OwnerAnswer.onTrack)
        default: return nil
        }
    }

    private func recorded(_ id: TargetID, revision: Int) throws -> [RecordedReminder] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM reminder WHERE target_id = ? AND revision = ? AND mode = ? AND state <> 'dropped'
                    ORDER BY id
                    """), arguments: [id, revision, mode]
        ).map { row in
            let fate: ReminderFate =
                switch row["state"] as ReminderRecord.State {
                case .sent: .sent(row["sent_at"])
                case .givenUp: .givenUp
                case .waiting, .dropped: .waiting
                }
            return RecordedReminder(
                stage: row["stage"], repetition: row["repetition"], kind: row["kind"], owner: row["owner_id"],
                role: row["role"], recipient: row["recipient"], channel: row["channel"], standIn: row["stand_in"],
                copy: row["copy"], plannedDay: row["planned_day"], occurrence: row["occurrence"], fate: fate)
        }
    }

    private func holds(_ id: TargetID, plan: PlanID, on day: CivilDate) throws -> [HoldFacts] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT owner_id, until_day, because FROM hold
                    WHERE ended_at IS NULL AND until_day >= ? AND (target_id = ? OR plan_id = ?
                        OR owner_id IN (SELECT owner_id FROM target_owner WHERE target_id = ?)) ORDER BY id
                    """), arguments: [day, id, plan, id]
        ).map { HoldFacts(owner: $0["owner_id"], until: $0["until_day"], because: $0["because"]) }
    }
}
