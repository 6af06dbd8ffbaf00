// A settings file with a value for nearly everything and no fault, and the surroundings it is read in.

import CivilTime

@testable import Configuration

enum Fixture {
    static let text = """
        register: /srv/register.sqlite
        delivery:
          mode: live
          folder: /srv/mail
          allowed-domains: [example.gov.uk, example.org]
        administrator:
          name: Ada Admin
          email: ada@example.gov.uk
        mail:
          sender: {name: Reminders, address: reminders@example.gov.uk}
          reply-to: ada@example.gov.uk
          relay:
            host: mail.example.gov.uk
            port: 2525
            tls: required
            user: duewatch
            password-file: /srv/password
            sessions: 8
        webhooks:
          case-system:
            url: https://cases.example.gov.uk:8443/in?from=duewatch
            secret-file: /srv/secret
            previous-secret-credential: old-secret
            timeout: 30s
        calendar:
          zone: Europe/London
          division: england-and-wales
        window:
          opens: 08:30
          closes: 12:30
        schedules:
          brief:
            - {stage: fortnight, lead: 10wd}
            - {stage: due-day, on: due}
            - {stage: late, every: 5wd}
            - {stage: boss, escalate: manager, after: 3wd}
            - {stage: still-so, check-in: 6m}
        plans:
          remand-2024:
            schedule: standard
            zone: Europe/Dublin
            division: scotland
            window: {closes: "15:00"}
        schedule: brief
        brake: {messages: 50, per-person: 3}
        log: {format: json, level: notice}

        """

    /// The folder of the package.
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

    static let surroundings = Surroundings(
        holidayFiles: ["\(root)/Config/bank-holidays.json"], today: CivilDate(year: 2026, month: 11, day: 22))

    static func parse(_ text: String, in surroundings: Surroundings = surroundings) -> SettingsFile.Loaded {
        SettingsFile.parse(text: text, name: "duewatch.yaml", folder: "/etc/duewatch", surroundings: surroundings)
    }

    /// The number of the first line that contains some words, or begins with what stands after a ^.
    static func line(of words: String, in text: String) -> Int? {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { words.first == "^" ? $0.hasPrefix(words.dropFirst()) : $0.contains(words) }
            .map { $0 + 1 }
    }
}
