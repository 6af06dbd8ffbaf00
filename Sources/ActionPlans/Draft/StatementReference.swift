// How an action names the target-date statement it means.

/// A statement of the same recommendation and edition, by its number, with its words repeated for people.
public struct StatementReference: Hashable, Sendable {
    /// The statement's `n`.
    public var n: Int
    /// The statement's words as printed.
    public var phrase: String

    public init(n: Int, phrase: String) {
        self.n = n
        self.phrase = phrase
    }
}
