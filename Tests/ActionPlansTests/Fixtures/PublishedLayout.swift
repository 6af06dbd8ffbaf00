// A small table in the layout of one kind of published plan, with what a person reads in it.

import Testing

@testable import ActionPlans

struct PublishedLayout: CustomTestStringConvertible {
    let name: String
    /// Its lines, cells parted by bars.
    let text: String
    /// For each recommendation: its number, text and response; each statement with what it means and who owns it; each
    /// action with its pairing, the statements' numbers and its words.
    let reads: String

    var testDescription: String { name }

    init(_ name: String, text: String, reads: String) {
        self.name = name
        self.text = text
        self.reads = reads
    }

    func read() throws -> PlanDraft {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(Prose.trimmed).joined(separator: "\t")
        }
        return try PlanReader.read(PlanText.read(lines.joined(separator: "\n")))
    }

    static func told(_ plan: PlanDraft) -> String {
        plan.recommendations.flatMap { recommendation -> [String] in
            let body = recommendation.directedAt.map { "\($0): " } ?? ""
            let response = recommendation.response.map { " | \($0.rawValue)" } ?? ""
            return ["\(recommendation.number) | \(body)\(recommendation.text)\(response)"]
                + recommendation.editions.flatMap { $0.targetDates.map(told) + $0.actions.map(told) }
        }.joined(separator: "\n")
    }

    private static func told(_ statement: TargetStatement) -> String {
        let readings = statement.readings.map { reading in
            let day = reading.due?.description ?? reading.on ?? reading.from?.description ?? ""
            return Prose.trimmed("\(reading.kind == .due ? "" : reading.kind.rawValue) \(day)")
        }
        let owners = statement.owners.isEmpty ? "nobody" : statement.owners.joined(separator: "; ")
        return "  \(statement.phrase) = \(readings.joined(separator: ", ")) | \(owners)"
    }

    private static func told(_ action: ActionDraft) -> String {
        let dates = action.targetDates.map { "\($0.n)" }.joined(separator: " and ")
        let label = action.label.map { "\($0)) " } ?? ""
        return "  \(action.pairing.rawValue) \(dates.isEmpty ? "none" : dates) | \(label)\(action.text)"
    }
}
