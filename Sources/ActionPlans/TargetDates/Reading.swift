// What one target-date phrase says: a kind, its days, and the rule by which it was read.
// A reading never holds a date that the words do not give.

import CivilTime

/// One reading of a target-date phrase. A phrase may have several, in printed order.
public struct Reading: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case due, range, starts, completed, ongoing, recurring, relative, none, unclear
    }

    public enum Precision: String, Sendable, CaseIterable {
        case day, month, quarter, season, half, year
        case financialYear = "financial_year"
        case term
    }

    public let kind: Kind
    /// The first day of the period named, where one is named.
    public let from: CivilDate?
    /// The last day, on which it is due; nil where the words give none.
    public let due: CivilDate?
    public let precision: Precision?
    /// The rule that was used, in plain English.
    public let rule: String
    /// When it was completed, as precise as printed: "2023-12-05", "2023-12" or "2023".
    public let on: String?
    public let recurrence: Recurrence?
    /// What a relative date counts from, as printed.
    public let after: String?
    /// How long after that, an ISO 8601 period.
    public let period: String?
    /// Why a person has to look: always there for `unclear`, and beside a date that the words hedge.
    public let why: String?
    /// The words beside the date.
    public let milestone: String?

    public init(
        kind: Kind, from: CivilDate? = nil, due: CivilDate? = nil, precision: Precision? = nil, rule: String,
        on: String? = nil, recurrence: Recurrence? = nil, after: String? = nil, period: String? = nil,
        why: String? = nil, milestone: String? = nil
    ) {
        self.kind = kind
        self.from = from
        self.due = due
        self.precision = precision
        self.rule = rule
        self.on = on
        self.recurrence = recurrence
        self.after = after
        self.period = period
        self.why = why
        self.milestone = milestone
    }

    /// The reading with the words that stood beside its date.
    func beside(_ words: String?) -> Reading {
        Reading(
            kind: kind, from: from, due: due, precision: precision, rule: rule, on: on, recurrence: recurrence,
            after: after, period: period, why: why, milestone: words)
    }

    /// The reading, with a doubt that the words themselves cast on it.
    func doubted(_ reason: String) -> Reading {
        Reading(
            kind: kind, from: from, due: due, precision: precision, rule: rule, on: on, recurrence: recurrence,
            after: after, period: period, why: why ?? reason, milestone: milestone)
    }

    /// The reading with one more rule that was used.
    func ruled(_ more: String) -> Reading {
        Reading(
            kind: kind, from: from, due: due, precision: precision, rule: "\(rule); \(more)", on: on,
            recurrence: recurrence, after: after, period: period, why: why, milestone: milestone)
    }

    static func unclear(_ why: String) -> Reading {
        Reading(kind: .unclear, rule: "what gives no date for certain goes to a person", why: why)
    }
}
