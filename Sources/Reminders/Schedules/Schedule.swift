// What is said when: a schedule is a named set of stages, and a stage is one point relative to a date.

/// A named set of stages. Stage names are unique within it; the order of printing carries no meaning.
public struct Schedule: Hashable, Sendable {
    public let name: String
    public let stages: [Stage]

    public init(name: String, stages: [Stage]) {
        self.name = name
        self.stages = stages
    }
}

public struct Stage: Hashable, Sendable {
    public let name: String
    public let rule: StageRule
    /// When its repeats end although nobody answered; nil for never.
    public let ending: Ending?
    /// For a check-in: asked again after so many working days without an answer; nil for never.
    public let askAgain: Int?
    /// For a rung above the deputy: who lets it go.
    public let release: Release

    public init(
        name: String, rule: StageRule, ending: Ending? = nil, askAgain: Int? = nil, release: Release = .byHand
    ) {
        self.name = name
        self.rule = rule
        self.ending = ending
        self.askAgain = askAgain
        self.release = release
    }

    /// The letter that arming sends for what is late already. No schedule may use its name.
    public static let letter = Stage(name: "letter", rule: .letter)
    /// The asking before a review of the plan. No schedule may use its name.
    public static let review = Stage(name: "review", rule: .review)
    /// What an owner hears first of all. No schedule may use its name.
    public static let introduction = Stage(name: "introduction", rule: .introduction)
}

/// When repeats end that nobody answers. Counts are taken as 1 to 9,999.
public enum Ending: Hashable, Sendable {
    /// After so many.
    case repeats(Int)
    /// So long after the first.
    case after(Span)
}

/// Who lets a rung above the deputy go.
public enum Release: String, Hashable, Sendable, CaseIterable {
    /// An administrator, by `duewatch release`; until then it is a proposal.
    case byHand = "by-hand"
    /// Itself, when its day comes, unless an administrator stopped it.
    case automatic
}

/// When a stage comes. Counts are taken as 1 to 9,999.
public enum StageRule: Hashable, Sendable {
    /// Before the day, on a working day.
    case lead(Span)
    /// On the day, or the working day before it.
    case onTheDay
    /// On the first day of a range, or the working day before it.
    case start
    /// Half-way between the first and the last day of a range, or the working day before.
    case midpoint
    /// From the first working day after the day, and then every so many working days until answered.
    case overdue(everyWorkingDays: Int)
    /// To the deputy or the manager, so many working days after the rung below was sent.
    case rung(Role, afterWorkingDays: Int)
    /// For a standing commitment: every so many months from the day it was armed, or from its start where that is later.
    case checkIn(everyMonths: Int)
    /// For what was agreed to without a date: at the first window after arming, and then every so many months.
    case undated(everyMonths: Int)
    /// To the deputy, at once, when an owner asks for the date to be moved so many times or more.
    case extensions(Int)
    /// Once, at the first window after arming, for what was late by then.
    case letter
    /// Around a review of the plan, as its rounds say; no schedule has it.
    case review
    /// Before anything late is said to an owner, at the first window; no schedule has it.
    case introduction
}

/// A length of time that a calendar understands; every count is at least 1.
public enum Span: Hashable, Sendable, CustomStringConvertible {
    case days(Int)
    case months(Int)
    case workingDays(Int)

    /// Reads `30d`, `2m` or `5wd`, 1 to 9,999; nil for anything else.
    public init?(_ text: String) {
        let digits = text.prefix(while: { $0.isASCII && $0.isNumber })
        guard let count = Int(digits), (1...9_999).contains(count) else { return nil }
        switch text.dropFirst(digits.count) {
        case "d": self = .days(count)
        case "m": self = .months(count)
        case "wd": self = .workingDays(count)
        default: return nil
        }
    }

    public var description: String {
        switch self {
        case .days(let count): "\(count)d"
        case .months(let count): "\(count)m"
        case .workingDays(let count): "\(count)wd"
        }
    }
}
