// One published round of a plan, as its banner and its submission date tell.

import CivilTime

/// One published round of a plan.
public struct EditionDraft: Hashable, Sendable {
    /// Whether the round opens the plan or reports on it later.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case original, update
    }

    /// Year and month: "2020-01". "undated" where the document names no date at all.
    public var id: String
    /// The banner as printed, "Action Plan (January 2020)"; "Action Plan" where there is none.
    public var label: String
    public var kind: Kind
    /// The day it was submitted, where the document says.
    public var date: CivilDate?

    public init(id: String, label: String, kind: Kind, date: CivilDate?) {
        self.id = id
        self.label = label
        self.kind = kind
        self.date = date
    }
}
