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
    private static let spans: [Span] = [.months(2), .months(1), .days(21), .workingDays(10), .workingDays(5), .days(1)]

    /// By name: `30d`, `2m`, `5wd`.
    var leads: [(name: String, span: Span)] = []
    var tellsTheDay = true
    var overdue: (every: Int, repeats: Int?)?
    /// Working days.
    var deputy: Int?
    var manager: (after: Int, isAutomatic: Bool)?

    init(_ chances: inout Chances) {
        for (index, span) in Self.spans.enumerated() where chances.coin() { leads.append(("lead-\(index)", span)) }
        tellsTheDay = chances.coin()
        if chances.number(0...3) > 0 { overdue = (chances.any(of: [3, 5, 10]), chances.any(of: [nil, nil, 1, 3])) }
        if chances.coin() { deputy = chances.any(of: [1, 3, 10]) }
        if chances.coin() { manager = (chances.any(of: [3, 5, 10]), chances.coin()) }
        // A schedule without any stage is an error of the settings.
        if leads.isEmpty { tellsTheDay = true }
    }

    /// Another administrator's idea of it: stages go, come and move.
    func changed(_ chances: inout Chances) -> StorySchedule {
        var other = StorySchedule(&chances)
        for index in other.leads.indices where chances.number(0...2) == 0 {
            let free = Self.spans.filter { span in !other.leads.contains { $0.span == span } }
            if !free.isEmpty { other.leads[index].span = chances.any(of: free) }
        }
        return other
    }

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
    /// The other schedule comes into force.
    case reload
    /// An edition comes out and is armed at once: by its number, from 0.
    case edition(Int)
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
            case .reload: "reload other"
            case .edition(let number): "import gates edition-\(number)\n\(day) arm gates"
            }
        return "\(day) \(words)"
    }
}

struct Story: Sendable, CustomStringConvertible {
    var schedule: StorySchedule
    /// What a reload changes it to, and the next one back.
    let other: StorySchedule
    var dates: [CivilDate] = []
    /// The dates that each later edition prints.
    private(set) var editions: [[CivilDate]] = []
    /// At noon of working days, in the order of time.
    var events: [StoryEvent] = []
    let first: CivilDate
    let last: CivilDate

    /// - Parameter calendar: of England and Wales.
    init(_ chances: inout Chances, calendar: WorkingCalendar) {
        first = calendar.zone.date(at: start)
        last = first.adding(days: 75)
        schedule = StorySchedule(&chances)
        other = schedule.changed(&chances)
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
            var deeds: [StoryDeed] = [.kill, .killSending, .clockForward, .clockBack, .unhold, .reload, .edition(0)]
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
            var deed = chances.any(of: deeds)
            if case .edition = deed { deed = print(on: day, &chances) }
            switch deed {
            case .done, .onTrack, .extend: said[target, default: []].append(deed)
            case .amend: said[target]?.removeLast()
            default: break
            }
            events.append(StoryEvent(day: day, target: target, deed: deed))
        }
    }

    /// Some dates as they were printed last, others new.
    private mutating func print(on day: CivilDate, _ chances: inout Chances) -> StoryDeed {
        var printed = editions.last ?? dates
        for index in printed.indices where chances.coin() {
            printed[index] = day.adding(days: chances.number(-10...50))
        }
        editions.append(printed)
        return .edition(editions.count - 1)
    }

    /// The schedule by which the service wakes up on a day.
    func schedule(on day: CivilDate) -> StorySchedule {
        events.count { $0.deed == .reload && $0.day < day }.isMultiple(of: 2) ? schedule : other
    }

    /// The day on which the date of a target was changed last.
    func lastChange(of target: Int) -> CivilDate {
        let changes = events.filter { event in
            switch event.deed {
            case .extend: event.target == target
            case .edition: true
            default: false
            }
        }
        return changes.last?.day ?? first
    }

    var script: String { events.map(\.line).joined(separator: "\n") }

    var description: String {
        """
        seed \(Chances.seed); due \(list(dates))
        \(schedule.yaml)
        other:
        \(other.yaml)
        \(editions.enumerated().map { "edition-\($0): \(list($1))" }.joined(separator: "\n"))
        \(script)
        """
    }

    private func list(_ dates: [CivilDate]) -> String { dates.map(\.description).joined(separator: ", ") }

    func settings() throws -> Settings {
        let loaded = loaded(schedule)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    private func loaded(_ schedule: StorySchedule) -> SettingsFile.Loaded {
        SettingsFile.parse(
            text: Bench.settingsText(mode: .live) + "\nschedules:\n  story:\n\(schedule.yaml)\nschedule: story\n",
            name: "story.yaml", folder: "/nowhere",
            surroundings: Surroundings(holidayFiles: [Bench.shippedHolidays], today: nil))
    }

    private func edition(_ name: String) throws -> ScriptPlan {
        guard let number = name.split(separator: "-").last.flatMap({ Int($0) }) else { throw Unasked() }
        return ScriptPlan(
            draft: .of(editions[number].map(\.description), edition: "\(2027 + number)-01"),
            source: SourceDigest(name: name, sha256: String(repeating: "\(number)", count: 64)))
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
        var reloads = 0
        let (script, problems) = Script.read(
            script, name: "story", days: first...last, zone: settings.defaults.calendar.zone, endpoints: []
        ) { name in
            try edition(name)
        } settings: { _ in
            reloads += 1
            return loaded(reloads.isMultiple(of: 2) ? schedule : other)
        }
        #expect(problems == [], "\(self)")
        return try ScriptedRun(
            of: bench().register, under: settings, arming: nil, script: try #require(script), from: start,
            until: end ?? last, interrupts: interrupts)
    }
}
