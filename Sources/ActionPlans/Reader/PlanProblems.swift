// Doubts that only the whole plan shows: missing numbers, recommendations that promise something without a date or an
// owner, two spellings of what may be one post, a document that stops in the middle.

enum PlanProblems {
    /// The doubts about a draft as a whole.
    static func found(in draft: PlanDraft, rows: [RecommendationRows]) -> [ReadingProblem] {
        let answers = draft.recommendations.contains { $0.response != nil } || rows.contains { !$0.responses.isEmpty }
        let namesOwners = draft.recommendations.contains { $0.editions.contains { !$0.owners.isEmpty } }
        var problems = draft.recommendations.flatMap {
            incomplete($0, draft, answers: answers, namesOwners: namesOwners)
        }
        if !namesOwners, draft.recommendations.contains(where: { $0.editions.contains { !$0.targetDates.isEmpty } }) {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: draft.recommendations.first?.line, where: "the plan",
                    message: "it prints no owners, so nobody can be told. Name the post that answers for each target."))
        }
        if !answers {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: draft.recommendations.first?.line, where: "the plan",
                    message:
                        "it prints no responses (agreed, accepted or the like), so every recommendation is taken to be "
                        + "pursued. Say which are not."))
        }
        for section in Section.allCases { problems += gaps(in: draft.recommendations.filter { $0.section == section }) }
        problems += nearDuplicates(in: draft)
        let hasMonth = draft.editions.first.map { $0.label == "Action Plan" && $0.id != "undated" } ?? false
        if draft.published == nil, !hasMonth {
            problems.append(
                ReadingProblem(
                    severity: .warning, line: nil, where: "the plan",
                    message: "no line above the table gives the day it was submitted, such as \"Action Plan Submitted: "
                        + "12 January 2026\"; dates without a year cannot be read. Add that line."))
        }
        problems += cutShort(rows.last)
        return problems
    }

    /// What the reader of the file saw that its cells alone do not tell.
    static func noted(in document: SourceDocument) -> [ReadingProblem] {
        document.notes.map {
            ReadingProblem(severity: .warning, line: $0.line, where: $0.place, message: $0.message)
        }
    }

    static func inDocumentOrder(_ problems: [ReadingProblem]) -> [ReadingProblem] {
        problems.enumerated().sorted { ($0.element.line ?? .max, $0.offset) < ($1.element.line ?? .max, $1.offset) }
            .map(\.element)
    }

    private static func incomplete(
        _ recommendation: RecommendationDraft, _ draft: PlanDraft, answers: Bool, namesOwners: Bool
    ) -> [ReadingProblem] {
        var found: [String] = []
        if recommendation.text.isEmpty { found.append("no text of the recommendation was found. Check the row.") }
        if answers, recommendation.response == nil {
            found.append("no response was found. Expected agreed, partly agreed, accepted or the like.")
        }
        let promises = recommendation.response?.promisesSomething ?? true
        let latest = recommendation.editions.last
        if promises, recommendation.editions.allSatisfy(\.targetDates.isEmpty) {
            found.append("it is to be done, yet no target date is printed. Ask its owner for one.")
        } else if let latest, namesOwners, latest.owners.isEmpty,
            latest.targetDates.contains(where: { $0.readings.contains { $0.kind != .none } })
        {
            found.append("it has target dates, yet no owner is printed. Name the post that answers for it.")
        } else if promises, let silent = draft.editions.last, draft.editions.count > 1, latest?.edition != silent.id {
            found.append("the latest edition, \(silent.label), says nothing about it. Decide whether it still stands.")
        }
        return found.map {
            ReadingProblem(severity: .warning, line: recommendation.line, where: recommendation.place, message: $0)
        }
    }

    private static func gaps(in recommendations: [RecommendationDraft]) -> [ReadingProblem] {
        var problems: [ReadingProblem] = []
        for (before, after) in zip(recommendations, recommendations.dropFirst()) {
            guard let a = Int(before.number.prefix { $0.isASCIIDigit }),
                let b = Int(after.number.prefix { $0.isASCIIDigit }), b != a, b != a + 1
            else { continue }
            let missing =
                b > a
                ? (b == a + 2 ? "number \(a + 1) is missing" : "numbers \(a + 1) to \(b - 1) are missing")
                : "the numbers go back"
            problems.append(
                ReadingProblem(
                    severity: .warning, line: after.line, where: after.place,
                    message:
                        "\(missing) between \(before.number) and \(after.number). Check whether the document leaves it out."
                ))
        }
        return problems
    }

    /// Posts whose names differ only in commas, stops and small words.
    private static func nearDuplicates(in draft: PlanDraft) -> [ReadingProblem] {
        var first: [String: (name: String, folded: String)] = [:]
        var problems: [ReadingProblem] = []
        var told: Set<String> = []
        for recommendation in draft.recommendations {
            for owner in recommendation.editions.flatMap(\.owners) {
                let core = Prose.list(owner).filter { !["and", "the", "of"].contains($0) }.joined(separator: " ")
                let folded = Prose.folded(owner)
                guard let known = first[core] else {
                    first[core] = (owner, folded)
                    continue
                }
                guard known.folded != folded, told.insert(folded).inserted else { continue }
                problems.append(
                    ReadingProblem(
                        severity: .warning, line: recommendation.line, where: recommendation.place,
                        message: "owners \"\(known.name)\" and \"\(owner)\" may be one post in two spellings. "
                            + "Make one an alias of the other if they are."))
            }
        }
        return problems
    }

    private static func cutShort(_ last: RecommendationRows?) -> [ReadingProblem] {
        guard let last else { return [] }
        let text = last.bands.last { !$0.blocks.isEmpty }?.blocks.last?.text ?? last.text
        let hasOutcome = last.bands.contains { !$0.dates.isEmpty || !$0.owners.isEmpty }
        guard !Tail.endsSentence(text), !hasOutcome else { return [] }
        return [
            ReadingProblem(
                severity: .warning, line: last.bands.last?.line ?? last.line, where: last.place,
                message:
                    "the document stops in the middle of it: \"\u{2026}\(text.suffix(40))\", no owner and no target date. "
                    + "Check whether the file is whole.")
        ]
    }
}
