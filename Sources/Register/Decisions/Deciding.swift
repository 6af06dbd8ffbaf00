// One decision about one target on its way into the register. Whatever throws here undoes the whole of it. It changes
// what the register reads the document to say; it never arms anything, and never counts as an extension.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct Deciding {
    let writing: Transaction
    let decision: Decision
    let plan: PlanID
    let id: TargetID

    private var db: Database { writing.db }

    func decide() throws -> DecisionEffect {
        let target = try StandingTarget.fetch(db, id)
        if decision.kind == .dismiss { return try writing.dismiss(decision, plan: plan, target: id) }
        if try stands(on: target) {
            return DecisionEffect(decision: decision, changes: [], settled: [], stopped: [], isKnown: true)
        }
        try check(target)
        let state = try TargetState.fetch(db, id)
        let (changes, stopped): ([String], [ReminderKey]) =
            switch decision.kind {
            case .date(let phrase): try setDate(phrase, of: target)
            case .never: try stopChasing(target, "it is never chased")
            case .sameAs(let other): try follow(other, target, state)
            case .owner(let posts): try setOwners(posts, of: target, state)
            case .action(let label): try setStep(label, of: target)
            case .keep: try keep(target)
            case .dismiss, .onePost: ([], [])
            }
        // The new decision is the last one, whatever was just written.
        let settled = try writing.settleDoubts(by: lastDecision(), decision, plan: plan, target: id)
        return DecisionEffect(
            decision: decision, changes: changes, settled: settled, stopped: stopped.map(\.stage))
    }

    /// Whether the same was decided before, and still holds.
    private func stands(on target: StandingTarget) throws -> Bool {
        guard let standing = target.decisions.first(where: { $0.kind == decision.kind }) else { return false }
        switch decision.kind {
        case .sameAs where target.status == .superseded: return true
        case .date, .never, .sameAs:
            let inForce = try Int64.fetchOne(
                db,
                sql: """
                    SELECT decision_id FROM date_revision JOIN target ON target.id = target_id AND number = revision
                    WHERE target_id = ?
                    """, arguments: [id])
            return inForce == standing.id
        case .owner(let posts):
            return try Set(target.owners.keys) == Set(posts.map(writing.known))
                && target.owners.values.allSatisfy { $0 == "certain" }
        case .action: return target.actions.contains { $0 == standing.printed }
        case .keep: return target.status != .superseded
        case .dismiss, .onePost: return false
        }
    }

    /// Throws what the decision does not go with.
    private func check(_ target: StandingTarget) throws {
        let problem: String? =
            switch (decision.kind, target.status) {
            case (.keep, .superseded): nil
            case (.keep, let status): "is \(status.rawValue), and lives on without --keep"
            case (.sameAs, .superseded): nil
            case (_, .superseded): "was superseded by a later edition; --keep lets it live on"
            case (.date, let status) where !status.isChased, (.never, let status) where !status.isChased,
                (.sameAs, let status) where !status.isChased:
                "is \(status.rawValue) already; `duewatch answer --reopen` comes first"
            default: nil
            }
        if let problem { throw RegisterError.wrongState(sentence: "\(target.reference) \(problem)") }
    }

    private func setDate(_ phrase: String, of target: StandingTarget) throws -> ([String], [ReminderKey]) {
        let edition = try Row.fetchOne(
            db, sql: "SELECT edition.id, date FROM target JOIN edition ON edition.id = edition_id WHERE target.id = ?",
            arguments: [id])
        let readings = PhraseReader(asOf: edition?["date"]).readings(of: phrase)
        guard let chased = Reading.chased(in: readings) else {
            let why = readings.lazy.compactMap(\.why).first.map { ": \($0)" } ?? ""
            throw RegisterError.wrongState(
                sentence: "\u{201C}\(phrase)\u{201D} gives no day to chase \(target.reference) by\(why). "
                    + "Give a day, as 30 June 2027, or say --none")
        }
        let decided = try writing.add(decision, plan: plan, target: id, printed: target.phrase)
        try writing.addRevision(
            NewRevision(
                phrase: phrase, readings: readings, cause: .corrected, edition: edition?["id"], decision: decided,
                because: decision.because),
            number: target.revision + 1, of: id)
        try writing.execute("UPDATE target SET same_as = NULL WHERE id = ?", [id])
        try writing.setStatus(chased.kind == .ongoing ? .ongoing : .open, of: id)
        try writing.touch(id)
        let before = TargetState.words(phrase: target.phrase, due: target.chased?.due)
        let after = TargetState.words(phrase: phrase, due: chased.due)
        return (
            ["the date was \(before), and is now \(after)"],
            try writing.stopWaiting(id, owner: nil, because: .dateChanged)
        )
    }

    private func stopChasing(_ target: StandingTarget, _ words: String) throws -> ([String], [ReminderKey]) {
        let decided = try writing.add(decision, plan: plan, target: id, printed: target.phrase)
        try writing.addRevision(
            NewRevision(
                phrase: target.phrase, readings: [.notChased], cause: .corrected, decision: decided,
                because: decision.because),
            number: target.revision + 1, of: id)
        try writing.execute("UPDATE target SET same_as = NULL WHERE id = ?", [id])
        try writing.touch(id)
        return ([words], try writing.stopWaiting(id, owner: nil, because: .dateChanged))
    }

    private func follow(
        _ reference: String, _ target: StandingTarget, _ state: TargetState
    ) throws -> ([String], [ReminderKey]) {
        let other = try TargetState.fetch(db, try Finding(db).target(reference))
        let follows = try TargetID.fetchOne(
            db, sql: "SELECT same_as FROM target WHERE id = ?", arguments: [other.id])
        let missing = state.owners.filter { owner in !other.owners.contains { $0.id == owner.id } }
        let problem: String? =
            if other.id == id {
                "cannot be one deliverable with itself"
            } else if let follows {
                "cannot follow \(reference), which is one deliverable with "
                    + (try TargetState.fetch(db, follows).reference) + " already: name that one"
            } else if other.status == .superseded || other.status == .withdrawn {
                "cannot be one deliverable with \(reference), which is \(other.status.rawValue)"
            } else if target.status != .superseded, !missing.isEmpty {
                "has owners that \(reference) has not (\(missing.map(\.post).joined(separator: "; "))): they would not "
                    + "be told any more. Settle --owner of \(reference) first, or keep both"
            } else {
                nil
            }
        if let problem { throw RegisterError.wrongState(sentence: "\(target.reference) \(problem)") }
        let words = "it is one deliverable with \(reference), which is chased for both"
        guard target.status != .superseded else {
            _ = try writing.add(decision, plan: plan, target: id, printed: target.phrase)
            try writing.execute(
                "UPDATE target SET same_as = ?, version = version + 1 WHERE id = ?", [other.id, id])
            return ([words], [])
        }
        let stopped = try stopChasing(target, words)
        try writing.execute("UPDATE target SET same_as = ? WHERE id = ?", [other.id, id])
        if !other.status.isChased {
            try writing.execute("UPDATE target SET status = ? WHERE id = ?", [other.status, id])
        }
        return stopped
    }

    private func setOwners(
        _ posts: [String], of target: StandingTarget, _ state: TargetState
    ) throws -> ([String], [ReminderKey]) {
        let owners = try posts.map(writing.known).uniqued()
        let present = state.owners.map(\.post)
        let standing = target.decisions.first { $0.kind == .owner(present) }
        let printed = standing?.printed ?? present.joined(separator: "\n")
        _ = try writing.add(decision, plan: plan, target: id, printed: printed, replaced: .owners(db, of: id))
        try writing.execute("DELETE FROM target_owner WHERE target_id = ?", [id])
        for (position, owner) in owners.enumerated() {
            try writing.execute(
                "INSERT INTO target_owner (target_id, owner_id, position, tie) VALUES (?, ?, ?, 'certain')",
                [id, owner, position])
        }
        try writing.touch(id)
        let gone = state.owners.filter { !owners.contains($0.id) }
        let stopped = try gone.flatMap { owner in
            try writing.stopWaiting(id, owner: owner.id, because: .recipientChanged)
        }
        let before = state.owners.isEmpty ? "nobody" : state.owners.map(\.post).joined(separator: "; ")
        let after = try TargetState.fetch(db, id).owners.map(\.post).joined(separator: "; ")
        return (["\(after) \(owners.count == 1 ? "answers" : "answer") for it; before: \(before)"], stopped)
    }

    private func setStep(_ label: String, of target: StandingTarget) throws -> ([String], [ReminderKey]) {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT printed_action.* FROM printed_action JOIN target USING (recommendation_id)
                WHERE target.id = ? ORDER BY printed_action.position
                """, arguments: [id])
        let wanted = PrintedTarget.normalised(label)
        let byLabel = rows.filter { row in
            let text: String = row["text"]
            return (row["label"] as String?).map(PrintedTarget.normalised) == wanted
                || PrintedTarget.normalised(text) == wanted
        }
        let byPlace = rows.filter { $0["position"] == Int(label) }
        guard let row = byLabel.count == 1 ? byLabel[0] : byLabel.isEmpty ? byPlace.first : nil else {
            let known = rows.map { row in
                "\(row["label"] as String? ?? String(row["position"] as Int))"
            }
            throw RegisterError.wrongState(
                sentence: "\(target.reference) has no single step \u{201C}\(label)\u{201D}: "
                    + (known.isEmpty
                        ? "none is known; import the plan again" : "expected one of \(known.joined(separator: ", "))"))
        }
        let text: String = row["text"]
        _ = try writing.add(decision, plan: plan, target: id, printed: text, replaced: .steps(db, of: id))
        try writing.execute("DELETE FROM action WHERE target_id = ?", [id])
        try writing.execute(
            """
            INSERT INTO action (target_id, edition_id, position, label, text, pairing)
            SELECT id, edition_id, 0, ?, ?, 'certain' FROM target WHERE id = ?
            """, [row["label"] as String?, text, id])
        try writing.execute("UPDATE target SET pairing = 'certain' WHERE id = ?", [id])
        try writing.touch(id)
        return (["it is for \u{201C}\(text)\u{201D}"], [])
    }

    private func keep(_ target: StandingTarget) throws -> ([String], [ReminderKey]) {
        let silentIn = try String.fetchOne(
            db,
            sql: """
                SELECT code FROM edition JOIN target ON target.plan_id = edition.plan_id WHERE target.id = ?
                ORDER BY code GLOB '[0-9]*' DESC, code DESC LIMIT 1
                """, arguments: [id])
        _ = try writing.add(decision, plan: plan, target: id, printed: silentIn)
        let status: Status = target.chased?.kind == .ongoing ? .ongoing : .open
        try writing.execute(
            "UPDATE target SET status = ?, same_as = NULL, waiting_since = ?, version = version + 1 WHERE id = ?",
            [status, writing.at, id])
        return (["it lives on with \u{201C}\(target.phrase)\u{201D}, and waits for `duewatch arm`"], [])
    }

    private func lastDecision() throws -> Int64 {
        try Int64.fetchOne(db, sql: "SELECT max(id) FROM decision WHERE target_id = ?", arguments: [id]) ?? 0
    }
}

extension Reading {
    /// What stands for a date that a person decided not to chase.
    static let notChased = Reading(kind: .none, rule: "a person decided that it is not chased by itself")
}

extension TargetState {
    /// “30 June 2024” (2024-06-30)
    static func words(phrase: String, due: CivilDate?) -> String {
        (phrase.isEmpty ? "not printed" : "\u{201C}\(phrase)\u{201D}") + (due.map { " (\($0))" } ?? "")
    }
}
