// One mistake made in the fixture, and the one problem that must come of it.

import Configuration
import Testing

struct Fault: Sendable, CustomTestStringConvertible {
    let sentence: String
    /// These words of the fixture become the others.
    let old: String
    let new: String
    /// Words of the line that the problem must name; nil where it can be in no line.
    let line: String?
    let field: String
    let says: String
    let severity: Problem.Severity

    init(
        _ sentence: String, _ old: String, _ new: String, line: String?, _ field: String, says: String,
        _ severity: Problem.Severity = .error
    ) {
        self.sentence = sentence
        self.old = old
        self.new = new
        self.line = line
        self.field = field
        self.says = says
        self.severity = severity
    }

    var testDescription: String { sentence }
}
