// `duewatch targets`: target dates with their owners and status, filtered.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders

extension Status: ExpressibleByArgument {}

struct TargetsCommand: TaughtCommand {
    static let lesson = Lesson(
        "targets", "List target dates.",
        usage:
            "targets [--plan PLAN] [--owner POST] [--status STATUS]\n    [--due-before DAY] [--waiting] [--format json]",
        text: """
            One line for each printed target date, in the order of the plan. "late" is worked out for today and stored \
            nowhere. Superseded ones are listed only with --status superseded.
            """,
        examples: [
            .init("targets --plan remand-2024 --due-before 2026-12-31", "what is due this year"),
            .init("targets --owner 'Head of Custody' --status open", "what one post has open"),
            .init("targets --waiting --format json", "what waits for `duewatch arm`, for a script"),
        ],
        statuses: .register)

    @Option(help: ArgumentHelp("Of this plan.", valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp("Of this post, in any of its spellings.", valueName: "post"))
    var owner: String?

    @Option(help: ArgumentHelp("open, completed, verified, ongoing, withdrawn or superseded.", valueName: "status"))
    var status: Status?

    @Option(help: ArgumentHelp("Due before this day.", valueName: "day"), transform: Day.read)
    var dueBefore: CivilDate?

    @Flag(help: "Only what waits for `duewatch arm`.")
    var waiting = false

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let filter = TargetFilter(
            plan: plan, owner: owner, status: status, dueBefore: dueBefore, waitingOnly: waiting)
        let targets = try installation.reading { try $0.targets(filter) }
        let table = TargetTable(targets: targets, today: installation.today)
        try format.isJSON ? Output.json(table.json) : Output.lines(table.lines)
    }
}
