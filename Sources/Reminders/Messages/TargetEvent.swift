// Something that happened to a target, as a webhook endpoint hears of it that asked for it.

import CivilTime

/// A record of what was written into the register; it never goes stale.
public struct TargetEvent: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// An answer was recorded, or one was undone.
        case answered
        case dateChanged = "date_changed"
    }

    public let kind: Kind
    /// When it was recorded.
    public let at: Instant
    public let reference: String
    public let recommendation: String
    public let recommendationText: String
    public let action: String?
    /// The posts it belongs to, as printed.
    public let owners: [String]
    /// The target's status after it.
    public let status: String
    public let answer: EventAnswer?
    /// Before and after; both nil but for a changed date.
    public let dateBefore: EventDate?
    public let dateAfter: EventDate?
    /// `new_edition`, `extended` or `corrected`; nil but for a changed date.
    public let cause: String?
    /// How many times the date was put off, this one counted.
    public let extensions: Int

    public init(
        kind: Kind, at: Instant, reference: String, recommendation: String, recommendationText: String, action: String?,
        owners: [String], status: String, answer: EventAnswer?, dateBefore: EventDate?, dateAfter: EventDate?,
        cause: String?, extensions: Int
    ) {
        self.kind = kind
        self.at = at
        self.reference = reference
        self.recommendation = recommendation
        self.recommendationText = recommendationText
        self.action = action
        self.owners = owners
        self.status = status
        self.answer = answer
        self.dateBefore = dateBefore
        self.dateAfter = dateAfter
        self.cause = cause
        self.extensions = extensions
    }
}

/// What was answered.
public struct EventAnswer: Hashable, Sendable, Codable {
    public let number: Int64
    /// `done`, `on-track`, `new-date`, `not-mine`, `withdrawn`, `reopen` or `note`.
    public let kind: String
    public let until: CivilDate?
    /// The post it was said for; nil where it answers for all.
    public let owner: String?
    public let saidBy: String
    public let saidOn: CivilDate
    /// Whether this tells of its being undone.
    public let isUndone: Bool

    public init(
        number: Int64, kind: String, until: CivilDate?, owner: String?, saidBy: String, saidOn: CivilDate,
        isUndone: Bool
    ) {
        self.number = number
        self.kind = kind
        self.until = until
        self.owner = owner
        self.saidBy = saidBy
        self.saidOn = saidOn
        self.isUndone = isUndone
    }
}

/// A date revision.
public struct EventDate: Hashable, Sendable, Codable {
    public let revision: Int
    public let phrase: String
    public let due: CivilDate?
    public let rule: String?

    public init(revision: Int, phrase: String, due: CivilDate?, rule: String?) {
        self.revision = revision
        self.phrase = phrase
        self.due = due
        self.rule = rule
    }
}
