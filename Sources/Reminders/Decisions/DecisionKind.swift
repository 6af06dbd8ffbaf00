// The decisions that a person can take about a target, a post or a doubt.

public enum DecisionKind: Hashable, Sendable {
    /// The date is what this phrase says, read as a plan's is. A correction, never an extension.
    case date(String)
    /// These posts answer for it, each for certain.
    case owner([String])
    /// It belongs to the step with this label, or with this number among the steps, from 1.
    case action(String)
    /// It is one deliverable with the target of this reference, which is chased for both.
    case sameAs(String)
    /// A superseded target lives on.
    case keep
    /// It is never chased.
    case never
    /// Nothing has to change.
    case dismiss
    /// A spelling of a post that is known under another name.
    case onePost(spelling: String, post: String)

    /// The word for it in the register, in JSON and in a sheet.
    public var name: String {
        switch self {
        case .date: "date"
        case .owner: "owner"
        case .action: "action"
        case .sameAs: "same-as"
        case .keep: "keep"
        case .never: "none"
        case .dismiss: "dismiss"
        case .onePost: "one-post"
        }
    }

    /// Every word that `init(name:values:)` knows.
    public static let names = ["date", "owner", "action", "same-as", "keep", "none", "dismiss", "one-post"]

    /// What was decided, beside the word; empty where the word says all.
    public var values: [String] {
        switch self {
        case .date(let phrase): [phrase]
        case .owner(let posts): posts
        case .action(let label): [label]
        case .sameAs(let reference): [reference]
        case .onePost(let spelling, let post): [spelling, post]
        case .keep, .never, .dismiss: []
        }
    }

    /// nil where the word is not known, or the values do not go with it.
    public init?(name: String, values: [String]) {
        switch (name, values.count) {
        case ("date", 1): self = .date(values[0])
        case ("owner", 1...): self = .owner(values)
        case ("action", 1): self = .action(values[0])
        case ("same-as", 1): self = .sameAs(values[0])
        case ("keep", 0): self = .keep
        case ("none", 0): self = .never
        case ("dismiss", 0): self = .dismiss
        case ("one-post", 2): self = .onePost(spelling: values[0], post: values[1])
        default: return nil
        }
    }

    /// The doubts of a target that it answers.
    public var settles: Set<DoubtKind> {
        switch self {
        case .date: [.dateUnclear, .dateRelative, .noDate, .secondDate, .reading, .contradiction]
        case .owner: [.ownerUnclear, .noOwner, .notMine]
        case .action: [.pairingUnclear]
        case .keep: [.superseded]
        case .onePost: [.nearOwner]
        case .sameAs, .never, .dismiss: Set(DoubtKind.allCases)
        }
    }
}
