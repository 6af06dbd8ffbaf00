// `duewatch stop`: a rung above the deputy that was proposed is not to be told.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct StopCommand: TaughtCommand {
    static let lesson = Lesson(
        "stop", "Keep what climbs above a deputy from being told.",
        usage: "stop REFERENCE... --because TEXT [--by WHO]",
        text: """
            A target that nobody answers climbs to the deputy by itself. What goes above is proposed first, and \
            `duewatch status` and the daily note list it. Stopped, it is not told for the date that the target has now; \
            the owner goes on being reminded. `duewatch release REFERENCE` lets it go after all.
            """,
        examples: [.init("stop remand-2024/6.2 --because 'settled by telephone'", "the reason stands in the ledger")],
        statuses: .register)

    @Argument(help: ArgumentHelp("The targets.", valueName: "reference"))
    var references: [String]

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        _ = try installation.reading { try $0.proposals(references) }
        let stopped = try installation.writing {
            try $0.stopRungs(references, because: because, by: author, at: installation.now)
        }
        if format.isJSON { return try Output.json(.array(stopped.map(\.json))) }
        try Output.lines(
            stopped.map { "\($0.reference): \($0.person ?? "nobody"), as \($0.role.rawValue), is not told" })
    }
}
