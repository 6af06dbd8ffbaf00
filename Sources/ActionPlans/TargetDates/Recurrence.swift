// How often a recurring commitment comes round. It plans nothing.

/// The rhythm of a recurring target date.
public enum Recurrence: Hashable, Sendable {
    /// An ISO 8601 period such as `P3M`.
    case every(String)
    /// Months of every year, 1 to 12, as printed.
    case months([Int])
    /// Every school term.
    case terms
}
