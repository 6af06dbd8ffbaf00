// One decision on its way back: what it put aside stands again, and so do the doubts that it settled. Only the last
// decision about a matter can be taken back, and only while nothing came after it: no edition, no answer.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct Undoing {
    let writing: Transaction
    let decision: RecordedDecision
    let plan: PlanID
    /// nil for a decision about the plan as a whole.
    let target: TargetID?
    let replaced: Replaced?

    private var db: Database { writing.db }
    private var name: String { "decision \(decision.number)" }

    /// Throws `wrongState` where something stands against it.
    func undo(by: String, because: String) throws -> DecisionEffect {
        try checkOrder()
        try writing.execute(
            """
            UPDATE decision SET undone_at = ?, undone_by = ?, undone_because = ?, undone_recorded_by = ? WHERE id = ?
            """, [writing.at, by, because, writing.authorName, decision.number])
        let (changes, stopped) = try restore(because: because)
        try writing.note(
            .decisionUndone, LedgerSubject(plan: plan, target: target),
            [("decision", .int(Int(decision.number))), ("kind", .string(decision.decision.kind.name))])
        return DecisionEffect(
            decision: decision.decision, changes: changes, settled: [], stopped: stopped.map(\.stage),
            reopened: try reopen())
    }

    /// What was built on a decision goes first.
    private func checkOrder() throws {
        if let undone = decision.undone {
            throw RegisterError.wrongState(
                sentence: "\(name) was taken back already, by \(undone.by): \(undone.because)")
        }
        guard let target, decision.decision.kind != .dismiss else { return }
        let later = try Row.fetchAll(
            db,
            sql: """
                SELECT id, kind FROM decision WHERE target_id = ? AND id > ? AND kind <> 'dismiss' AND undone_at IS NULL
                ORDER BY id DESC
                """, arguments: [target, decision.number])
        let matter = decision.decision.kind.matter
        let next = later.first { row in
            matter == "keep" || DecisionKind.matter(of: row["kind"]) == matter
        }
        if let next {
            throw RegisterError.wrongState(
                sentence: "decision \(next["id"] as Int64) about \(decision.decision.subject) came after \(name): "
                    + "take that one back first")
        }
    }

    private func restore(because: String) throws -> ([String], [ReminderKey]) {
        switch (decision.decision.kind, target) {
        case (.dismiss, let target?):
            let state = try TargetState.fetch(db, target)
            guard state.status.isChased || state.status == .superseded else {
                throw refusal("\(state.reference) is \(state.status.rawValue) by now")
            }
            return ([], [])
        case (.date, let target?), (.never, let target?): return try restoreDate(of: target, because: because)
        case (.sameAs, let target?): return try part(target, because: because)
        case (.owner, let target?): return try restoreOwners(of: target)
        case (.action, let target?): return try restoreSteps(of: target)
        case (.keep, let target?): return try supersede(target)
        case (.onePost, _):
            guard let post = replaced?.post else { throw unkept }
            return (try PostParting(writing: writing, post: post).part(), [])
        default: return ([], [])
        }
    }

    private func restoreDate(of target: TargetID, because: String) throws -> ([String], [ReminderKey]) {
        let before = try TargetState.fetch(db, target)
        let made = try Row.fetchOne(
            db,
            sql: """
                SELECT min(number) AS first, max(number) AS last FROM date_revision
                WHERE target_id = ? AND decision_id = ?
                """, arguments: [target, decision.number])
        guard let first: Int = made?["first"], first > 1 else {
            throw refusal("no date of \(before.reference) comes from it")
        }
        guard made?["last"] == before.revision else {
            throw refusal("\(before.reference) has had another date since: \(before.datedWords)")
        }
        if decision.decision.kind.name != "same-as", !before.status.isChased {
            throw refusal(
                "\(before.reference) is \(before.status.rawValue) by now; `duewatch answer --reopen` comes first")
        }
        try writing.restoreRevision(first - 1, as: before.revision + 1, of: target, because: because)
        let follows = try StandingTarget.fetch(db, target).decisions.lazy.compactMap { standing -> String? in
            guard case .sameAs(let reference) = standing.kind else { return nil }
            return reference
        }.first
        let other = try follows.map { try Finding(db).target($0) }
        try writing.execute("UPDATE target SET same_as = ? WHERE id = ?", [other, target])
        try writing.setStatus(try TargetState.fetch(db, target).printedStatus, of: target)
        try writing.touch(target)
        let after = try TargetState.fetch(db, target)
        return (
            ["the date was \(before.datedWords), and is \(after.datedWords) again"],
            try writing.stopWaiting(target, owner: nil, because: .dateChanged)
        )
    }

    /// What was one deliverable with another is one of its own again.
    private func part(_ target: TargetID, because: String) throws -> ([String], [ReminderKey]) {
        let state = try TargetState.fetch(db, target)
        let words = "it is no longer one deliverable with \(decision.decision.kind.values.joined())"
        guard state.status == .superseded else {
            let (changes, stopped) = try restoreDate(of: target, because: because)
            return ([words] + changes, stopped)
        }
        try writing.execute("UPDATE target SET same_as = NULL, version = version + 1 WHERE id = ?", [target])
        return ([words], [])
    }

    private func restoreOwners(of target: TargetID) throws -> ([String], [ReminderKey]) {
        guard let owners = replaced?.owners else { throw unkept }
        let before = try TargetState.fetch(db, target)
        let decided = try Set(decision.decision.kind.values.map(writing.known))
        guard Set(before.owners.map(\.id)) == decided else {
            throw refusal("\(before.reference) has had other owners since: \(before.ownerWords)")
        }
        try writing.execute("DELETE FROM target_owner WHERE target_id = ?", [target])
        for (position, owner) in owners.enumerated() {
            try writing.execute(
                """
                INSERT OR IGNORE INTO target_owner (target_id, owner_id, position, tie)
                SELECT ?, ifnull(merged_into, id), ?, ? FROM owner WHERE id = ?
                """, [target, position, owner.tie, owner.owner])
        }
        try writing.touch(target)
        let after = try TargetState.fetch(db, target)
        let stopped = try before.owners.filter { owner in !after.owners.contains { $0.id == owner.id } }
            .flatMap { try writing.stopWaiting(target, owner: $0.id, because: .recipientChanged) }
        return (["its owners are again: \(after.ownerWords)"], stopped)
    }

    private func restoreSteps(of target: TargetID) throws -> ([String], [ReminderKey]) {
        guard let steps = replaced?.steps, let pairing = replaced?.pairing else { throw unkept }
        let standing = try StandingTarget.fetch(db, target)
        let printed = try String.fetchOne(
            db, sql: "SELECT printed FROM decision WHERE id = ?", arguments: [decision.number])
        guard standing.actions == [printed] else {
            throw refusal("a later edition prints other steps for \(standing.reference)")
        }
        try writing.execute("DELETE FROM action WHERE target_id = ?", [target])
        for (position, step) in steps.enumerated() {
            try writing.execute(
                """
                INSERT INTO action (target_id, edition_id, position, label, text, pairing)
                SELECT id, edition_id, ?, ?, ?, ? FROM target WHERE id = ?
                """, [position, step.label, step.text, step.pairing, target])
        }
        try writing.execute("UPDATE target SET pairing = ? WHERE id = ?", [pairing, target])
        try writing.touch(target)
        return (["it is for no certain step again"], [])
    }

    /// What was kept alive is superseded again.
    private func supersede(_ target: TargetID) throws -> ([String], [ReminderKey]) {
        let state = try TargetState.fetch(db, target)
        guard state.status.isChased else { throw refusal("\(state.reference) is \(state.status.rawValue) by now") }
        let stopped = try writing.stopWaiting(target, owner: nil, because: .notChased(.superseded))
        if state.isArmed { try writing.disarm(target) }
        try writing.execute("UPDATE target SET status = 'superseded', version = version + 1 WHERE id = ?", [target])
        return (["it is superseded again, and not chased"], stopped)
    }

    /// The doubts that it settled, open as they were.
    private func reopen() throws -> [String] {
        let texts = try String.fetchAll(
            db, sql: "SELECT DISTINCT text FROM worklist WHERE decision_id = ? ORDER BY id",
            arguments: [decision.number])
        // The same doubt may stand open already; then this row only stops to speak for the decision.
        try writing.execute(
            """
            UPDATE OR IGNORE worklist SET settled_at = NULL, settled_because = NULL WHERE decision_id = ?
            """, [decision.number])
        try writing.execute("UPDATE worklist SET decision_id = NULL WHERE decision_id = ?", [decision.number])
        return texts
    }

    private func refusal(_ why: String) -> RegisterError {
        .wrongState(sentence: "\(name) cannot be taken back: \(why)")
    }

    private var unkept: RegisterError {
        refusal("what stood before it was not kept by the version of duewatch that recorded it; decide anew")
    }
}

extension DecisionKind {
    /// Decisions about the same matter replace one another.
    var matter: String { Self.matter(of: name) }

    static func matter(of name: String) -> String { ["date", "none", "same-as"].contains(name) ? "date" : name }
}

extension TargetState {
    /// “30 June 2024” (2024-06-30), or that nothing of it is chased.
    fileprivate var datedWords: String {
        kind == nil && !phrase.isEmpty
            ? "\u{201C}\(phrase)\u{201D}, which is not chased" : Self.words(phrase: phrase, due: due)
    }

    fileprivate var ownerWords: String { owners.isEmpty ? "nobody" : owners.map(\.post).joined(separator: "; ") }
}
