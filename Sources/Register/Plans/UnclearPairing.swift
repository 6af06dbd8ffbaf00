// A target of which it is not certain to which step it belongs, and when the reader of the document has said so itself.

import ActionPlans
import Reminders

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
