// `duewatch label`: words on targets, by which rules of the settings choose a schedule.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct LabelCommand: TaughtCommand {
    static let lesson = Lesson(
        "label", "Give words to targets, for rules to go by.",
        usage: "label REFERENCE... [--add WORD]... [--remove WORD]... [--by WHO]",
        text: """
            A label is a word of your own: small letters, digits and hyphens. A rule in the settings file that names it \
            applies from the next look at the target, which comes at once.
            """,
        examples: [
            .init("label remand-2024/6.2 --add ministers", "see it again with `duewatch show`"),
            .init("label remand-2024/6.2 remand-2024/7.1 --remove ministers", "from both"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("The targets.", valueName: "reference"))
    var references: [String]

    @Option(help: ArgumentHelp("A word to add; may be repeated.", valueName: "word"), transform: LabelWord.read)
    var add: [String] = []

    @Option(help: ArgumentHelp("A word to take away; may be repeated.", valueName: "word"), transform: LabelWord.read)
    var remove: [String] = []

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        if add.isEmpty, remove.isEmpty { throw ValidationError("name a word: --add WORD or --remove WORD") }
    }

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.proposals(references) }
        let labelled = try installation.writing {
            try $0.label(references, adding: add, removing: remove, by: author, at: installation.now)
        }
        if format.isJSON {
            return try Output.json(
                .array(
                    labelled.map {
                        .object([
                            ("reference", .string($0.reference)), ("labels", .array($0.labels.map(JSON.string))),
                        ])
                    }))
        }
        try Output.lines(
            labelled.map { "\($0.reference): \($0.labels.isEmpty ? "no labels" : $0.labels.joined(separator: ", "))" })
    }
}

enum LabelWord {
    static func read(_ text: String) throws -> String {
        guard Label.isLabel(text) else {
            throw ValidationError(
                "expected a word of small letters, digits and hyphens that begins with a letter, found \"\(text)\"")
        }
        return text
    }
}
