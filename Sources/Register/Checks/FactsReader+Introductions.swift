// Whom a plan has written to for the first time, and when.

import CivilTime
import GRDB
import Reminders

/// What was read of introductions; nobody changes it inside the transaction of a reader.
struct Newcomers {
    /// Plans that have introduced somebody; of any other there is nothing more to read.
    var plans: [PlanID: Bool] = [:]
    var fates: [Newcomer: ReminderFate?] = [:]

    struct Newcomer: Hashable {
        let person: PersonID
        let plan: PlanID
    }
}

extension [RecordedReminder] {
    /// Of a target under every date it had.
    var introductions: [IntroductionFacts] {
        filter { $0.kind == .introduction }
            .map { IntroductionFacts(owner: $0.owner, recipient: $0.recipient, fate: $0.fate) }
    }
}

extension FactsReader {
    /// What became of the last introduction of a plan to each of those who stand for some owners.
    func newcomers(among owners: [OwnerFacts], to plan: PlanID) throws -> [PersonID: ReminderFate] {
        guard try introduces(plan) else { return [:] }
        var found: [PersonID: ReminderFate] = [:]
        for owner in owners {
            for person in [owner.holder, owner.deputy, owner.manager] {
                guard let person = person?.id else { continue }
                found[person] = try fate(of: Newcomers.Newcomer(person: person, plan: plan))
            }
        }
        return found
    }

    func introduces(_ plan: PlanID) throws -> Bool {
        if let known = newcomers.plans[plan] { return known }
        let found =
            try Bool.fetchOne(
                db.cachedStatement(
                    sql: "SELECT EXISTS (SELECT 1 FROM message WHERE plan_id = ? AND introduces = 1)"),
                arguments: [plan]) ?? false
        newcomers.plans[plan] = found
        return found
    }

    private func fate(of newcomer: Newcomers.Newcomer) throws -> ReminderFate? {
        if let known = newcomers.fates[newcomer] { return known }
        let fate = try read(newcomer)
        newcomers.fates[newcomer] = .some(fate)
        return fate
    }

    /// One that is still to leave before all others; nil for those who had none.
    private func read(_ newcomer: Newcomers.Newcomer) throws -> ReminderFate? {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT settled_at FROM message
                    WHERE plan_id = ? AND recipient = ? AND introduces = 1 AND mode = ?
                    AND state IN ('waiting', 'held', 'claimed', 'delivered')
                    AND EXISTS (SELECT 1 FROM reminder WHERE message_id = message.id AND kind = 'introduction'
                        AND reminder.state IN ('waiting', 'sent'))
                    ORDER BY settled_at IS NULL DESC, settled_at DESC LIMIT 1
                    """), arguments: [newcomer.plan, newcomer.person, mode])
        guard let row else { return nil }
        let at: Instant? = row["settled_at"]
        return at.map(ReminderFate.sent) ?? .waiting
    }
}
