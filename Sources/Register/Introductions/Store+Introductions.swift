// Who has not answered their introduction. Any answer that is recorded in their post's name counts, a note too.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Store {
    /// The join is crossed, or SQLite would go through all reminders for those few that introduce somebody.
    static let silent = """
        SELECT message.id, message.plan_id, message.recipient, plan.name AS plan, person.name AS person,
            settled_at, silence_told_at, reference
        FROM message CROSS JOIN reminder ON reminder.message_id = message.id AND reminder.kind = 'introduction'
            AND reminder.state = 'sent'
        JOIN plan ON plan.id = message.plan_id JOIN person ON person.id = message.recipient
        JOIN target ON target.id = reminder.target_id
        WHERE introduces = 1 AND message.state = 'delivered' AND message.mode = ?1
        AND target.armed_at IS NOT NULL AND target.status IN ('open', 'ongoing')
        AND EXISTS (SELECT 1 FROM standing WHERE standing.owner_id = reminder.owner_id
            AND standing.person_id = message.recipient AND ifnull(from_day, ?2) <= ?2
            AND ifnull(until_day, ?2) >= ?2)
        AND NOT EXISTS (
            SELECT 1 FROM reminder AS own
            JOIN answer_target ON answer_target.target_id = own.target_id
                AND ifnull(answer_target.owner_id, own.owner_id) = own.owner_id
            JOIN answer ON answer.id = answer_target.answer_id
            WHERE own.message_id = message.id AND own.kind = 'introduction'
                AND answer.recorded_at >= message.settled_at AND answer.undone_at IS NULL)
        ORDER BY plan.name, person.name, message.recipient, message.id, target.id
        """

    /// By plan and name. Left out is who no longer stands for a post that it was about, and what is no longer chased.
    public func silent(mode: DeliveryMode, on day: CivilDate) throws -> [SilentNewcomer] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: Self.silent, arguments: [mode, day])
            // The rows of one person in one plan follow one another.
            var groups: [[Row]] = []
            for row in rows {
                let last = groups.last?.last
                if let last, last["plan_id"] == row["plan_id"] as PlanID,
                    last["recipient"] == row["recipient"] as PersonID
                {
                    groups[groups.count - 1].append(row)
                } else {
                    groups.append([row])
                }
            }
            return groups.map(SilentNewcomer.init(rows:))
        }
    }
}

extension SilentNewcomer {
    /// - Parameter rows: at least one, all of one person and plan.
    fileprivate init(rows: [Row]) {
        let instants = rows.compactMap { row -> Instant? in row["settled_at"] }
        let told = rows.map { row -> Instant? in row["silence_told_at"] }
        self.init(
            person: rows.first?["person"] ?? "", plan: rows.first?["plan"] ?? "",
            since: instants.min() ?? .distantPast,
            references: rows.map { $0["reference"] as String }.uniqued(),
            messages: rows.map { $0["id"] as MessageID }.uniqued(), isTold: told.allSatisfy { $0 != nil })
    }
}
