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

    /// The instant of the earliest check; nil where nothing will come of itself. While a look through the register is
    /// under way, some are due at once.
    public func earliestCheck() throws -> Instant? {
        try read { db in
            if try Self.lookPoint(db) != nil { return .distantPast }
            return try Instant.fetchOne(
                db.cachedStatement(sql: "SELECT min(next_check) FROM target WHERE next_check IS NOT NULL"))
        }
    }

    /// The facts of one target as they stand, with what was recorded under `mode`, and the people who stand for its
    /// owners on the day that `today` gives for the plan's name; nil where there is no such target.
    public func facts(
        of target: TargetID, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> TargetFacts? {
        try reading(mode, today) { try $0.facts(of: target) }
    }

    /// The same for many, read together, ascending by target.
    public func facts(
        of targets: [TargetID], mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> FactsOfMany {
        try reading(mode, today) { try $0.facts(of: targets) }
    }

    /// The same for many that are to be checked and not written of: words are left out, and recommendations and labels
    /// where nothing asks for them.
    ///
    /// - Parameter forRules: whether there are rules that choose schedules.
    public func facts(
        toCheck targets: [TargetID], mode: DeliveryMode, forRules: Bool, today: (_ plan: String) -> CivilDate
    ) throws -> FactsOfMany {
        try reading(mode, today, .check(byRules: forRules)) { try $0.facts(of: targets) }
    }

    /// The whole facts of the armed targets that follow one in the register, at most so many.
    public func facts(
        ofArmedAfter target: TargetID, limit: Int, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> FactsOfMany {
        try reading(mode, today) { try $0.facts(ofArmedAfter: target, limit: limit) }
    }

    /// What a look reads first of the armed targets that follow one in the register, at most so many.
    ///
    /// - Parameter forRules: whether there are rules that choose schedules.
    public func glance(
        armedAfter target: TargetID, limit: Int, mode: DeliveryMode, forRules: Bool,
        today: (_ plan: String) -> CivilDate
    ) throws -> Glance {
        try reading(mode, today) { try $0.glance(armedAfter: target, limit: limit, forRules: forRules) }
    }

    /// The facts of one target by a reference such as `remand-2024/6.2`; throws `noSuchTarget`.
    public func facts(
        reference: String, mode: DeliveryMode, today: (_ plan: String) -> CivilDate
    ) throws -> TargetFacts {
        try reading(mode, today) { reader in
            let id = try Finding(reader.db).target(reference)
            guard let facts = try reader.facts(of: id) else {
                throw RegisterError.noSuchTarget(reference: reference, didYouMean: nil)
            }
            return facts
        }
    }

    private func reading<Result>(
        _ mode: DeliveryMode, _ today: (_ plan: String) -> CivilDate, _ scope: FactsScope = .whole,
        _ body: (FactsReader) throws -> Result
    ) throws -> Result {
        try read { db in
            try known.refresh(db)
            return try withoutActuallyEscaping(today) { today in
                try body(FactsReader(db, mode: mode, scope: scope, knowing: known, today: today))
            }
        }
    }

    /// Writes a decision down if the target has not changed since its facts were read. Reminders join the mail of their
    /// window, or the next one where that has left; each webhook is a message of its own.
    public func record(_ decision: CheckDecision, at now: Instant) throws -> Recorded {
        try write(at: now) { try $0.record(decision) }
    }

    /// The same for many in one transaction, each by itself guarded by its version. Nothing is written where it throws.
    ///
    /// - Parameters:
    ///   - moved: targets of which nothing is to be written but a next check.
    ///   - look: how far a look through the register has come with them.
    ///   - next: more of them, asked for inside the transaction until there are none.
    public func record(
        _ decisions: [CheckDecision], moving moved: [NextCheck] = [], look: LookProgress? = nil, at now: Instant,
        then next: () throws -> [CheckDecision]? = { nil }
    ) throws -> [Recorded] {
        try write(at: now) { writing in
            // A look meets every page of the index of next checks again and again.
            if look != nil { try writing.db.execute(sql: "PRAGMA cache_size = \(Self.lookCache)") }
            try writing.move(moved)
            if !decisions.isEmpty { try known.refresh(writing.db) }
            var recorded = try decisions.map { try writing.record($0) }
            while let more = try next() { recorded += try more.map { try writing.record($0) } }
            // Neither a reminder nor a refusal nor a proposal changes anything that targets share.
            known.stand(at: writing.tail.last?.hash)
            if let look { try writing.note(look) }
            if look == .ended { try writing.db.execute(sql: "PRAGMA cache_size = \(Self.usualCache)") }
            return recorded
        }
    }

    /// Leaves a target alone that cannot be checked, so that it does not stop all others; it goes onto the worklist.
    public func putOff(_ target: TargetID, until: Instant, because: String, at now: Instant) throws {
        try write(at: now) { writing in
            try writing.execute("UPDATE target SET next_check = ? WHERE id = ?", [until, target])
            try writing.doubt(.unreadable, plan: nil, target: target, text: because, line: nil)
        }
    }
}
