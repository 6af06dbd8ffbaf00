// One recommendation of a draft on its way into the register: its row, its steps, and what of it changed.

import ActionPlans
import CivilTime
import GRDB
import Reminders

struct RecommendationStoring {
    let adopting: Adopting
    let draft: RecommendationDraft
    let position: Int
    /// As its references have it.
    let number: String
    let match: RecommendationMatching.Match?
    private var row: Int64?
    private var isTold = false

    init(
        adopting: Adopting, draft: RecommendationDraft, position: Int, number: String,
        match: RecommendationMatching.Match?
    ) {
        self.adopting = adopting
        self.draft = draft
        self.position = position
        self.number = number
        self.match = match
        row = match?.known.id
    }

    private var writing: Transaction { adopting.writing }

    /// The edition that the register has it from.
    func currentEdition() throws -> String? {
        guard let row else { return nil }
        return try String.fetchOne(
            writing.db.cachedStatement(
                sql: """
                    SELECT code FROM recommendation JOIN edition ON edition.id = edition_id WHERE recommendation.id = ?
                    """), arguments: [row])
    }

    mutating func store(in edition: Int64, code: String, steps: [ActionDraft], isFirst: Bool) throws -> Int64 {
        if !isTold { try tell(code, isFirst: isFirst) }
        isTold = true
        let printed = draft.referenceNumber == number ? nil : draft.referenceNumber
        let columns: [Prepared.Value] = [
            .int(edition), .number(position), .words(printed), .words(draft.directedAt), .text(draft.text),
            .named(draft.response), .words(draft.responseAsPrinted), .number(draft.line),
        ]
        let id: Int64
        if let row {
            id = row
            try Prepared(
                writing.db,
                """
                UPDATE recommendation SET edition_id = ?, position = ?, printed_number = ?, directed_at = ?, text = ?,
                    response = ?, response_as_printed = ?, line = ?, vanished_in = NULL WHERE id = ?
                """
            ).run(binding: columns + [.int(row)])
            try writing.execute("DELETE FROM printed_action WHERE recommendation_id = ?", [row])
        } else {
            id = try Prepared(
                writing.db,
                """
                INSERT INTO recommendation (edition_id, position, printed_number, directed_at, text, response,
                    response_as_printed, line, plan_id, number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
            ).insert(binding: columns + [.id(adopting.plan), .text(number)])
            row = id
        }
        for (place, step) in steps.enumerated() {
            try Prepared(
                writing.db, "INSERT INTO printed_action (recommendation_id, position, label, text) VALUES (?, ?, ?, ?)"
            ).run(.int(id), .number(place + 1), .words(step.label), .text(step.text))
        }
        return id
    }

    /// What changed about the recommendation itself.
    private func tell(_ edition: String, isFirst: Bool) throws {
        func add(_ kind: PlanDifference.Change.Kind, _ before: String?, _ after: String?) {
            adopting.changes.append(
                PlanDifference.Change(
                    kind: kind, edition: edition, recommendation: draft.referenceNumber, before: before, after: after,
                    sureness: match?.sureness ?? .certain))
        }
        guard let match else {
            if !isFirst { add(.newRecommendation, nil, draft.text) }
            return
        }
        if match.known.printedNumber != draft.referenceNumber {
            add(.renumbered, match.known.printedNumber, draft.referenceNumber)
        }
        if PrintedTarget.normalised(match.known.text) != PrintedTarget.normalised(draft.text) {
            add(.reworded, match.known.text, draft.text)
        }
        let response = match.known.response
        if response != draft.response { add(.response, response?.words, draft.response?.words) }
        guard match.sureness != .certain else { return }
        try writing.doubt(
            .moved, plan: adopting.plan, target: nil,
            text:
                "recommendation \(draft.referenceNumber) of edition \(edition) is probably what was \(match.known.printedNumber) "
                + "before: its words differ. If it is another one, withdraw what was promised under "
                + "\(adopting.name)/\(number)", line: draft.line)
    }
}
