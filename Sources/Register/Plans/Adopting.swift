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
    private var owners: [String: OwnerID] = [:]
    /// The highest statement's number of the recommendation that is being adopted.
    private var highest: (recommendation: Int64, statement: Int)?
    var created: Set<TargetID> = []
    var changed: Set<TargetID> = []
    var kept: Set<TargetID> = []
    var superseded: Set<TargetID> = []
    var disarmed: Set<TargetID> = []
    var changes: [PlanDifference.Change] = []
    /// The statements whose targets stand on the worklist for their date.
    var doubtfulDates: [Int?: [String]] = [:]
    /// The targets of which it is not certain to which step they belong.
    var unclearPairings: [String: [UnclearPairing]] = [:]
    /// Where each statement stands in the document, and whose it is.
    var places: [Int: [(phrase: String, target: TargetID)]] = [:]

    init(_ writing: Transaction, plan: PlanID, name: String) {
        self.writing = writing
        self.plan = plan
        self.name = name
    }

    /// - Parameter progress: told after each recommendation how many are done.
    func adopt(_ draft: PlanDraft, progress: (Int) -> Void) throws {
        let before = try newestEdition()
        for edition in draft.editions { editions[edition.id] = try adopt(edition) }
        let known = try knownRecommendations()
        let matching = RecommendationMatching(of: draft.recommendations, to: known)
        var numbers = RecommendationNumbers(taken: known.map(\.number))
        for (position, recommendation) in draft.recommendations.enumerated() {
            let match = matching.matches[position]
            let number = match?.known.number ?? numbers.allot(recommendation.referenceNumber)
            try adopt(recommendation, position: position, number: number, match: match, isFirst: known.isEmpty)
            progress(position + 1)
        }
        // An older edition than the present one is history, and says nothing of what stands now.
        let isLatest = Self.order(draft.editions.last?.id ?? "") >= Self.order(before ?? "")
        if isLatest, let latest = draft.editions.last { try vanish(matching.vanished, from: latest) }
        try NearDuplicates(writing: writing, plan: plan).doubt()
        try raise(isLatest ? draft.problems : [], isLatest: isLatest)
    }

    static func order(_ code: String) -> String { code.first?.isNumber == true ? code : "" }

    /// One more than the highest ever given, superseded ones included: a reference is never used again.
    func nextStatement(of recommendation: Int64) throws -> Int {
        if highest?.recommendation != recommendation {
            let given = try Int.fetchOne(
                writing.db.cachedStatement(sql: "SELECT max(statement) FROM target WHERE recommendation_id = ?"),
                arguments: [recommendation])
            highest = (recommendation, given ?? 0)
        }
        highest?.statement += 1
        return highest?.statement ?? 1
    }

    /// The owner of that spelling, made where there is none; a plan names each many times.
    func owner(printed post: String) throws -> OwnerID {
        if let known = owners[post] { return known }
        let owner = try writing.owner(printed: post)
        owners[post] = owner
        return owner
    }

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
                id: row["id"], number: number, printedNumber: row["printed_number"] ?? number, text: row["text"],
                response: row["response"])
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
                isNew: match == nil && place == 0, isCertain: isCertain || place > 0,
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
                cause: .newEdition, isNew: false, isCertain: true, steps: []
            ).vanish()
        }
    }
}
