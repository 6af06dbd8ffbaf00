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
            "targets [--plan PLAN] [--owner POST] [--status STATUS]\n    [--due-before DAY] [--waiting] [--format csv|json]\n"
            + "duewatch targets --slipped [--plan PLAN] [--format csv|json]",
        text: """
            One line for each printed target date, in the order of the plan. "late" is worked out for today and stored \
            nowhere. Superseded ones are listed only with --status superseded.

            --slipped shows the dates that are no longer the first ones: the first day, the present one, by how many \
            days it moved, and what moved it. Dates that a later edition leaves without a sure successor stand there too.
            """,
        examples: [
            .init("targets --plan remand-2024 --due-before 2026-12-31", "what is due this year"),
            .init("targets --owner 'Head of Custody' --status open", "what one post has open"),
            .init("targets --slipped --plan remand-2024 --format csv", "the slips, for a spreadsheet"),
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

    @Flag(help: "Only dates that moved, with the first and the present one.")
    var slipped = false

    @OptionGroup var format: TableFormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard slipped, owner != nil || status != nil || dueBefore != nil || waiting else { return }
        throw ValidationError("--slipped goes with --plan only")
    }

    func run() throws {
        let installation = try Installation(place)
        guard !slipped else {
            let table = SlipTable(slips: try installation.reading { try $0.slips(plan: plan) })
            return try write(table.lines, table.csv, table.json)
        }
        let filter = TargetFilter(
            plan: plan, owner: owner, status: status, dueBefore: dueBefore, waitingOnly: waiting)
        let targets = try installation.reading { try $0.targets(filter) }
        let table = TargetTable(targets: targets, today: installation.today)
        try write(table.lines, table.csv, table.json)
    }

    private func write(_ lines: [String], _ csv: @autoclosure () -> String, _ json: @autoclosure () -> JSON) throws {
        switch format.format {
        case .text: try Output.lines(lines)
        case .csv: try Output.verbatim(csv())
        case .json: try Output.json(json())
        }
    }
}
