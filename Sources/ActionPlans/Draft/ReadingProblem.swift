// One doubt about a document, worded for the person who will settle it.

/// Something the reader could not read for certain, or found to contradict itself.
public struct ReadingProblem: Hashable, Sendable {
    /// Whether the plan can be used while the problem stands.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        case error, warning
    }

    public var severity: Severity
    /// The line of the document, from one, where one line can be named.
    public var line: Int?
    /// The part of the plan it is about: "recommendation 3".
    public var `where`: String
    /// What was found, and what to do about it.
    public var message: String

    public init(severity: Severity, line: Int?, where place: String, message: String) {
        self.severity = severity
        self.line = line
        self.where = place
        self.message = message
    }
}
