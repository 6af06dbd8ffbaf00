// The adoption of one draft: its editions oldest first, recommendation by recommendation. Whatever throws here undoes
// the whole of it. It never arms anything.

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
    var created: Set<TargetID> = []
    var changed: Set<TargetID> = []
    var kept: Set<TargetID> = []
    var superseded: Set<TargetID> = []
    var disarmed: Set<TargetID> = []
    /// The statements whose targets stand on the worklist for their date.
    var doubtfulDates: [(line: Int?, phrase: String)] = []

    init(_ writing: Transaction, plan: PlanID, name: String) {
        self.writing = writing
        self.plan = plan
        self.name = name
    }

    func adopt(_ draft: PlanDraft) throws {
        for edition in draft.editions { editions[edition.id] = try adopt(edition) }
        for (position, recommendation) in draft.recommendations.enumerated() {
            try adopt(recommendation, position: position)
        }
        for problem in draft.problems where !tells(problem) {
            try writing.doubt(
                .reading, plan: plan, target: nil, text: "\(problem.where): \(problem.message)", line: problem.line)
        }
    }

    /// Whether a target's own row on the worklist says it already: one doubt is one row.
    private func tells(_ problem: ReadingProblem) -> Bool {
        doubtfulDates.contains { date in
            date.line == problem.line && problem.message.hasPrefix("target date \"\(date.phrase)\"")
        }
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

    private func adopt(_ recommendation: RecommendationDraft, position: Int) throws {
        for (place, printed) in recommendation.editions.enumerated() {
            guard let edition = editions[printed.edition] else {
                throw RegisterError.wrongState(
                    sentence:
                        "\(recommendation.place) names an edition that the draft does not list: \(printed.edition)")
            }
            let present = try currentEdition(of: recommendation)
            if let present, Self.order(present) > Self.order(printed.edition) { continue }
            let row = try store(recommendation, position: position, edition: edition)
            let cause: DateRevision.Cause = present == printed.edition ? .corrected : .newEdition
            let isLast = place == recommendation.editions.count - 1
            var statements = printed.targetDates.map { PrintedTarget($0, in: printed) }
            if statements.isEmpty, isLast, recommendation.response?.promisesSomething == true {
                statements = [PrintedTarget(undated: recommendation, in: printed)]
            }
            try EditionAdopting(
                adopting: self, recommendation: row, number: recommendation.referenceNumber, edition: edition,
                editionCode: printed.edition, cause: cause
            ).adopt(statements)
        }
    }

    /// "undated" comes before every month.
    private static func order(_ code: String) -> String { code.first?.isNumber == true ? code : "" }

    private func currentEdition(of recommendation: RecommendationDraft) throws -> String? {
        try String.fetchOne(
            writing.db,
            sql: """
                SELECT code FROM recommendation JOIN edition ON edition.id = edition_id
                WHERE recommendation.plan_id = ? AND number = ?
                """, arguments: [plan, recommendation.referenceNumber])
    }

    private func store(_ recommendation: RecommendationDraft, position: Int, edition: Int64) throws -> Int64 {
        try writing.execute(
            """
            INSERT INTO recommendation (plan_id, edition_id, position, number, directed_at, text, response,
                response_as_printed, line) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET edition_id = excluded.edition_id, position = excluded.position,
                directed_at = excluded.directed_at, text = excluded.text, response = excluded.response,
                response_as_printed = excluded.response_as_printed, line = excluded.line
            """,
            [
                plan, edition, position, recommendation.referenceNumber, recommendation.directedAt, recommendation.text,
                recommendation.response, recommendation.responseAsPrinted, recommendation.line,
            ])
        let id = try Int64.fetchOne(
            writing.db, sql: "SELECT id FROM recommendation WHERE plan_id = ? AND number = ?",
            arguments: [plan, recommendation.referenceNumber])
        guard let id else { throw RegisterError.noSuchRow(what: recommendation.place) }
        return id
    }
}
