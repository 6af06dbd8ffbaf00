// One target date as it was printed: the thing that is later chased. Its phrase is never altered.

/// One printed target-date statement of one recommendation in one edition.
public struct TargetStatement: Hashable, Sendable {
    /// Its place among the edition's statements, from one.
    public var n: Int
    /// The line of the document that holds it, from one.
    public var line: Int
    /// The words as printed.
    public var phrase: String
    /// The owners that the document ties to it, as printed; empty where it ties none.
    public var owners: [String]
    /// What the phrase means, in printed order.
    public var readings: [Reading]

    public init(n: Int, line: Int, phrase: String, owners: [String], readings: [Reading]) {
        self.n = n
        self.line = line
        self.phrase = phrase
        self.owners = owners
        self.readings = readings
    }
}
