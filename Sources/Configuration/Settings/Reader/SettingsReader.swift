// Makes settings of the mapping at the root of a settings file. Each area of the file is read on its own, so that a
// mistake in one hides none in another; what depends on two of them comes after both.

import CivilTime
import Reminders

struct SettingsReader {
    static let keys = [
        "register", "delivery", "administrator", "mail", "webhooks", "templates", "calendar", "window", "schedules",
        "schedule", "introduction", "rules", "plans", "brake", "weekly-cap", "log",
    ]

    let root: Section
    /// The folder that relative paths are taken from.
    let folder: String
    let surroundings: Surroundings
    var filesRead: [String] = []
    /// Where an administrator may have an address; empty for anywhere.
    var allowedDomains: [String] = []

    var findings: Findings { root.findings }

    init(root: Section, folder: String, surroundings: Surroundings) {
        self.root = root
        self.folder = folder
        self.surroundings = surroundings
    }

    /// nil if something that every installation needs could not be read; the findings say what.
    mutating func settings() -> Settings? {
        let register = root.path("register", from: folder) ?? "/var/lib/duewatch/register.sqlite"
        let delivery = delivery()
        allowedDomains = delivery.allowedDomains
        let administrator = administrator()
        let mail = mail()
        let correspondence = correspondence(mail)
        let relay = relay(mail, for: delivery.mode)
        let endpoints = endpoints()
        let templates = root.path("templates", from: folder)
        let timetable = timetable()
        let brake = brake()
        let weeklyCap = root.number("weekly-cap", in: 0...1_000) ?? 10
        let log = log()
        guard let mode = delivery.mode, let administrator, let correspondence, let timetable else { return nil }
        return Settings(
            register: register, mode: mode, folder: delivery.folder, allowedDomains: delivery.allowedDomains,
            administrator: administrator, correspondence: correspondence, relay: relay, endpoints: endpoints,
            templates: templates, defaults: timetable.defaults, plans: timetable.plans,
            planAdministrators: timetable.administrators, rules: timetable.rules, brake: brake,
            weeklyCap: weeklyCap == 0 ? nil : weeklyCap, log: log,
            filesRead: filesRead)
    }

    private func brake() -> Brake {
        let section = root.section("brake", keys: ["messages", "per-person"])
        return Brake(
            messages: section?.number("messages", in: 1...1_000_000) ?? Brake.standard.messages,
            perPerson: section?.number("per-person", in: 1...10_000) ?? Brake.standard.perPerson)
    }

    private func log() -> LogSettings {
        let section = root.section("log", keys: ["format", "level"])
        return LogSettings(
            format: section?.choice("format", LogSettings.Format.self) ?? LogSettings.standard.format,
            level: section?.choice("level", LogSettings.Level.self) ?? LogSettings.standard.level)
    }
}
