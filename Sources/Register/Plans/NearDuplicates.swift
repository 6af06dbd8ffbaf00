// What may be one thing under two names: posts that are spelt nearly alike, and a step that is promised under several
// recommendations. It only asks; a person decides.

import ActionPlans
import GRDB
import Reminders

struct NearDuplicates {
    let writing: Transaction
    let plan: PlanID

    private var db: Database { writing.db }

    func doubt() throws {
        try doubtPosts()
        try doubtSteps()
    }

    private func doubtPosts() throws {
        let own = Set(
            try OwnerID.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT owner_id FROM target_owner JOIN target ON target.id = target_id
                    WHERE plan_id = ? AND status <> 'superseded'
                    """, arguments: [plan]))
        let rows = try Row.fetchAll(db, sql: "SELECT id, post FROM owner WHERE merged_into IS NULL ORDER BY id")
        let posts = rows.map { (id: $0["id"] as OwnerID, post: $0["post"] as String) }
        var buckets: [String: [(id: OwnerID, post: String, likeness: PostLikeness)]] = [:]
        for (id, post) in posts {
            let likeness = PostLikeness(post)
            var seen: Set<OwnerID> = []
            for other in likeness.keys.flatMap({ buckets[$0] ?? [] }) where own.contains(id) || own.contains(other.id) {
                guard seen.insert(other.id).inserted, likeness.isNear(other.likeness) else { continue }
                try writing.doubt(
                    .nearOwner, plan: plan, target: nil,
                    text: "\u{201C}\(other.post)\u{201D} and \u{201C}\(post)\u{201D} may be one post in two spellings",
                    line: nil, owners: (other.id, id))
            }
            for key in likeness.keys where buckets[key]?.count ?? 0 < 4 * Self.most {
                buckets[key, default: []].append((id, post, likeness))
            }
        }
    }

    private struct Step {
        let target: TargetID
        let recommendation: Int64
        let line: Int?

        init(_ row: Columns) {
            target = TargetID(row.int(0))
            recommendation = row.int(1)
            line = row.maybeInt(2).map(Int.init)
        }
    }

    /// Steps that begin alike. Their words are taken apart only once two recommendations have such a step, which is
    /// seldom.
    private struct Beginning {
        private var steps: [(step: Step, text: String, words: WordSet?)] = []

        /// The first of another recommendation with nearly the same words.
        mutating func alike(_ step: Step, _ text: String) -> Step? {
            let others = steps.indices.filter { steps[$0].step.recommendation != step.recommendation }
            if others.isEmpty { return nil }
            let words = WordSet(normalised: text)
            for index in others {
                let known = steps[index].words ?? WordSet(normalised: steps[index].text)
                steps[index].words = known
                if known.isAlike(words) { return steps[index].step }
            }
            return nil
        }

        mutating func add(_ step: Step, _ text: String) {
            if steps.count < NearDuplicates.most { steps.append((step, text, nil)) }
        }
    }

    private func doubtSteps() throws {
        var same: [String: Step] = [:]
        var near: [[UInt8]: Beginning] = [:]
        var found: [(step: Step, like: Step)] = []
        _ = try Prepared(
            db,
            """
            SELECT target.id, recommendation_id, target.line, action.text FROM target
            JOIN action ON action.target_id = target.id AND action.pairing = 'certain'
            WHERE plan_id = ? AND same_as IS NULL AND \(Store.isChased) ORDER BY target.id
            """
        ).rows(.id(plan)) { row in
            let text = PrintedTarget.normalised(row.text(3))
            guard WordSet.isTelling(normalised: text) else { return }
            let step = Step(row)
            let key = Array(text.utf8.prefix(24))
            let known = same[text] ?? near[key, default: Beginning()].alike(step, text)
            if let known, known.recommendation != step.recommendation { found.append((step, known)) }
            if same[text] == nil { same[text] = step }
            near[key, default: Beginning()].add(step, text)
        }
        let reference = try db.cachedStatement(sql: "SELECT reference FROM target WHERE id = ?")
        for (step, like) in found {
            let other = try String.fetchOne(reference, arguments: [like.target]) ?? ""
            try writing.doubt(
                .oneDeliverable, plan: plan, target: step.target,
                text: "the same step is promised under \(other)", line: step.line, like: like.target)
        }
    }

    /// How many of those that begin alike are compared: beyond that, a beginning says nothing.
    private static let most = 40
}
