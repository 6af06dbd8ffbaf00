// What a body answered to a recommendation, in the seven words that duewatch keeps. How the answer was printed stands
// beside it in the draft.

/// The response to a recommendation, reduced to the words of the plan's own definitions.
public enum Response: String, Hashable, Sendable, CaseIterable {
    case accepted
    case partiallyAccepted = "partially_accepted"
    case agreed
    case partlyAgreed = "partly_agreed"
    case notAgreed = "not_agreed"
    case notAccepted = "not_accepted"
    case noted

    /// The response as a sentence names it: "partly agreed".
    public var words: String {
        switch self {
        case .accepted: "accepted"
        case .partiallyAccepted: "partially accepted"
        case .agreed: "agreed"
        case .partlyAgreed: "partly agreed"
        case .notAgreed: "not agreed"
        case .notAccepted: "not accepted"
        case .noted: "noted"
        }
    }

    /// Whether the body undertook to do something, wholly or in part.
    public var promisesSomething: Bool {
        switch self {
        case .accepted, .partiallyAccepted, .agreed, .partlyAgreed: true
        case .notAgreed, .notAccepted, .noted: false
        }
    }
}
