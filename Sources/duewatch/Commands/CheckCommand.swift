// `duewatch check`: everything that can be found wrong before a message is to leave, all of it at once.

import ActionPlans
import ArgumentParser
import Configuration
import Delivery
import FoundationEssentials
import Register
import Reminders
import Service

struct CheckCommand: TaughtCommand {
    static let lesson = Lesson(
        "check", "Find every mistake in the settings.",
        usage: "check [--format json]",
        text: """
            Reads the settings file and tells every problem in it with its line, what was expected and what was \
            found. Then it looks at what the settings lead to: whether secrets can be read, whether the register can \
            be opened, whether every owner's address lies in the allowed domains, and whether your own templates can \
            be rendered, with rows of the register. It warns where a schedule tells nobody: no stage for what it chases, a \
            rung with nobody on it, a rule that fits nothing, bank holidays that end too early. It changes nothing and \
            sends nothing.
            """,
        examples: [
            .init("check", "the installed settings"),
            .init("check --config ./duewatch.yaml --format json", "another file, for a script"),
        ],
        statuses: [
            (.noInput, "there is no such settings file"), (.configuration, "there is an error; warnings give 0"),
        ])

    @OptionGroup var place: PlaceOptions
    @OptionGroup var format: FormatOption

    func run() throws {
        let now = try SystemClock.checked().now
        let path = place.configuration.path()
        let loaded = try Installation.load(path, at: now)
        var findings = loaded.problems.map(Finding.init)
        if loaded.settings != nil { findings += try Inspection(Installation(place)).findings() }
        let errors = findings.filter { $0.severity == .error }
        if format.isJSON {
            try Output.json(json(path, findings, loaded.settings))
            if !errors.isEmpty { throw ExitCode(ExitStatus.configuration.rawValue) }
            return
        }
        guard errors.isEmpty else {
            let count =
                Words.count(errors.count, "error") + ", " + Words.count(findings.count - errors.count, "warning")
            throw Failure(.configuration, lines: findings.map(\.text) + ["\(path): \(count)"])
        }
        for finding in findings { Output.aside("duewatch: \(finding.text)") }
        try Output.lines(summary(path, loaded.settings, warnings: findings.count))
    }

    private func summary(_ path: String, _ settings: Settings?, warnings: Int) -> [String] {
        guard let settings else { return [] }
        return ["\(path): no error, \(Words.count(warnings, "warning"))"] + Mode.lines(settings)
            + ["the register is \(place.register ?? settings.register)"]
    }

    private func json(_ path: String, _ findings: [Finding], _ settings: Settings?) -> JSON {
        .object([
            ("file", .string(path)), ("delivery_mode", .text(settings?.mode.rawValue)),
            ("register", .text(place.register ?? settings?.register)), ("problems", .array(findings.map(\.json))),
        ])
    }
}
