// Reads an action plan from a document that was split into tables already: the table is found, its rows gathered by
// recommendation, each recommendation read edition by edition. Works by the layout, never by the words of one plan, and
// marks what the document does not say for certain. Conventions: docs/import.md.

/// Reads action plans.
public enum PlanReader {
    /// The plan that `document` prints, with every doubt in `problems`. Throws where it holds no such table, or a table
    /// without one recommendation.
    /// - Parameter spreading: how the recommendations are gone through; each is read by itself.
    public static func read(
        _ document: SourceDocument, by spreading: some Spreading = InTurn()
    ) throws(NotAPlan) -> PlanDraft {
        let rows = try PlanRows.found(in: document)
        let gathering = RowGathering(rows)
        guard !gathering.recommendations.isEmpty else {
            throw NotAPlan(
                expected: "at least one row with a recommendation's number",
                found: "the headings of a plan's table and \(rows.rows.count) rows below them, none with a number",
                advice: "The file may be cut short; check it against the published document.")
        }
        let front = FrontMatter(rows.front)
        let editions = Editions(front: front, recommendations: gathering.recommendations)
        var recommendations = spreading.map(gathering.recommendations) { RecommendationReading($0, editions: editions) }
        let vocabulary = PlanVocabulary(document: document, recommendations: recommendations)
        recommendations = spreading.map(recommendations) { $0.paired(with: vocabulary) }
        var draft = PlanDraft(
            title: front.title,
            published: front.submissions.first { !$0.isUpdate }?.date ?? front.submissions.first?.date,
            editions: editions.drafts, recommendations: recommendations.map(\.draft),
            problems: PlanProblems.noted(in: document) + rows.problems + gathering.problems
                + recommendations.flatMap(\.problems))
        draft.problems += PlanProblems.found(in: draft, rows: gathering.recommendations)
        draft.problems = PlanProblems.inDocumentOrder(draft.problems)
        return draft
    }
}
