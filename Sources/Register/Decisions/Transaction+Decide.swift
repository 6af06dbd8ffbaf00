// Recording decisions: each is written with what was printed when it was taken, and settles the doubts it answers.

import ActionPlans
import CivilTime
import GRDB
import Reminders

extension Transaction {
    /// All of them or, where one throws, none.
    func decide(_ decisions: [Decision]) throws -> [DecisionEffect] {
        try decisions.map { decision in
            let plan = try Finding(db).plan(decision.plan)
            guard let reference = decision.reference else { return try decide(decision, of: plan) }
            let target = try Finding(db).target(reference)
            guard Decision.plan(of: reference) == decision.plan else {
                throw RegisterError.wrongState(
                    sentence: "\(reference) is no target of \(decision.plan): name one plan, or none")
            }
            return try Deciding(writing: self, decision: decision, plan: plan, id: target).decide()
        }
    }

    func undo(_ number: Int64, by person: String, because: String) throws -> DecisionEffect {
        let row = try Row.fetchOne(
            db, sql: "SELECT plan_id, target_id, replaced FROM decision WHERE id = ?", arguments: [number])
        let decision = try RecordedDecision.fetch(db, where: "decision.id = ?", [number]).first
        guard let row, let decision else {
            throw RegisterError.noSuchRow(
                what: "decision \(number); `duewatch review PLAN --settled` lists those of a plan")
        }
        let replaced: String? = row["replaced"]
        return try Undoing(
            writing: self, decision: decision, plan: row["plan_id"], target: row["target_id"],
            replaced: try replaced.map(Replaced.init(column:))
        ).undo(by: person, because: because)
    }

    /// A decision about the plan as a whole.
    private func decide(_ decision: Decision, of plan: PlanID) throws -> DecisionEffect {
        switch decision.kind {
        case .dismiss:
            guard decision.doubt != nil else {
                throw RegisterError.wrongState(
                    sentence: "which doubt of \(decision.plan) is to be dismissed? `duewatch review \(decision.plan)` "
                        + "numbers them; name one with --doubt")
            }
            return try dismiss(decision, plan: plan, target: nil)
        case .onePost(let spelling, let post): return try makeOne(spelling, post, decision, plan: plan)
        case .date, .owner, .action, .sameAs, .keep, .never:
            throw RegisterError.wrongState(
                sentence: "--\(decision.kind.name) is said of a target: name its reference, as \(decision.plan)/1.1")
        }
    }

    /// Closes doubts and leaves everything as it is.
    func dismiss(_ decision: Decision, plan: PlanID, target: TargetID?) throws -> DecisionEffect {
        if try doubts(decision, plan: plan, target: target, isOpen: true).isEmpty {
            guard decision.doubt != nil, try !doubts(decision, plan: plan, target: target, isOpen: false).isEmpty else {
                throw RegisterError.wrongState(
                    sentence: "nothing of \(decision.reference ?? decision.plan) stands open on the worklist"
                        + (decision.doubt == nil ? "" : " under that number or in those words"))
            }
            return DecisionEffect(decision: decision, changes: [], settled: [], stopped: [], isKnown: true)
        }
        let id = try add(decision, plan: plan, target: target, printed: nil)
        let settled = try settleDoubts(by: id, decision, plan: plan, target: target)
        return DecisionEffect(decision: decision, changes: [], settled: settled, stopped: [])
    }

    private func makeOne(
        _ spelling: String, _ post: String, _ decision: Decision, plan: PlanID
    ) throws -> DecisionEffect {
        let (other, owner) = (try known(spelling), try known(post))
        guard other != owner else {
            return DecisionEffect(decision: decision, changes: [], settled: [], stopped: [], isKnown: true)
        }
        let moved =
            try Int.fetchOne(db, sql: "SELECT count(*) FROM target_owner WHERE owner_id = ?", arguments: [other]) ?? 0
        let id = try add(
            decision, plan: plan, target: nil, printed: nil, replaced: .post(db, merging: other, into: owner))
        let texts = try String.fetchAll(
            db,
            sql: """
                SELECT text FROM worklist WHERE settled_at IS NULL AND kind = 'near_owner'
                AND ? IN (owner_id, like_owner_id) AND ? IN (owner_id, like_owner_id)
                """, arguments: [other, owner])
        try execute(
            """
            UPDATE worklist SET settled_at = ?, settled_because = ?, decision_id = ? WHERE settled_at IS NULL
            AND kind = 'near_owner' AND ? IN (owner_id, like_owner_id)
            """, [at, decision.because, id, other])
        let printed = try String.fetchAll(
            db, sql: "SELECT printed FROM owner_alias WHERE owner_id = ?", arguments: [other])
        let entry = OwnerEntry(post: post, aliases: printed, holder: nil, deputy: nil, manager: nil)
        _ = try self.owner(for: entry)
        try touchTargets(of: owner)
        return DecisionEffect(
            decision: decision,
            changes: [
                "\u{201C}\(spelling)\u{201D} is \u{201C}\(post)\u{201D} from now on, with \(moved) of its targets"
            ],
            settled: texts, stopped: [])
    }

    /// Throws where no spelling matches.
    func known(_ post: String) throws -> OwnerID {
        if let owner = try Finding(db).owner(post) { return owner }
        let posts = try String.fetchAll(db, sql: "SELECT post FROM owner WHERE merged_into IS NULL ORDER BY post")
        let hint = Finding.nearest(to: post, among: posts).map { "; did you mean \u{201C}\($0)\u{201D}?" } ?? ""
        throw RegisterError.noSuchRow(
            what:
                "owner \u{201C}\(post)\u{201D}; `duewatch owners` lists them, `duewatch owners import` adds one\(hint)")
    }

    func add(
        _ decision: Decision, plan: PlanID, target: TargetID?, printed: String?, replaced: Replaced? = nil
    ) throws -> Int64 {
        let rows = try doubts(decision, plan: plan, target: target, isOpen: true)
        let id = try insert(
            """
            INSERT INTO decision (plan_id, target_id, kind, value, doubt, printed, decided_by, because, recorded_at,
                recorded_by, replaced) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                plan, target, decision.kind.name, decision.kind.column,
                decision.doubt == nil ? nil : rows.first?["text"] as String?, printed, decision.by, decision.because,
                at, authorName, try replaced?.column,
            ])
        try note(
            .decisionRecorded, LedgerSubject(plan: plan, target: target),
            [("decision", .int(Int(id))), ("kind", .string(decision.kind.name))])
        return id
    }

    /// The words of the doubts that the decision answers, which are settled with this.
    func settleDoubts(by id: Int64, _ decision: Decision, plan: PlanID, target: TargetID?) throws -> [String] {
        let rows = try doubts(decision, plan: plan, target: target, isOpen: true)
        for row in rows {
            try execute(
                "UPDATE worklist SET settled_at = ?, settled_because = ?, decision_id = ? WHERE id = ?",
                [at, decision.because, id, row["id"] as Int64])
        }
        return rows.map { $0["text"] }
    }

    private func doubts(_ decision: Decision, plan: PlanID, target: TargetID?, isOpen: Bool) throws -> [Row] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM worklist WHERE ifnull(plan_id, ?) = ? AND (settled_at IS NULL) = ?
                AND (target_id IS ? OR (? IS NULL AND ?)) ORDER BY id
                """, arguments: [plan, plan, isOpen, target, target, decision.doubt != nil])
        return rows.filter { row in
            switch decision.doubt {
            case .number(let number): row["id"] == number
            case .text(let text): row["text"] == text
            case nil: decision.kind.settles.contains(row["kind"])
            }
        }
    }
}
