// What a person said of one or several targets, before it is recorded.

import ActionPlans
import CivilTime

public struct AnswerEntry: Hashable, Sendable {
    /// `remand-2024/6.2`, one or several; all of them or none are answered.
    public let references: [String]
    public let kind: AnswerKind
    /// Who said it, as the person who records it puts it.
    public let by: String
    /// The day it was said.
    public let on: CivilDate
    public let because: String
    /// The post it was said for, in any of its spellings; nil answers for all owners.
    public let ownerPost: String?

    public init(
        references: [String], kind: AnswerKind, by: String, on: CivilDate, because: String, ownerPost: String?
    ) {
        self.references = references
        self.kind = kind
        self.by = by
        self.on = on
        self.because = because
        self.ownerPost = ownerPost
    }
}

public enum AnswerKind: Hashable, Sendable {
    case done
    /// No reminder until the end of this day.
    case onTrack(until: CivilDate)
    case newDate(phrase: String, readings: [Reading])
    case notMine
    case withdrawn
    case reopen
    case note(String)

    /// The word for it in the register, in JSON and on the command line.
    public var name: String {
        switch self {
        case .done: "done"
        case .onTrack: "on-track"
        case .newDate: "new-date"
        case .notMine: "not-mine"
        case .withdrawn: "withdrawn"
        case .reopen: "reopen"
        case .note: "note"
        }
    }
}
