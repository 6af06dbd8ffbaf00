// `duewatch amend`: an answer that was recorded wrongly is undone. It stays in the ledger, with its undoing.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct AmendCommand: TaughtCommand {
    static let lesson = Lesson(
        "amend", "Undo an answer that was recorded.",
        usage: "amend ANSWER --because TEXT [--by WHO] [--yes]",
        text: """
            Status and date are again what they were before it. To put another answer in its place, record that with \
            `duewatch answer` afterwards.
            """,
        examples: [.init("amend 17 --because 'meant 6.3'", "`duewatch show REFERENCE` has the answer's number")],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The answer's number.", valueName: "answer"))
    var answer: Int64

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let id = AnswerID(answer)
        let author = by.author
        let preview = try installation.rehearsing { copy, _ in
            try copy.amend(id, because: because, by: author, at: installation.now)
        }
        if !confirmation.yes {
            for line in EffectReport.lines(preview, isDone: false) { Output.aside(line) }
        }
        try confirmation.ask("Undo answer \(answer)", again: Invocation.words)
        let effects = try installation.writing {
            try $0.amend(id, because: because, by: author, at: installation.now)
        }
        if format.isJSON { return try Output.json(.array(effects.map(\.json))) }
        try Output.lines(EffectReport.lines(effects, isDone: true) + ["answer \(answer) is undone"])
    }
}
