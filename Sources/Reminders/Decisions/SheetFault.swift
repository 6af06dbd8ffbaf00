// One cell of a sheet that cannot be taken as it is.

public struct SheetFault: Hashable, Sendable, CustomStringConvertible {
    /// As the spreadsheet program counts: the headings are row 1.
    public let row: Int
    public let column: String
    public let expected: String
    public let found: String

    public init(row: Int, column: String, expected: String, found: String) {
        self.row = row
        self.column = column
        self.expected = expected
        self.found = found
    }

    public var description: String {
        "row \(row), column \(column): expected \(expected), found \(found.isEmpty ? "nothing" : "\u{201C}\(found)\u{201D}")"
    }
}
