// Why somebody receives a copy of what another is asked to answer.

/// What makes a reader one who is copied. A copy asks nothing, and nothing climbs from it.
public enum CopyReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// They are recorded as doing the work of the post.
    case doer
    /// Their post answers for the target together with one that leads.
    case joint
}
