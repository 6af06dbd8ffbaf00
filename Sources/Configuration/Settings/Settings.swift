// Everything the settings file decides, as values: checked, with every default filled in and every zone and holiday
// loaded. Never holds a secret, only the places where they lie.

import CivilTime
import Reminders

public struct Settings: Sendable {
    /// The path of the SQLite register.
    public let register: String
    public let mode: DeliveryMode
    /// The folder that takes mail and webhooks while nothing may leave, as a Maildir and files; an absolute path.
    public let folder: String
    /// Lower case; a recipient's domain is one of them or below one. Empty allows every domain.
    public let allowedDomains: [String]
    public let administrator: Administrator
    public let correspondence: Correspondence
    /// Never nil in `rehearsal` and `live`.
    public let relay: Relay?
    /// By name, ascending.
    public let endpoints: [Endpoint]
    /// The folder of the administrator's own templates; nil where the built-in ones are used.
    public let templates: String?
    public let defaults: PlanPolicy
    /// What differs from `defaults`, by the name of the plan.
    public let plans: [String: PlanPolicy]
    /// Of the plans that have their own, by the name of the plan.
    public let planAdministrators: [String: Administrator]
    /// The first that fits a target and owner chooses their schedule.
    public let rules: [ScheduleRule]
    public let brake: Brake
    /// The most mails with reminders that one person gets in a week; nil for no bound.
    public let weeklyCap: Int?
    public let log: LogSettings
    /// The zone and holiday files that were read: when one of them changes, the settings are out of date.
    public let filesRead: [String]

    public init(
        register: String, mode: DeliveryMode, folder: String, allowedDomains: [String], administrator: Administrator,
        correspondence: Correspondence, relay: Relay?, endpoints: [Endpoint], templates: String?,
        defaults: PlanPolicy, plans: [String: PlanPolicy], planAdministrators: [String: Administrator],
        rules: [ScheduleRule], brake: Brake, weeklyCap: Int?, log: LogSettings, filesRead: [String]
    ) {
        self.register = register
        self.mode = mode
        self.folder = folder
        self.allowedDomains = allowedDomains
        self.administrator = administrator
        self.correspondence = correspondence
        self.relay = relay
        self.endpoints = endpoints
        self.templates = templates
        self.defaults = defaults
        self.plans = plans
        self.planAdministrators = planAdministrators
        self.rules = rules
        self.brake = brake
        self.weeklyCap = weeklyCap
        self.log = log
        self.filesRead = filesRead
    }

    /// The rules for the core, with each administrator and deputy as `person` knows them by name and address.
    public func policy(
        _ person: (_ name: String, _ email: String) throws -> PersonFacts
    ) rethrows -> Policy {
        Policy(
            mode: mode, administrators: try administrator.facts(person),
            planAdministrators: try planAdministrators.mapValues { try $0.facts(person) }, defaults: defaults,
            plans: plans, rules: rules, brake: brake, weeklyCap: weeklyCap, correspondence: correspondence)
    }

    /// How far the bank holidays of every division in use are known; nil where one of them has none.
    public var holidayHorizon: CivilDate? {
        let horizons = ([defaults] + plans.values).map(\.calendar.horizon)
        return horizons.contains(nil) ? nil : horizons.compactMap { $0 }.min()
    }
}
