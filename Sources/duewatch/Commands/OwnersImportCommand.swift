// `duewatch owners import`: people come in from YAML or CSV, after the difference was shown.

import ActionPlans
import ArgumentParser
import Configuration
import Documents
import Register
import Reminders

struct OwnersImportCommand: TaughtCommand {
    static let lesson = Lesson(
        "import", "Take people in; the difference is shown first.",
        usage: "owners import FILE [--dry-run] [--by WHO] [--yes]\n    [--format json]",
        text: """
            YAML, or a sheet as `duewatch owners export --format csv` writes it: its headings say which. Posts that the \
            file does not name stay as they are; of a post that it names, the people become what it says. Absences are \
            added. It is taken in whole or not at all. An address outside delivery.allowed-domains is \
            refused with its line, and then nothing is changed.
            """,
        examples: [
            .init("owners import owners.yaml", "shows the difference and asks"),
            .init("owners import owners.csv --dry-run", "only shows it"),
            .init("owners import - --yes", "from standard input, without asking"),
        ],
        statuses: [
            (.attention, "you answered no; nothing was changed"),
            (.badData, "the file has an error; nothing was changed"),
            (.noInput, "there is no such file"),
        ])

    @Argument(help: ArgumentHelp("The owners file; - reads standard input.", valueName: "file"))
    var file: String

    @Flag(help: "Show the difference, and change nothing.")
    var dryRun = false

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let bytes = try FileBytes.read(file, limit: Self.limit)
        let installation = try Installation(place)
        let loaded = try loaded(bytes, installation.settings)
        let author = by.author
        let preview = try difference(loaded, author, installation)
        guard !preview.isEmpty else {
            return try format.isJSON ? Output.json(json([])) : Output.lines(["the register says all of this already"])
        }
        if dryRun {
            return try format.isJSON ? Output.json(json(preview.changes)) : Output.lines(OwnersReport.lines(preview))
        }
        if !confirmation.yes {
            for line in OwnersReport.lines(preview) { Output.aside(line) }
        }
        try confirmation.ask("Make these \(Words.count(preview.changes.count, "change"))", again: Invocation.words)
        let done = try installation.writing {
            try $0.adoptOwners(loaded.entries, absences: loaded.absences, by: author, at: installation.now)
        }
        if format.isJSON { return try Output.json(json(done.changes)) }
        try Output.lines(
            (confirmation.yes ? OwnersReport.lines(done) : []) + ["\(Words.count(done.changes.count, "change")) made"])
    }

    private func loaded(_ bytes: [UInt8], _ settings: Settings) throws -> OwnersFile.Loaded {
        guard bytes.count <= Self.limit, let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "\(file): expected an owners file in UTF-8 of at most 1 MB; nothing was changed")
        }
        let name = file == "-" ? "standard input" : file
        let endpoints = settings.endpoints.map(\.name)
        let loaded =
            Self.isSheet(text)
            ? OwnersFile.parse(
                rows: try SheetText.rows(of: bytes, name: name), name: name, allowedDomains: settings.allowedDomains,
                endpoints: endpoints)
            : OwnersFile.parse(
                text: text, name: name, allowedDomains: settings.allowedDomains, endpoints: endpoints)
        guard loaded.errors.isEmpty else {
            throw Failure(.badData, lines: loaded.problems.map(\.description) + ["nothing was changed"])
        }
        for warning in loaded.warnings { Output.aside("duewatch: \(warning)") }
        return loaded
    }

    /// A sheet begins with its headings, two of which no YAML file has on one line.
    private static func isSheet(_ text: String) -> Bool {
        let head = text.drop { $0 == "\u{FEFF}" }.prefix { !$0.isNewline }.lowercased()
        let cells = head.split { ",;\t\"".contains($0) }.map { $0.filter { !$0.isWhitespace } }
        return cells.contains("post") && cells.contains("role")
    }

    private func difference(
        _ loaded: OwnersFile.Loaded, _ author: Author, _ installation: Installation
    ) throws -> OwnersDifference {
        do {
            return try installation.reading {
                try $0.compareOwners(
                    with: loaded.entries, absences: loaded.absences, by: author, at: installation.now)
            }
        } catch RegisterError.absent {
            return OwnersDifference(from: [], to: loaded.entries)
        }
    }

    private func json(_ changes: [OwnersDifference.Change]) -> JSON {
        .array(changes.map { .object([("post", .string($0.post)), ("change", .string($0.text))]) })
    }

    private static let limit = 1 << 20
}
