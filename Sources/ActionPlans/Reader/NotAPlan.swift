// Why a document was refused: it holds no table that could be an action plan's.

/// The document is not readable as an action plan.
public struct NotAPlan: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was looked for.
    public var expected: String
    /// What the document holds instead.
    public var found: String
    /// What the reader of the message can do.
    public var advice: String

    public init(expected: String, found: String, advice: String) {
        self.expected = expected
        self.found = found
        self.advice = advice
    }

    public var description: String { "not readable as an action plan: expected \(expected); found \(found). \(advice)" }
}
