// One thing that `duewatch check` found, in the settings file or in what they lead to.

import ActionPlans
import Configuration

struct Finding {
    let severity: Problem.Severity
    let text: String
    let problem: Problem?

    init(_ problem: Problem) {
        severity = problem.severity
        text = problem.description
        self.problem = problem
    }

    /// - Parameter sentence: without a full stop; it says what to do.
    init(_ severity: Problem.Severity, _ sentence: String) {
        self.severity = severity
        text = "\(severity.rawValue): \(sentence)"
        problem = nil
    }

    var json: JSON {
        .object([
            ("severity", .string(severity.rawValue)), ("file", .text(problem?.file)),
            ("line", problem?.line.map(JSON.int) ?? .null), ("field", .text(problem?.field)),
            ("expected", .text(problem?.expected)), ("found", .text(problem?.found)),
            ("hint", .text(problem?.hint)), ("message", .string(text)),
        ])
    }
}
