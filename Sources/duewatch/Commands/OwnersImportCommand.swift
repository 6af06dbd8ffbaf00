// `duewatch owners import`: people come in from a YAML file, after the difference was shown.

import ActionPlans
import ArgumentParser
import Configuration
import Register
import Reminders

struct OwnersImportCommand: TaughtCommand {
    static let lesson = Lesson(
        "import", "Take people in; the difference is shown first.",
        usage: "owners import FILE [--by WHO] [--yes] [--format json]",
        text: """
            Posts that the file does not name stay as they are. An address outside delivery.allowed-domains is \
            refused with its line, and then nothing is changed.
            """,
        examples: [
            .init("owners import owners.yaml", "shows the difference and asks"),
            .init("owners import - --yes", "from standard input, without asking"),
        ],
        statuses: [
            (.attention, "you answered no; nothing was changed"),
            (.badData, "the file has an error; nothing was changed"),
            (.noInput, "there is no such file"),
        ])

    @Argument(help: ArgumentHelp("The owners file; - reads standard input.", valueName: "file"))
    var file: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let bytes = try FileBytes.read(file, limit: Self.limit)
        let installation = try Installation(place)
        let entries = try entries(bytes, installation.settings)
        let author = by.author
        let preview = try difference(entries, installation)
        guard !preview.isEmpty else {
            return try format.isJSON ? Output.json(json([])) : Output.lines(["the register says all of this already"])
        }
        if !confirmation.yes {
            for line in OwnersReport.lines(preview) { Output.aside(line) }
        }
        try confirmation.ask("Make these \(Words.count(preview.changes.count, "change"))", again: Invocation.words)
        let done = try installation.writing { try $0.adoptOwners(entries, by: author, at: installation.now) }
        if format.isJSON { return try Output.json(json(done.changes)) }
        try Output.lines(
            (confirmation.yes ? OwnersReport.lines(done) : []) + ["\(Words.count(done.changes.count, "change")) made"])
    }

    private func entries(_ bytes: [UInt8], _ settings: Settings) throws -> [OwnerEntry] {
        guard bytes.count <= Self.limit, let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, "\(file): expected an owners file in UTF-8 of at most 1 MB; nothing was changed")
        }
        let loaded = OwnersFile.parse(
            text: text, name: file == "-" ? "standard input" : file, allowedDomains: settings.allowedDomains,
            endpoints: settings.endpoints.map(\.name))
        guard loaded.errors.isEmpty else {
            throw Failure(.badData, lines: loaded.problems.map(\.description) + ["nothing was changed"])
        }
        for warning in loaded.warnings { Output.aside("duewatch: \(warning)") }
        return loaded.entries
    }

    private func difference(_ entries: [OwnerEntry], _ installation: Installation) throws -> OwnersDifference {
        do {
            return try installation.reading { try $0.compareOwners(with: entries) }
        } catch RegisterError.absent {
            return OwnersDifference(from: [], to: entries)
        }
    }

    private func json(_ changes: [OwnersDifference.Change]) -> JSON {
        .array(changes.map { .object([("post", .string($0.post)), ("change", .string($0.text))]) })
    }

    private static let limit = 1 << 20
}
