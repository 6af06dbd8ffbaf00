// `duewatch reload`: the running service takes the settings as they stand now, as a whole or not at all, and says which.

import ActionPlans
import ArgumentParser
import CivilTime
import Configuration
import Register
import Service
import Simulation

struct ReloadCommand: TaughtCommand {
    static let lesson = Lesson(
        "reload", "Put changed settings in force.",
        usage: """
            reload [--format json]
            duewatch reload --dry-run [--until DAY] [--format csv|json]
            """,
        text: """
            Asks the running service to read its settings, bank holidays, zones, templates and secrets again. It takes \
            all of it or nothing: with one mistake the old ones stay, and every mistake is told with its line. What was \
            sent is not sent again because its stage moved. Owners need no reload: `duewatch owners import` tells the \
            service itself.

            --dry-run changes nothing. It says first what is wrong with the settings on disk, and then which reminders \
            they would add, drop or move to another day, compared with the settings that the service has in force.
            """,
        examples: [
            .init("reload --dry-run", "after editing the settings"),
            .init("reload", "puts them in force"),
            .init("reload --dry-run --until 2027-12-31 --format csv", "a year of changes, as a sheet"),
        ],
        statuses: [
            (.unavailable, "no service runs on the register"),
            (.tryLater, "the service did not answer within a minute; its log says why"),
            (.noPermission, "the service belongs to somebody else; the message says what to type"),
            (.noInput, "there is no settings file"),
            (.configuration, "the settings have an error; the old ones stay in force"),
        ])

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp("With --dry-run, the last day; three months on without it.", valueName: "day"),
        transform: Day.read)
    var until: CivilDate?

    @OptionGroup var format: TableFormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard !dryRun else { return }
        if until != nil { throw ValidationError("--until goes with --dry-run") }
        if format.format == .csv { throw ValidationError("--format csv goes with --dry-run") }
    }

    func run() throws {
        let installation = try Installation(place)
        for warning in installation.warnings { Output.aside("duewatch: \(warning)") }
        try dryRun ? show(installation) : reload(installation)
    }

    private func reload(_ installation: Installation) throws {
        let text = try ServiceQuestion(register: installation.register).ask(.reload)
        switch ReloadOutcome(text) {
        case .applied(let file, let warnings):
            if format.format == .json { return try Output.json(json(true, file, warnings)) }
            try Output.lines(Self.applied(file, warnings, installation.settings))
        case .kept(let problems):
            if format.format == .json {
                try Output.json(json(false, installation.configuration, problems))
                throw ExitCode(ExitStatus.configuration.rawValue)
            }
            throw Failure(.configuration, lines: problems + ["the service keeps the settings that it had"])
        case .stopping:
            throw Failure(.unavailable, "the service is about to end; the next start reads the settings anew")
        case nil: throw ServiceQuestion.otherVersion
        }
    }

    static func applied(_ file: String, _ warnings: [String], _ settings: Settings) -> [String] {
        // Of a mode in which not every owner is told the service warns itself.
        let mode = settings.mode == .live ? Mode.lines(settings) : []
        let said = ["the settings of \(file) are in force"] + warnings
        return said.flatMap { Paragraph.lines($0, indent: "    ", lead: "") } + mode
    }

    private func show(_ installation: Installation) throws {
        let errors = Inspection(installation).findingsOfReload().filter { $0.severity == .error }
        guard errors.isEmpty else {
            throw Failure(.configuration, lines: errors.map(\.text) + ["a reload would keep the settings in force"])
        }
        let text = try ServiceQuestion(register: installation.register).ask(.settings)
        guard let source = SettingsSource(text) else { throw ServiceQuestion.otherVersion }
        let loaded = SettingsFile.parse(
            text: source.words, path: source.file, surroundings: Installation.surroundings(at: installation.now))
        guard let old = loaded.settings else {
            throw Failure(
                .configuration,
                lines: loaded.errors.map(\.description) + [
                    "the settings in force cannot be read any more, so nothing can be compared with them"
                ])
        }
        let end = until ?? installation.today.adding(months: 3)
        let comparison = try Foresight(installation).comparison(
            from: old, to: installation.settings, arming: nil, start: installation.now, until: end)
        let report = ComparisonReport(comparison: comparison)
        switch format.format {
        case .csv: try Output.verbatim(report.csv)
        case .json: try Output.json(report.json)
        case .text:
            let what =
                "from the settings in force to \(installation.configuration), until \(end), if nobody answers; "
                + "nothing was changed"
            try Output.lines(report.lines + Paragraph.lines(what))
        }
    }

    private func json(_ isApplied: Bool, _ file: String, _ lines: [String]) -> JSON {
        .object([
            ("applied", .bool(isApplied)), ("file", .string(file)),
            (isApplied ? "warnings" : "problems", .array(lines.map(JSON.string))),
        ])
    }
}
