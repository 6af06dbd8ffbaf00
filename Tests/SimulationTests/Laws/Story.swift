// A story drawn by chance: a plan of a few targets, a schedule, and what people do on the way. It is played by the
// service as settings and a script, and by the reference model as it stands.

import CivilTime
import Configuration
import Register
import Reminders
import Service
import Testing

@testable import Simulation

/// The stages of a story's schedule. Every name is its own, so that a day and a name tell a reminder.
struct StorySchedule: Sendable {
    /// By name: `30d`, `2m`, `5wd`.
    var leads: [(name: String, span: Span)] = []
    var tellsTheDay = true
    var overdue: (every: Int, repeats: Int?)?
    /// Working days.
    var deputy: Int?
    var manager: (after: Int, isAutomatic: Bool)?

    var yaml: String {
        var lines = leads.map { "{stage: \($0.name), lead: \($0.span)}" }
        if tellsTheDay { lines.append("{stage: due-day, on: due}") }
        if let overdue {
            let end = overdue.repeats.map { ", until: \($0)" } ?? ""
            lines.append("{stage: late, every: \(overdue.every)wd\(end)}")
        }
        if let deputy { lines.append("{stage: to-deputy, escalate: deputy, after: \(deputy)wd}") }
        if let manager {
            let release = manager.isAutomatic ? ", release: automatic" : ""
            lines.append("{stage: to-manager, escalate: manager, after: \(manager.after)wd\(release)}")
        }
        return lines.map { "    - \($0)" }.joined(separator: "\n")
    }
}

enum StoryDeed: Hashable, Sendable {
    case done, amend, unhold, kill, killSending, clockForward, clockBack
    case onTrack(until: CivilDate)
    case extend(to: CivilDate)
    case hold(until: CivilDate)
}

struct StoryEvent: Hashable, Sendable {
    let day: CivilDate
    /// From 1.
    let target: Int
    let deed: StoryDeed

    var line: String {
        let reference = "gates/\(target).1"
        let words =
            switch deed {
            case .done: "answer \(reference) done"
            case .amend: "amend \(reference)"
            case .onTrack(let until): "answer \(reference) on-track until \(until)"
            case .extend(let day): "extend \(reference) \(day.inWords)"
            case .hold(let until): "hold \(reference) until \(until)"
            case .unhold: "unhold \(reference)"
            case .kill: "kill"
            case .killSending: "kill sending"
            case .clockForward: "clock +1h"
            case .clockBack: "clock -1h"
            }
        return "\(day) \(words)"
    }
}

struct Story: Sendable, CustomStringConvertible {
    var schedule = StorySchedule()
    var dates: [CivilDate] = []
    /// At noon of working days, in the order of time.
    var events: [StoryEvent] = []
    let first: CivilDate
    let last: CivilDate

    /// - Parameter calendar: of England and Wales.
    init(_ chances: inout Chances, calendar: WorkingCalendar) {
        first = calendar.zone.date(at: start)
        last = first.adding(days: 75)
        let spans: [Span] = [.months(2), .months(1), .days(21), .workingDays(10), .workingDays(5), .days(1)]
        for (index, span) in spans.enumerated() where chances.coin() {
            schedule.leads.append(("lead-\(index)", span))
        }
        schedule.tellsTheDay = chances.coin()
        if chances.number(0...3) > 0 {
            schedule.overdue = (chances.any(of: [3, 5, 10]), chances.any(of: [nil, nil, 1, 3]))
        }
        if chances.coin() { schedule.deputy = chances.any(of: [1, 3, 10]) }
        if chances.coin() { schedule.manager = (chances.any(of: [3, 5, 10]), chances.coin()) }
        // A schedule without any stage is an error of the settings.
        if schedule.leads.isEmpty { schedule.tellsTheDay = true }
        for _ in 0..<chances.number(1...3) { dates.append(first.adding(days: chances.number(-20...60))) }
        draw(&chances, calendar)
    }

    private mutating func draw(_ chances: inout Chances, _ calendar: WorkingCalendar) {
        var days = (0..<chances.number(0...8)).map { _ in
            calendar.next(onOrAfter: first.adding(days: chances.number(1...70)))
        }
        days.sort()
        var said: [Int: [StoryDeed]] = [:]
        for day in days {
            let target = chances.number(1...dates.count)
            let answers = said[target, default: []]
            let isDone = answers.last == .done
            var deeds: [StoryDeed] = [.kill, .killSending, .clockForward, .clockBack, .unhold]
            deeds.append(.hold(until: day.adding(days: chances.number(0...20))))
            switch answers.last {
            case .done: deeds += [.amend, .amend]
            case .onTrack: deeds += [.amend]
            default: break
            }
            if !isDone {
                deeds += [
                    .done, .onTrack(until: day.adding(days: chances.number(0...20))),
                    .extend(to: day.adding(days: chances.number(1...40))),
                ]
            }
            let deed = chances.any(of: deeds)
            switch deed {
            case .done, .onTrack, .extend: said[target, default: []].append(deed)
            case .amend: said[target]?.removeLast()
            default: break
            }
            events.append(StoryEvent(day: day, target: target, deed: deed))
        }
    }

    var script: String { events.map(\.line).joined(separator: "\n") }

    var description: String {
        "seed \(Chances.seed); due \(dates.map(\.description).joined(separator: ", "))\n\(schedule.yaml)\n\(script)"
    }

    func settings() throws -> Settings {
        let loaded = SettingsFile.parse(
            text: Bench.settingsText(mode: .live) + "\nschedules:\n  story:\n\(schedule.yaml)\nschedule: story\n",
            name: "story.yaml", folder: "/nowhere",
            surroundings: Surroundings(holidayFiles: [Bench.shippedHolidays], today: nil))
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    /// The plan of the story, armed an hour before the window of the first day opens.
    func bench() throws -> Bench {
        let bench = try Bench.armed(dates.map(\.description))
        return bench
    }

    /// What the service does.
    func played(
        _ interrupts: (@Sendable (Int, Gate.Step) -> Interruption?)? = nil, until end: CivilDate? = nil
    ) throws -> ScriptedRun {
        let settings = try settings()
        let (script, problems) = Script.read(
            script, name: "story", days: first...last, zone: settings.defaults.calendar.zone, endpoints: []
        ) { _ in
            SettingsFile.parse(text: "", name: "", folder: "", surroundings: Surroundings(holidayFiles: [], today: nil))
        }
        #expect(problems == [], "\(self)")
        return try ScriptedRun(
            of: bench().register, under: settings, arming: nil, script: try #require(script), from: start,
            until: end ?? last, interrupts: interrupts)
    }
}
