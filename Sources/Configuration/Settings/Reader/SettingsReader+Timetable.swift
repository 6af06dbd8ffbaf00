// When plans are chased: the default schedule, calendar and window, and what differs for one plan.

import CivilTime
import Reminders

extension SettingsReader {
    struct Timetable {
        let defaults: PlanPolicy
        let plans: [String: PlanPolicy]
        let administrators: [String: Administrator]
        let rules: [ScheduleRule]
    }

    /// What a policy is made of; nil where something could not be read.
    private struct Parts {
        var schedule: Schedule
        var hasOwnSchedule = false
        var reviews: ReviewRounds?
        var introduces = true
        var zone: Zone?
        var division: Division
        let holidays: BankHolidays?
        var window: SendWindow
        var letterhead = Letterhead()
        var administrator: Administrator?

        var policy: PlanPolicy? {
            guard let zone, let holidays else { return nil }
            return PlanPolicy(
                schedule: schedule, hasOwnSchedule: hasOwnSchedule, reviews: reviews,
                introduces: introduces,
                calendar: WorkingCalendar(zone: zone, division: division, holidays: holidays),
                window: window, letterhead: letterhead)
        }
    }

    /// nil where the zone or the bank holidays could not be read.
    mutating func timetable() -> Timetable? {
        let opens = WallTime(minuteOfDay: 9 * 60)
        guard let standard = SendWindow(opens: opens, closes: WallTime(minuteOfDay: 16 * 60 + 30)) else { return nil }
        let schedules = schedules()
        let calendar = root.section("calendar", keys: ["zone", "division", "holidays"])
        var defaults = Parts(
            schedule: .standard, zone: zone(in: calendar, otherwise: "Europe/London"),
            division: calendar?.choice("division", Division.self) ?? .englandAndWales,
            holidays: holidays(in: calendar), window: window(in: root, otherwise: standard))
        defaults.introduces = root.flag("introduction") ?? true
        defaults.schedule = schedule(in: root, of: schedules) ?? schedules[Schedule.standard.name] ?? .standard
        let parts = plans(inheriting: defaults, schedules: schedules)
        let rules = rules(of: schedules)
        warnOfIdle(schedules, choosing: [defaults.schedule] + parts.map(\.plan.schedule) + rules.map(\.schedule))
        if let holidays = defaults.holidays {
            check(holidays, for: [defaults.division] + parts.map(\.plan.division), in: calendar)
        }
        guard let policy = defaults.policy else { return nil }
        var plans: [String: PlanPolicy] = [:]
        for (name, plan) in parts { plans[name] = plan.policy }
        let administrators = Dictionary(
            uniqueKeysWithValues: parts.compactMap { name, plan in plan.administrator.map { (name, $0) } })
        return Timetable(defaults: policy, plans: plans, administrators: administrators, rules: rules)
    }

    private mutating func plans(
        inheriting defaults: Parts, schedules: [String: Schedule]
    ) -> [(name: String, plan: Parts)] {
        guard let section = root.names(under: "plans") else { return [] }
        var plans: [(String, Parts)] = []
        for name in section.names {
            guard Self.isPlanName(name) else {
                findings.error(
                    at: section.place(of: name), expected: "a plan's name, as given to import --as",
                    found: name.quoted, hint: "letters, digits, hyphens and dots")
                continue
            }
            let keys =
                ["schedule", "reviews", "introduction", "zone", "division", "window", "administrator"]
                + Self.letterheadKeys
            guard let plan = section.section(name, keys: keys) else { continue }
            var parts = defaults
            if let schedule = schedule(in: plan, of: schedules) {
                parts.schedule = schedule
                parts.hasOwnSchedule = true
            }
            parts.reviews = reviews(in: plan)
            if let introduces = plan.flag("introduction") { parts.introduces = introduces }
            if !plan.isAbsent("zone") { parts.zone = zone(in: plan, otherwise: "Europe/London") }
            if let division = plan.choice("division", Division.self) { parts.division = division }
            parts.window = window(in: plan, otherwise: defaults.window)
            parts.letterhead = letterhead(in: plan)
            parts.administrator = administrator(in: plan)
            plans.append((name, parts))
        }
        return plans
    }

    private static func isPlanName(_ text: String) -> Bool {
        (1...60).contains(text.count)
            && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    }

    func schedule(in section: Section, of schedules: [String: Schedule]) -> Schedule? {
        let names = schedules.keys.sorted()
        return section.value(
            "schedule", expecting: "the name of a schedule: \(listed(names))",
            hint: { MistakenWord.hint(for: $0, in: names) }, reading: { schedules[$0] })
    }

    private func window(in section: Section, otherwise standard: SendWindow) -> SendWindow {
        guard let window = section.section("window", keys: ["opens", "closes"]) else { return standard }
        let opens = window.time("opens") ?? standard.opens
        let closes = window.time("closes") ?? standard.closes
        guard let result = SendWindow(opens: opens, closes: closes) else {
            findings.error(
                at: window.place(of: "closes"), expected: "a time after \(opens), when the window opens",
                found: "\(closes)", hint: "a window lies within one day")
            return standard
        }
        if closes.minuteOfDay - opens.minuteOfDay < 30 {
            findings.warning(
                at: window.place(of: "closes"), expected: "a window of at least 30 minutes",
                found: "\(opens) to \(closes)", hint: "what does not leave in time waits for the next working day")
        }
        return result
    }
}

extension Section {
    fileprivate func time(_ key: String) -> WallTime? {
        value(
            key, expecting: "a time of day such as 09:00", hint: { WallTime("0\($0)").map { "write \"\($0)\"" } },
            reading: { WallTime($0) })
    }
}
