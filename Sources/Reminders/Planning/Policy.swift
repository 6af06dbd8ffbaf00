// What the configuration decides about reminders, as the core takes it: values, with every file already read.

import CivilTime

/// The rules in force. One plan may differ from another; everything not named for it is the default. A class, as
/// `PlanPolicy` is, only because it is handed on for each target, and a copy would count every reference in it.
public final class Policy: Sendable {
    public let mode: DeliveryMode
    /// Who is told what concerns nobody else, and answers for the service.
    public let administrators: Administrators
    /// Those of plans that have their own, by the name of the plan.
    public let planAdministrators: [String: Administrators]
    public let defaults: PlanPolicy
    public let plans: [String: PlanPolicy]
    /// The first that fits a target and owner chooses their schedule.
    public let rules: [ScheduleRule]
    public let brake: Brake
    /// The most mails with reminders that one person gets in a week; nil for no bound.
    public let weeklyCap: Int?
    public let correspondence: Correspondence

    public init(
        mode: DeliveryMode, administrators: Administrators, planAdministrators: [String: Administrators] = [:],
        defaults: PlanPolicy, plans: [String: PlanPolicy], rules: [ScheduleRule] = [], brake: Brake,
        weeklyCap: Int? = nil, correspondence: Correspondence
    ) {
        self.mode = mode
        self.administrators = administrators
        self.planAdministrators = planAdministrators
        self.defaults = defaults
        self.plans = plans
        self.rules = rules
        self.brake = brake
        self.weeklyCap = weeklyCap
        self.correspondence = correspondence
    }

    /// With one administrator for every plan.
    public convenience init(
        mode: DeliveryMode, administrator: PersonFacts, defaults: PlanPolicy, plans: [String: PlanPolicy],
        rules: [ScheduleRule] = [], brake: Brake, correspondence: Correspondence
    ) {
        self.init(
            mode: mode, administrators: Administrators(administrator), defaults: defaults, plans: plans, rules: rules,
            brake: brake, correspondence: correspondence)
    }

    public func plan(_ name: String) -> PlanPolicy { plans[name] ?? defaults }

    /// Who answers for the installation at this moment.
    public var administrator: PersonFacts { administrators.acting }

    /// Who answers for a plan at this moment: its own administrator, unless nobody there can be told; nil is what belongs to
    /// no plan.
    public func administrator(of plan: String?) -> PersonFacts {
        guard let own = plan.flatMap({ planAdministrators[$0] })?.acting, own.canBeTold else { return administrator }
        return own
    }

    /// The same rules with the administrators as they stand now.
    public func refreshed<Fault>(
        _ person: (PersonFacts) throws(Fault) -> PersonFacts
    ) throws(Fault) -> Policy {
        var ofPlans: [String: Administrators] = [:]
        for (name, known) in planAdministrators { ofPlans[name] = try known.mapped(person) }
        return Policy(
            mode: mode, administrators: try administrators.mapped(person), planAdministrators: ofPlans,
            defaults: defaults, plans: plans, rules: rules, brake: brake,
            weeklyCap: weeklyCap, correspondence: correspondence)
    }

    /// The same rules under another brake.
    public func with(brake: Brake) -> Policy {
        Policy(
            mode: mode, administrators: administrators, planAdministrators: planAdministrators, defaults: defaults,
            plans: plans, rules: rules, brake: brake, weeklyCap: weeklyCap, correspondence: correspondence)
    }

    /// The day that an instant falls on where a plan is at home, for each plan by its name.
    public func today(at now: Instant) -> (_ plan: String) -> CivilDate {
        { self.plan($0).calendar.zone.date(at: now) }
    }
}

/// How one plan is chased.
public final class PlanPolicy: Sendable {
    /// Where no rule chooses another.
    public let schedule: Schedule
    /// Whether the schedule is named for this plan, rather than for every plan.
    public let hasOwnSchedule: Bool
    /// When the plan is reviewed; nil for never.
    public let reviews: ReviewRounds?
    /// Whether an owner is introduced to the plan before they hear of anything late.
    public let introduces: Bool
    public let calendar: WorkingCalendar
    public let window: SendWindow
    public let letterhead: Letterhead

    public init(
        schedule: Schedule, hasOwnSchedule: Bool = false, reviews: ReviewRounds? = nil, introduces: Bool = false,
        calendar: WorkingCalendar, window: SendWindow, letterhead: Letterhead = Letterhead()
    ) {
        self.schedule = schedule
        self.hasOwnSchedule = hasOwnSchedule
        self.reviews = reviews
        self.introduces = introduces
        self.calendar = calendar
        self.window = window
        self.letterhead = letterhead
    }
}

/// Who the messages come from, and where an answer goes. Addresses have passed the syntax check.
public struct Correspondence: Hashable, Sendable {
    public let senderName: String
    public let senderAddress: String
    /// A mailbox that a person reads.
    public let replyTo: String
    /// The mailbox that refusals come back to (MAIL FROM); a person reads it.
    public let envelopeSender: String
    /// The domain on the right of every Message-ID.
    public let messageDomain: String

    /// Without an `envelopeSender` refusals come back to `replyTo`.
    public init(
        senderName: String, senderAddress: String, replyTo: String, envelopeSender: String? = nil, messageDomain: String
    ) {
        self.senderName = senderName
        self.senderAddress = senderAddress
        self.replyTo = replyTo
        self.envelopeSender = envelopeSender ?? replyTo
        self.messageDomain = messageDomain
    }
}
