// The two lists of recommendations that one plan may number separately.

/// The list a recommendation's number belongs to.
public enum Section: String, Hashable, Sendable, CaseIterable {
    /// The plan's own list.
    case main
    /// "Additional further recommendations", numbered from one again.
    case additional
}
