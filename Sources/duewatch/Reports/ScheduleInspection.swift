// What the settings mean for the targets that the register has: schedules that tell nobody, and bank holidays that end
// too early. It looks and never repairs.

import CivilTime
import Configuration
import Register
import Reminders

struct ScheduleInspection {
    let installation: Installation
    /// Of a larger register only so many targets are looked at, in the order of their plans.
    private static let most = 20_000

    /// - Throws: `RegisterError`
    func findings(in register: Store) throws -> [Finding] {
        try schedules(register) + register.plans().compactMap(windowThatStaysShut) + holidays(register)
    }

    private var settings: Settings { installation.settings }

    private func schedules(_ register: Store) throws -> [Finding] {
        let policy = settings.policy { PersonFacts(unrecorded: $0, email: $1, webhook: nil) }
        var use = ScheduleUse(under: policy)
        for target in try register.targets(TargetFilter(limit: Self.most)) {
            let facts = try register.facts(of: target.id, mode: settings.mode, today: installation.today(of:))
            if let facts { use.add(facts) }
        }
        return use.warnings.map { Finding(.warning, Self.words($0)) }
    }

    private static func words(_ warning: ScheduleUse.Warning) -> String {
        switch warning {
        case .nobodyOnRung(let schedule, let role, let targets):
            "schedules.\(schedule): expected a \(role.rawValue) in some post that answers for its "
                + "\(Words.count(targets, "target")), found none: it escalates to nobody; `duewatch owners` lists the posts"
        case .ladderEndsAtNobody(let post, let schedule, let role, let targets):
            "the ladder of \u{201C}\(post)\u{201D} ends at nobody: schedules.\(schedule) climbs to a \(role.rawValue), and none "
                + "is recorded, for \(Words.count(targets, "armed target")); `duewatch owners export --post` writes the file "
                + "to fill in"
        case .noStageForDates(let schedule, let targets):
            "schedules.\(schedule): expected a stage with lead:, on: due or every: for its "
                + "\(Words.count(targets, "target")) with a day, found none that comes for them: nobody is told of them"
        case .noCheckIn(let schedule, let targets):
            "schedules.\(schedule): expected a stage with check-in: for its "
                + "\(Words.count(targets, "standing commitment")), found none: nobody is asked about them"
        case .ruleFitsNothing(let number, let line):
            "rule \(number)\(line.map { " (line \($0))" } ?? ""): expected some target that it fits, found none among "
                + "those that are chased and that no earlier rule fits"
        }
    }

    /// Bank holidays on every working day leave a window that never opens.
    private func windowThatStaysShut(of plan: PlanSummary) -> Finding? {
        let policy = settings.plans[plan.name] ?? settings.defaults
        let (calendar, window) = (policy.calendar, policy.window)
        let today = calendar.zone.date(at: installation.now)
        // From tomorrow: today may be the last day on which it is open.
        let tomorrow = calendar.zone.startOfDay(today.adding(days: 1))
        let opens = calendar.zone.date(at: calendar.nextOpening(of: window, onOrAfter: tomorrow))
        guard today.days(until: opens) > Self.longestBreak else { return nil }
        return Finding(
            .warning,
            "calendar: expected a working day of \(plan.name) within \(Self.longestBreak) days of \(today), found none "
                + "before \(opens): all are weekends or bank holidays, and nothing is sent until then")
    }

    /// Days; Christmas and the New Year take ten at most.
    private static let longestBreak = 21

    private func holidays(_ register: Store) throws -> [Finding] {
        try register.plans().compactMap { plan in
            let calendar = (settings.plans[plan.name] ?? settings.defaults).calendar
            let last = try register.targets(TargetFilter(plan: plan.name)).filter { $0.status.isChased }
                .compactMap(\.due).max()
            guard let last, calendar.horizon.map({ $0 < last }) ?? true else { return nil }
            let known = calendar.horizon.map { "known until \($0)" } ?? "known for no year"
            return Finding(
                .warning,
                "calendar.holidays: expected bank holidays of \(calendar.division.rawValue) until \(last), the last target "
                    + "date of \(plan.name), found them \(known): later messages may leave on a holiday; fetch "
                    + "https://www.gov.uk/bank-holidays.json")
        }
    }
}
