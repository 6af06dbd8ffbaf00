// A draft as lines of text without the lines of its document, so that two readings of one plan can be compared.

import ActionPlans

enum DraftLines {
    static func of(_ document: SourceDocument) throws -> [String] {
        let plan = try PlanReader.read(document)
        return ["\(plan.title), \(plan.published.map(\.description) ?? "-")"]
            + plan.recommendations.flatMap { recommendation in
                [
                    "\(recommendation.section) \(recommendation.number) [\(recommendation.directedAt ?? "")] "
                        + "\(recommendation.response.map { "\($0)" } ?? "-"): \(recommendation.text)"
                ] + recommendation.editions.flatMap(lines)
            }
    }

    private static func lines(_ edition: RecommendationEdition) -> [String] {
        ["\(edition.edition) \(edition.owners)"]
            + edition.targetDates.map { "\($0.n) \($0.phrase) \($0.owners) \($0.readings)" }
            + edition.actions.map {
                "\($0.label ?? "-") \($0.pairing) \($0.targetDates.map(\.n)) \($0.owners) \($0.text)"
            }
    }
}
