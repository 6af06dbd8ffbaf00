// One action while it is being read: its words, and what kind of paragraph it came from.

/// An action under a recommendation, before it is paired with dates.
struct Step {
    enum Role: Hashable {
        /// A step that somebody takes.
        case action
        /// Words that only introduce the bullets after them.
        case leadIn
        /// Why a recommendation is agreed only in part; never has a date.
        case reason
    }

    var label: String?
    var text: String
    var role: Role
    /// The band it begins in.
    var band: Int
}
