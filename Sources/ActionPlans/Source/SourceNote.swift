// What the reader of a file saw that its cells alone do not tell: a hidden row, a tracked change, a sheet passed by.

/// Something about a document that a person should look at.
public struct SourceNote: Hashable, Sendable {
    /// Its line or row in the document, from one, where one can be named.
    public var line: Int?
    /// Where in the document it is: "sheet Plan, row 7".
    public var place: String
    /// What was found, and what to do about it.
    public var message: String

    public init(line: Int?, place: String, message: String) {
        self.line = line
        self.place = place
        self.message = message
    }
}
