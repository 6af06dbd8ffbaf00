// `duewatch pause`: nothing leaves until `duewatch resume`.

import ActionPlans
import ArgumentParser
import Register

struct PauseCommand: TaughtCommand {
    static let lesson = Lesson(
        "pause", "Stop all sending at once.",
        usage: "pause --because TEXT [--by WHO]",
        text: """
            What becomes due is still worked out and recorded, and waits. What is being sent at this moment is finished. \
            The pause survives restarts.
            """,
        examples: [.init("pause --because 'wrong addresses for two posts'", "`duewatch status` shows the reason")],
        statuses: .register)

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.paused() }
        let isNews = try installation.writing { try $0.pause(because: because, by: author, at: installation.now) }
        if format.isJSON { return try Output.json(.object([("paused", .bool(true)), ("changed", .bool(isNews))])) }
        try Output.lines([isNews ? "sending is paused; `duewatch resume` lets it go on" : "sending was paused already"])
    }
}
