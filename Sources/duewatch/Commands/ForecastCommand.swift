// `duewatch forecast`: what would be sent, by the code that sends it, on a copy of the register.

import ArgumentParser
import CivilTime
import Register
import Simulation

struct ForecastCommand: TaughtCommand {
    static let lesson = Lesson(
        "forecast", "Show what would be sent, to whom and when.",
        usage: "forecast [PLAN] [--until DAY] [--owner POST] [--format json]",
        text: """
            Runs the service's own loop on a copy of the register, under a clock that jumps, as if every message \
            arrived and nobody answered. With a plan's name that plan is treated as armed; without one each plan is \
            taken as it stands. A pause is left out of account, and so is the brake's `release`.
            """,
        examples: [
            .init("forecast remand-2024 --until 2027-03-31", "before arming it"),
            .init("forecast --owner 'Head of Custody'", "three months, one post"),
            .init("forecast --until 2026-12-31 --format json", "a list of messages for a script"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("The plan to treat as armed.", valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp("The last day; three months on without it.", valueName: "day"), transform: Day.read)
    var until: CivilDate?

    @Option(help: ArgumentHelp("Only what tells of this post.", valueName: "post"))
    var owner: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let end = until ?? installation.today.adding(months: 3)
        let forecast = try Foresight(installation).forecast(arming: plan, until: end)
        let report = ForecastReport(forecast, zone: installation.zone, owner: owner)
        if format.isJSON { return try Output.json(report.json) }
        try Output.lines(report.lines + ["until \(end), if nobody answers"] + Mode.lines(installation.settings))
    }
}
