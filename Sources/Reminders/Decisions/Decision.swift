// What a person decided about a doubt, before it is recorded. It names things as people do, so that it can be taken to
// another register.

public struct Decision: Hashable, Sendable {
    /// The short name of the plan.
    public let plan: String
    /// `remand-2024/6.2`; nil where it is about the plan as a whole.
    public let reference: String?
    /// The one row of the worklist that it is about; nil for all that its kind settles.
    public let doubt: DoubtName?
    public let kind: DecisionKind
    /// Who decided, as the person who records it puts it.
    public let by: String
    public let because: String

    public init(
        plan: String, reference: String?, doubt: DoubtName? = nil, kind: DecisionKind, by: String, because: String
    ) {
        self.plan = plan
        self.reference = reference
        self.doubt = doubt
        self.kind = kind
        self.by = by
        self.because = because
    }

    /// What it is about, as a person names it.
    public var subject: String { reference ?? plan }

    /// The plan that a reference begins with: `remand-2024` of `remand-2024/6.2`.
    public static func plan(of reference: String) -> String {
        String(reference.prefix { $0 != "/" })
    }
}

/// How one row of the worklist is named.
public enum DoubtName: Hashable, Sendable {
    /// The number that `review` shows; of this register only.
    case number(Int64)
    /// Its words, which another register has too.
    case text(String)
}
