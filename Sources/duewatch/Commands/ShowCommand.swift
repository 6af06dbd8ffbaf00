// `duewatch show`: everything the register knows of one target.

import ActionPlans
import ArgumentParser
import Register

struct ShowCommand: TaughtCommand {
    static let lesson = Lesson(
        "show", "Show all that is known of one target, and why.",
        usage: "show REFERENCE [--format json]",
        text: """
            The words of the recommendation and the target date as printed, how the date was read, who is responsible \
            and who has not answered an introduction, every reminder with its recipient and what became of it, every \
            answer with its number (for `duewatch amend`), and the ledger's rows, "not sent, because ..." included.
            """,
        examples: [.init("show remand-2024/6.2", "the reference stands in every message")], statuses: .register)

    @Argument(help: ArgumentHelp("Its reference: remand-2024/6.2.", valueName: "reference"))
    var reference: String

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let mode = installation.settings.mode
        let (detail, silent) = try installation.reading { register in
            (
                try register.target(reference, mode: mode, today: installation.today(of:)),
                try register.silent(mode: mode, on: installation.today)
            )
        }
        let report = TargetReport(
            detail, silent: silent, zone: installation.zone,
            today: installation.today(of: detail.facts.plan.name))
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
    }
}
