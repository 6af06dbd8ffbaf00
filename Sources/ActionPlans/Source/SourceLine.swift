// A paragraph outside all tables, with its place.

/// A paragraph outside all tables.
public struct SourceLine: Hashable, Sendable {
    public var text: String
    /// Its line in the document, from one.
    public var line: Int

    public init(text: String, line: Int) {
        self.text = text
        self.line = line
    }
}
