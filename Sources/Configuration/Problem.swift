// One mistake in a file that a person wrote: where it is, what was expected there, what stands there, what to do.
// Never holds a secret: settings that name one do not show what was found.

public struct Problem: Hashable, Sendable, CustomStringConvertible {
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// The file cannot be used.
        case error
        /// The file can be used; a person should know what it leads to.
        case warning
    }

    public let severity: Severity
    /// The path as it was given.
    public let file: String
    /// Counted from 1; nil where the fault is in no line, as with a file that is not there.
    public let line: Int?
    /// `schedules.standard[2].lead`; empty where the file as a whole is meant.
    public let field: String
    public let expected: String
    public let found: String
    /// What to do, or what follows; no full stop at its end.
    public let hint: String?

    public init(
        severity: Severity, file: String, line: Int?, field: String, expected: String, found: String, hint: String?
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.field = field
        self.expected = expected
        self.found = found
        self.hint = hint
    }

    /// `duewatch.yaml:4: error: delivery.mode: expected folder, rehearsal or live, found "life"; did you mean "live"?`
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let subject = field.isEmpty ? "" : "\(field): "
        let advice = hint.map { "; \($0)" } ?? ""
        return "\(place): \(severity.rawValue): \(subject)expected \(expected), found \(found)\(advice)"
    }
}
