// How sure the reader is which target dates belong to an action. A wrong `certain` is the worst fault of all: it tells
// somebody a wrong date with confidence.

/// How an action was joined to its target dates.
public enum Pairing: String, Hashable, Sendable, CaseIterable {
    /// The words or the row leave no other reading.
    case certain
    /// Order or count suggest it.
    case likely
    /// The document does not say; the action names no statement.
    case unclear
}
