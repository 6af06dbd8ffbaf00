// What was read from a plan's file, for a person: how much of it, and every doubt.

import ActionPlans

struct DraftReport {
    let draft: PlanDraft

    init(_ draft: PlanDraft) { self.draft = draft }

    var lines: [String] {
        heading + [""] + counts + problems
    }

    /// Title, day and editions.
    var heading: [String] {
        let published = draft.published.map { "published \($0.inWords)" } ?? "no day of publication found"
        return Paragraph.lines(Style.bold(draft.title)) + [published]
            + draft.editions.map { "  edition \($0.id): \($0.label)" }
    }

    private var counts: [String] {
        var responses: [String: Int] = [:]
        for recommendation in draft.recommendations {
            responses[recommendation.response?.words ?? "without a response", default: 0] += 1
        }
        let kinds = responses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
        let editions = draft.recommendations.flatMap(\.editions)
        let owners = Set(editions.flatMap { $0.owners })
        return [
            Words.count(draft.recommendations.count, "recommendation") + ": " + kinds.joined(separator: ", "),
            Words.count(editions.map(\.targetDates.count).reduce(0, +), "target date") + ", "
                + Words.count(editions.map(\.actions.count).reduce(0, +), "action") + ", "
                + Words.count(owners.count, "owner"),
        ]
    }

    private var problems: [String] {
        guard !draft.problems.isEmpty else { return ["nothing doubtful"] }
        return ["", Style.bold("\(Words.count(draft.problems.count, "doubt")) for a person to settle")]
            + draft.problems.flatMap { problem in
                let line = problem.line.map { "line \($0), " } ?? ""
                return Paragraph.lines("\(line)\(problem.where): \(problem.message)", indent: "    ", lead: "  ")
            }
    }
}
