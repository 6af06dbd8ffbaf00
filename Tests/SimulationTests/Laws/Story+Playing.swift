// A story as the service plays it: a register with its plan and people, settings, and a script.

import CivilTime
import Configuration
import Register
import Service
import Testing

@testable import Simulation

extension Story {
    func settings() throws -> Settings {
        let loaded = loaded(schedule)
        guard let settings = loaded.settings else { throw BadConfiguration(problems: loaded.errors) }
        return settings
    }

    private func loaded(_ schedule: StorySchedule) -> SettingsFile.Loaded {
        SettingsFile.parse(
            text: """
                \(Bench.settingsText(mode: .live))
                webhooks:
                  \(StoryCast.endpoint): {url: https://desk.gates.example/in, secret-file: /nowhere/secret}
                schedules:
                  story:
                \(schedule.yaml)
                schedule: story
                \(weeklyCap.map { "weekly-cap: \($0)" } ?? "")
                """,
            name: "story.yaml", folder: "/nowhere",
            surroundings: Surroundings(holidayFiles: [Bench.shippedHolidays], today: nil))
    }

    private func edition(_ name: String) throws -> ScriptPlan {
        guard let number = name.split(separator: "-").last.flatMap({ Int($0) }) else { throw Unasked() }
        return ScriptPlan(
            draft: cast.draft(editions[number], edition: "\(2027 + number)-01"), source: source(name, "\(number)"))
    }

    private func source(_ name: String, _ digit: String) -> SourceDigest {
        SourceDigest(name: name, sha256: String(repeating: digit, count: 64))
    }

    /// The plan of the story, armed an hour before the window of the first day opens.
    func bench() throws -> Bench {
        let bench = try Bench()
        _ = try bench.register.adopt(
            cast.draft(dates, edition: "2026-01"), as: "gates", source: source("gates.txt", "f"), by: amy, at: start)
        try cast.join(bench.register, at: start)
        try bench.arm()
        return bench
    }

    /// What the service does from the first window on: a webhook that left before it would be one that the model, which
    /// knows days alone, does not have.
    func played(
        _ interrupts: (@Sendable (Int, Gate.Step) -> Interruption?)? = nil, until end: CivilDate? = nil
    ) throws -> ScriptedRun {
        let settings = try settings()
        var reloads = 0
        let (script, problems) = Script.read(
            script, name: "story", days: first...last, zone: settings.defaults.calendar.zone,
            endpoints: [StoryCast.endpoint]
        ) { name in
            try edition(name)
        } settings: { _ in
            reloads += 1
            return loaded(reloads.isMultiple(of: 2) ? schedule : other)
        }
        #expect(problems == [], "\(self)")
        return try ScriptedRun(
            of: bench().register, under: settings, arming: nil, script: try #require(script),
            from: settings.defaults.calendar.opening(of: settings.defaults.window, on: first), until: end ?? last,
            interrupts: interrupts)
    }
}
