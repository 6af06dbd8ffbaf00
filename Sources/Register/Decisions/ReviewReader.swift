// Reads what of a plan waits for a person, with the text around it.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// The worklist of a plan with its targets and owners; throws `noSuchPlan`.
    public func review(plan name: String) throws -> PlanReview {
        try read { db in
            let plan = try Finding(db).plan(name)
            return try ReviewReader(db: db, plan: plan, name: name).review()
        }
    }
}

struct ReviewReader {
    let db: Database
    let plan: PlanID
    let name: String

    func review() throws -> PlanReview {
        let doubts = try WorklistRow.fetch(db, where: "ifnull(worklist.plan_id, target.plan_id) = ?", [plan]).map {
            row in
            ReviewedDoubt(
                number: row.id, kind: row.kind, plan: name, reference: row.reference, text: row.text, line: row.line,
                like: row.like, posts: row.posts)
        }
        let title = try String.fetchOne(db, sql: "SELECT title FROM plan WHERE id = ?", arguments: [plan])
        let owners = try OwnersReader(db).records().filter { $0.plans.contains(name) }
        return PlanReview(
            plan: name, title: title ?? "", doubts: doubts,
            targets: try targets(doubted: Set(doubts.compactMap(\.reference))),
            owners: owners.map { ReviewedOwner(entry: $0.entry, openTargets: $0.openTargets) })
    }

    private func targets(doubted: Set<String>) throws -> [ReviewedTarget] {
        var steps: [Int64: [ReviewedTarget.Step]] = [:]
        let printed = try Row.fetchAll(
            db,
            sql: """
                SELECT printed_action.* FROM printed_action JOIN recommendation ON recommendation.id = recommendation_id
                WHERE plan_id = ? ORDER BY recommendation_id, printed_action.position
                """, arguments: [plan])
        for row in printed {
            steps[row["recommendation_id"], default: []].append(
                ReviewedTarget.Step(label: row["label"], text: row["text"]))
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT date_revision.*, target.*, ifnull(printed_number, recommendation.number) AS printed_as,
                    recommendation.text AS recommendation_text FROM target
                JOIN recommendation ON recommendation.id = recommendation_id
                JOIN date_revision ON target_id = target.id AND date_revision.number = target.revision
                WHERE target.plan_id = ? ORDER BY recommendation.position, statement
                """, arguments: [plan]
        ).filter { $0["status"] != Status.superseded || doubted.contains($0["reference"]) }.map { row in
            ReviewedTarget(
                reference: row["reference"], recommendation: row["printed_as"],
                recommendationText: row["recommendation_text"], steps: steps[row["recommendation_id"]] ?? [],
                action: try action(row["id"]), phrase: row["phrase"], reading: Reading(row: row),
                status: row["status"], owners: try owners(row["id"]), line: row["line"])
        }
    }

    private func action(_ target: TargetID) throws -> String? {
        let texts = try String.fetchAll(
            db.cachedStatement(
                sql: "SELECT text FROM action WHERE target_id = ? AND pairing = 'certain' ORDER BY position"),
            arguments: [target])
        return texts.isEmpty ? nil : texts.joined(separator: "\n")
    }

    private func owners(_ target: TargetID) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT post FROM target_owner JOIN owner ON owner.id = owner_id WHERE target_id = ?
                    ORDER BY target_owner.position
                    """), arguments: [target])
    }
}
