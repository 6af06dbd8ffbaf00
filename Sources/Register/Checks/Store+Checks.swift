// The service's side of a check: which targets are due for one, what is known of them, and writing down the decision.

import CivilTime
import GRDB
import Reminders

extension Store {
    /// Targets whose check has come, the longest due first.
    public func dueChecks(at now: Instant, limit: Int) throws -> [TargetID] {
        try read { db in
            try TargetID.fetchAll(
                db.cachedStatement(
                    sql: "SELECT id FROM target WHERE next_check <= ? ORDER BY next_check, id LIMIT ?"),
                arguments: [now, limit])
        }
    }

    /// The instant of the earliest check; nil where nothing will come of itself.
    public func earliestCheck() throws -> Instant? {
        try read { db in
            try Instant.fetchOne(
                db.cachedStatement(sql: "SELECT min(next_check) FROM target WHERE next_check IS NOT NULL"))
        }
    }

    /// The facts of one target as they stand, with what was recorded under `mode`, and the people who stand for its
    /// owners on the day that `today` gives for the plan's name; nil where there is no such target.
    public func facts(
        of target: TargetID, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> TargetFacts? {
        try read { db in
            try withoutActuallyEscaping(today) { today in
                try FactsReader(db, mode: mode, today: today).facts(of: target)
            }
        }
    }

    /// The same for a reference such as `remand-2024/6.2`; throws `noSuchTarget`.
    public func facts(
        reference: String, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> TargetFacts {
        try read { db in
            try withoutActuallyEscaping(today) { today in
                let id = try Finding(db).target(reference)
                guard let facts = try FactsReader(db, mode: mode, today: today).facts(of: id) else {
                    throw RegisterError.noSuchTarget(reference: reference, didYouMean: nil)
                }
                return facts
            }
        }
    }

    /// Writes a decision down if the target has not changed since its facts were read. Reminders join the mail of their
    /// window, or the next one where that has left; each webhook is a message of its own.
    public func record(_ decision: CheckDecision, at now: Instant) throws -> Recorded {
        try write(at: now) { try $0.record(decision) }
    }

    /// Leaves a target alone that cannot be checked, so that it does not stop all others; it goes onto the worklist.
    public func putOff(_ target: TargetID, until: Instant, because: String, at now: Instant) throws {
        try write(at: now) { writing in
            try writing.execute("UPDATE target SET next_check = ? WHERE id = ?", [until, target])
            try writing.doubt(.unreadable, plan: nil, target: target, text: because, line: nil)
        }
    }

    /// Makes every armed target of a plan, or of all, due for a check at once: after a reload or a change of mode.
    /// Returns how many.
    @discardableResult
    public func touchAll(plan: String? = nil, at now: Instant) throws -> Int {
        try write(at: now) { writing in
            let id = try plan.map { try Finding(writing.db).plan($0) }
            return try writing.change(
                """
                UPDATE target SET version = version + 1, next_check = ?
                WHERE armed_at IS NOT NULL AND (? IS NULL OR plan_id = ?)
                """, [now, id, id])
        }
    }
}
