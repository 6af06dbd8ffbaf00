// The adoption of one draft: its editions oldest first, recommendation by recommendation. Whatever throws here undoes
// the whole of it. It never arms anything, and nothing vanishes without a row on the worklist.

import ActionPlans
import CivilTime
import GRDB
import Reminders

/// Collects what an adoption did while it goes through a draft.
final class Adopting {
    let writing: Transaction
    let plan: PlanID
    let name: String
    private var editions: [String: Int64] = [:]
    /// The recommendations that the draft prints.
    private var printed: Set<Int64> = []
    var created: Set<TargetID> = []
    var changed: Set<TargetID> = []
    var kept: Set<TargetID> = []
    var superseded: Set<TargetID> = []
    var disarmed: Set<TargetID> = []
    var changes: [PlanDifference.Change] = []
    /// The statements whose targets stand on the worklist for their date.
    private var doubtfulDates: [Int?: [String]] = [:]
    /// The targets of which it is not certain to which step they belong.
    private var unclearPairings: [String: [UnclearPairing]] = [:]
    /// Where each statement stands in the document, and whose it is.
    private(set) var places: [Int: [(phrase: String, target: TargetID)]] = [:]

    init(_ writing: Transaction, plan: PlanID, name: String) {
        self.writing = writing
        self.plan = plan
        self.name = name
    }

    func say(_ statement: PrintedTarget, _ target: TargetID) {
        guard let line = statement.line else { return }
        places[line, default: []].append((statement.phrase, target))
    }

    func sayDoubtful(_ statement: PrintedTarget) {
        doubtfulDates[statement.line, default: []].append(statement.phrase)
    }

    func sayUnclear(_ pairing: UnclearPairing) { unclearPairings[pairing.place, default: []].append(pairing) }

    /// The reader's doubts about an edition that a later one has overtaken are nobody's any more.
    private func sayOvertaken(_ part: RecommendationEdition, place: String) {
        for statement in part.targetDates {
            doubtfulDates[statement.line, default: []].append(statement.phrase)
            sayUnclear(
                UnclearPairing(
                    target: nil, place: place, phrase: statement.phrase, line: statement.line, steps: 0,
                    isDecided: true))
        }
    }

    func adopt(_ draft: PlanDraft) throws {
        let before = try newestEdition()
        for edition in draft.editions { editions[edition.id] = try adopt(edition) }
        let known = try knownRecommendations()
        let matching = RecommendationMatching(of: draft.recommendations, to: known)
        var numbers = RecommendationNumbers(taken: known.map(\.number))
        for (position, recommendation) in draft.recommendations.enumerated() {
            let match = matching.matches[position]
            let number = match?.known.number ?? numbers.allot(recommendation.referenceNumber)
            try adopt(recommendation, position: position, number: number, match: match, isFirst: known.isEmpty)
        }
        // An older edition than the present one is history, and says nothing of what stands now.
        let isLatest = Self.order(draft.editions.last?.id ?? "") >= Self.order(before ?? "")
        if isLatest, let latest = draft.editions.last { try vanish(matching.vanished, from: latest) }
        try NearDuplicates(writing: writing, plan: plan).doubt()
        try raise(isLatest ? draft.problems : [], isLatest: isLatest)
    }

    static func order(_ code: String) -> String { code.first?.isNumber == true ? code : "" }

    private func newestEdition() throws -> String? {
        try String.fetchAll(writing.db, sql: "SELECT code FROM edition WHERE plan_id = ?", arguments: [plan])
            .max { Self.order($0) < Self.order($1) }
    }

    private func adopt(_ edition: EditionDraft) throws -> Int64 {
        try writing.execute(
            """
            INSERT INTO edition (plan_id, code, label, kind, date, adopted_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET label = excluded.label, kind = excluded.kind, date = excluded.date
            """, [plan, edition.id, edition.label, edition.kind.rawValue, edition.date, writing.at])
        let id = try Int64.fetchOne(
            writing.db, sql: "SELECT id FROM edition WHERE plan_id = ? AND code = ?", arguments: [plan, edition.id])
        guard let id else { throw RegisterError.noSuchRow(what: "edition \(edition.id)") }
        return id
    }

    private func knownRecommendations() throws -> [RecommendationMatching.Known] {
        try Row.fetchAll(
            writing.db, sql: "SELECT * FROM recommendation WHERE plan_id = ? ORDER BY id", arguments: [plan]
        ).map { row in
            let number: String = row["number"]
            return RecommendationMatching.Known(
                id: row["id"], number: number, printedNumber: row["printed_number"] ?? number, text: row["text"])
        }
    }

    private func adopt(
        _ recommendation: RecommendationDraft, position: Int, number: String, match: RecommendationMatching.Match?,
        isFirst: Bool
    ) throws {
        let isCertain = match.map { $0.sureness == .certain } ?? true
        var storing = RecommendationStoring(
            adopting: self, draft: recommendation, position: position, number: number, match: match)
        if let match { printed.insert(match.known.id) }
        for (place, part) in recommendation.editions.enumerated() {
            guard let edition = editions[part.edition] else {
                throw RegisterError.wrongState(
                    sentence:
                        "\(recommendation.place) names an edition that the draft does not list: \(part.edition)")
            }
            let present = try storing.currentEdition()
            if let present, Self.order(present) > Self.order(part.edition) {
                sayOvertaken(part, place: recommendation.place)
                continue
            }
            let row = try storing.store(in: edition, code: part.edition, steps: part.actions, isFirst: isFirst)
            let cause: DateRevision.Cause = present == part.edition ? .corrected : .newEdition
            let isLast = place == recommendation.editions.count - 1
            var statements = part.targetDates.map { PrintedTarget($0, in: part) }
            if statements.isEmpty, isLast, recommendation.response?.promisesSomething == true {
                statements = [PrintedTarget(undated: recommendation, in: part)]
            }
            try EditionAdopting(
                adopting: self, recommendation: row, number: number, printedNumber: recommendation.referenceNumber,
                place: recommendation.place, edition: edition, editionCode: part.edition, cause: cause,
                isCertain: isCertain || place > 0,
                steps: part.actions
            ).adopt(statements)
        }
    }

    private func vanish(_ known: [RecommendationMatching.Known], from latest: EditionDraft) throws {
        guard let edition = editions[latest.id] else { return }
        for recommendation in known {
            let isNews =
                try writing.change(
                    "UPDATE recommendation SET vanished_in = ? WHERE id = ? AND vanished_in IS NULL",
                    [edition, recommendation.id]) == 1
            guard isNews else { continue }
            changes.append(
                PlanDifference.Change(
                    kind: .vanishedRecommendation, edition: latest.id, recommendation: recommendation.printedNumber,
                    before: recommendation.text))
            try EditionAdopting(
                adopting: self, recommendation: recommendation.id, number: recommendation.number,
                printedNumber: recommendation.printedNumber, place: "recommendation \(recommendation.printedNumber)",
                edition: edition, editionCode: latest.id,
                cause: .newEdition, isCertain: true, steps: []
            ).vanish()
        }
    }

    /// The reader's own doubts, each at its target where line and phrase tell which; what an earlier import said and
    /// this one does not is settled by it.
    private func raise(_ problems: [ReadingProblem], isLatest: Bool) throws {
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

/// A target whose step is not certain.
struct UnclearPairing {
    /// nil where a later edition has overtaken it.
    let target: TargetID?
    /// "recommendation 7"
    let place: String
    let phrase: String
    let line: Int?
    let steps: Int
    /// Whether a person has said which.
    var isDecided = false

    /// The words of its row where the reader of the document has said nothing better.
    var text: String { "which of the \(steps) steps of \(place) \u{201C}\(phrase)\u{201D} is for is not certain" }

    /// Whether a problem of the reader is this doubt in other words.
    func isTold(by problem: ReadingProblem) -> Bool {
        problem.where == place && problem.message.contains("\"\(phrase)\"")
            && !problem.message.hasPrefix("target date \"")
    }
}

/// Numbers of recommendations as references have them: none is given twice in a plan.
struct RecommendationNumbers {
    private var taken: Set<String>

    init(taken: [String]) { self.taken = Set(taken) }

    /// The number itself; "4-2" for the second recommendation that is printed as 4.
    mutating func allot(_ number: String) -> String {
        var (candidate, count) = (number, 1)
        while !taken.insert(candidate).inserted {
            count += 1
            candidate = "\(number)-\(count)"
        }
        return candidate
    }
}
