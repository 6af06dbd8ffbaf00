// The doubts of an adoption: what the reader of the document said, joined with what the register itself found, so that
// one doubt is one row on the worklist.

import ActionPlans
import GRDB
import Reminders

extension Adopting {
    func say(_ statement: PrintedTarget, _ target: TargetID) {
        guard let line = statement.line else { return }
        places[line, default: []].append((statement.phrase, target))
    }

    func sayDoubtful(_ statement: PrintedTarget) {
        doubtfulDates[statement.line, default: []].append(statement.phrase)
    }

    func sayUnclear(_ pairing: UnclearPairing) { unclearPairings[pairing.place, default: []].append(pairing) }

    /// The reader's doubts about an edition that a later one has overtaken are nobody's any more.
    func sayOvertaken(_ part: RecommendationEdition, place: String) {
        for statement in part.targetDates {
            doubtfulDates[statement.line, default: []].append(statement.phrase)
            sayUnclear(
                UnclearPairing(
                    target: nil, place: place, phrase: statement.phrase, line: statement.line, steps: 0,
                    isDecided: true))
        }
    }

    /// The reader's own doubts, each at its target where line and phrase tell which; what an earlier import said and
    /// this one does not is settled by it.
    func raise(_ problems: [ReadingProblem], isLatest: Bool) throws {
        var texts: Set<String> = []
        var pairings = unclearPairings
        let posts = try WorklistRow.fetch(
            writing.db, where: "worklist.plan_id = ? AND worklist.kind = 'near_owner'", [plan]
        ).map(\.posts)
        for problem in problems where !isTold(problem, nearPosts: posts) {
            let text = "\(problem.where): \(problem.message)"
            let unclear = (pairings[problem.where] ?? []).filter { $0.isTold(by: problem) }
            if !unclear.isEmpty { pairings[problem.where]?.removeAll { $0.isTold(by: problem) } }
            for pairing in unclear { try doubt(pairing, text) }
            let target = target(of: problem)
            // What a later edition of the same document has overtaken is nobody's doubt any more.
            guard unclear.isEmpty, target.map({ !superseded.contains($0) }) ?? true else { continue }
            texts.insert(text)
            try writing.doubt(.reading, plan: plan, target: target, text: text, line: problem.line)
        }
        for pairing in unclearPairings.keys.sorted().flatMap({ pairings[$0] ?? [] }) {
            try doubt(pairing, pairing.text)
        }
        guard isLatest else { return }
        let open = try Row.fetchAll(
            writing.db,
            sql: "SELECT id, text FROM worklist WHERE plan_id = ? AND kind = 'reading' AND settled_at IS NULL",
            arguments: [plan])
        for row in open where !texts.contains(row["text"]) {
            try writing.execute(
                "UPDATE worklist SET settled_at = ?, settled_because = ? WHERE id = ?",
                [writing.at, "the latest import does not say so any more", row["id"] as Int64])
        }
    }

    private func doubt(_ pairing: UnclearPairing, _ text: String) throws {
        guard let target = pairing.target, !pairing.isDecided, !superseded.contains(target) else { return }
        // An earlier import may have said it in other words.
        try writing.execute(
            """
            UPDATE worklist SET settled_at = ?, settled_because = 'said anew'
            WHERE target_id = ? AND kind = 'pairing_unclear' AND settled_at IS NULL AND text <> ?
            """, [writing.at, target, text])
        try writing.doubt(.pairingUnclear, plan: plan, target: target, text: text, line: pairing.line)
    }

    /// Whether another row on the worklist says it already: one doubt is one row.
    private func isTold(_ problem: ReadingProblem, nearPosts: [[String]]) -> Bool {
        let dates = doubtfulDates[problem.line] ?? []
        if dates.contains(where: { problem.message.hasPrefix("target date \"\($0)\"") }) { return true }
        guard problem.message.hasPrefix("owners \"") else { return false }
        return nearPosts.contains { posts in posts.allSatisfy { problem.message.contains("\"\($0)\"") } }
    }

    private func target(of problem: ReadingProblem) -> TargetID? {
        guard let line = problem.line else { return nil }
        let here = Set((places[line] ?? []).filter { problem.message.contains("\"\($0.phrase)\"") }.map(\.target))
        return here.count == 1 ? here.first : nil
    }
}
