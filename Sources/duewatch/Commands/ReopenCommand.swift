// `duewatch reopen`: a closed plan is open again, and silent until it is armed.

import ActionPlans
import ArgumentParser
import Register

struct ReopenCommand: TaughtCommand {
    static let lesson = Lesson(
        "reopen", "Open a closed plan again; it stays silent.",
        usage: "reopen PLAN --because TEXT [--by WHO]",
        text: """
            Its doubts return to the worklist, and its targets wait for `duewatch arm`: nothing is sent until then. \
            Holds that had ended with it stay ended.
            """,
        examples: [.init("reopen remand-2024 --because 'closed by mistake'", "then look at `duewatch forecast`")],
        statuses: .register)

    @Argument(help: ArgumentHelp("The plan's short name.", valueName: "plan"))
    var plan: String

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.plan(named: plan) }
        let waiting = try installation.writing {
            try $0.reopen(plan, because: because, by: author, at: installation.now)
        }
        if format.isJSON { return try Output.json(.object([("plan", .string(plan)), ("waiting", .int(waiting))])) }
        try Output.lines([
            "\(plan) is open again; \(Words.count(waiting, "target")) \(waiting == 1 ? "waits" : "wait") for "
                + "`duewatch arm \(plan)`"
        ])
    }
}
