// What it means that several posts answer for one target. A person decides it; it says nothing of how anybody stands.

/// When a target with several owners is answered, and which of them are chased.
public enum JointMeaning: Hashable, Sendable, Codable {
    /// Each has to answer, and each has a ladder.
    case all
    /// The first answer is an answer for all.
    case any
    /// One is chased and answers; the others get copies of what does not tell of lateness. nil is the owner printed first.
    case lead(OwnerID?)

    /// The word for it in the register and in commands.
    public var name: String {
        switch self {
        case .all: "all"
        case .any: "any"
        case .lead: "lead"
        }
    }

    public static let names = ["all", "any", "lead"]

    /// nil for a word that is none of `names`.
    public init?(name: String, lead: OwnerID? = nil) {
        switch name {
        case "all": self = .all
        case "any": self = .any
        case "lead": self = .lead(lead)
        default: return nil
        }
    }

    /// The one who leads among these owners, of those that the document names for certain; nil where nobody does.
    public func lead(among owners: [OwnerID]) -> OwnerID? {
        guard case .lead(let named) = self else { return nil }
        return owners.first { $0 == named } ?? owners.first
    }
}
