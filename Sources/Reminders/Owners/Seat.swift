// The four ways in which a person can stand for a post. Three of them are the rungs of a ladder.

/// What a person is to a post for a period.
public enum Seat: String, Hashable, Sendable, Codable, CaseIterable {
    case holder, deputy, manager
    /// Does the work, and gets a copy of what the holder gets.
    case doer

    /// The rung it is; nil for one who only gets copies.
    public var role: Role? { Role(rawValue: rawValue) }

    public init(_ role: Role) {
        self =
            switch role {
            case .holder: .holder
            case .deputy: .deputy
            case .manager: .manager
            }
    }
}
