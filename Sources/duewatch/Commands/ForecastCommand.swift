// `duewatch forecast`: what would be sent, by the code that sends it, on a copy of the register.

import ArgumentParser
import CivilTime
import Register
import Simulation

struct ForecastCommand: TaughtCommand {
    static let lesson = Lesson(
        "forecast", "Show what would be sent, to whom, when and why.",
        usage: """
            forecast [PLAN] [--until DAY] [--owner POST|PERSON]
                [--at INSTANT] [--load] [--format csv|json|html]
            duewatch forecast [PLAN] --against CONFIG [--until DAY]
                [--format csv|json]
            """,
        text: """
            Runs the service's own loop on a copy of the register, under a clock that jumps, as if every message \
            arrived and nobody answered. With a plan's name that plan is treated as armed; without one each plan is \
            taken as it stands. A pause is left out of account, so is the brake's `release`, and so are the notes to \
            administrators of what waits for them.

            Each message comes with its reasons: the stage, the schedule and what chose it, the owner, and why it goes \
            to this person. --load shows who would hear how much in which week, with the weeks in which months and the \
            financial year end. --against shows what other settings would change: reminders added, dropped, \
            and moved to another day. --format html writes one page that needs nothing beside it, for a board.
            """,
        examples: [
            .init("forecast remand-2024 --until 2027-03-31", "before arming it"),
            .init("forecast --owner 'Head of Custody'", "three months, one post"),
            .init("forecast --load --until 2027-12-31", "the clumps of a year"),
            .init("forecast --against ./new.yaml", "before new settings are put in force"),
            .init("forecast --until 2026-12-31 --format html", "a page to mail: send the output to a file"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("The plan to treat as armed.", valueName: "plan"))
    var plan: String?

    @Option(help: ArgumentHelp("The last day; three months on without it.", valueName: "day"), transform: Day.read)
    var until: CivilDate?

    @Option(
        help: ArgumentHelp("Only what tells of this post, or goes to this person.", valueName: "post|person"),
        transform: Required.read)
    var owner: String?

    @Option(
        help: ArgumentHelp("As if it were this instant when the look begins.", valueName: "instant"),
        transform: Moment.read)
    var at: Instant?

    @Flag(help: "Who would hear how much in which week.")
    var load = false

    @Option(
        help: ArgumentHelp("Show what these settings would change.", valueName: "config"), transform: Required.read)
    var against: String?

    @OptionGroup var format: ForecastFormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard against != nil, load || owner != nil || format.format == .html else { return }
        throw ValidationError("--against goes with no --load, no --owner and no --format html")
    }

    func run() throws {
        let installation = try Installation(place)
        let start = at ?? installation.now
        let end = until ?? installation.zone.date(at: start).adding(months: 3)
        if let against { return try compare(installation, with: against, from: start, until: end) }
        let forecast = try Foresight(installation).forecast(arming: plan, from: start, until: end)
        let report = ForecastReport(forecast, zone: installation.zone, owner: owner)
        // Silence is good news only of somebody who is known.
        if let owner, report.messages.isEmpty { try Acquaintance(installation).expect(owner) }
        switch format.format {
        case .text:
            let shown = load ? LoadReport(report).lines : report.lines
            try Output.lines(shown + ["until \(end), if nobody answers"] + Mode.lines(installation.settings))
        case .csv: try Output.verbatim(load ? LoadReport(report).csv : report.csv)
        case .json: try Output.json(load ? LoadReport(report).json : report.json)
        case .html:
            let page = ForecastPage(
                report, title: plan.map { "Forecast of \($0)" } ?? "Forecast", from: start, until: end,
                mode: installation.settings.mode)
            try Output.verbatim(page.text)
        }
    }

    private func compare(
        _ installation: Installation, with other: String, from start: Instant, until end: CivilDate
    ) throws {
        let comparison = try Foresight(installation).comparison(
            with: other, arming: plan, from: start, until: end)
        let report = ComparisonReport(comparison: comparison)
        switch format.format {
        case .csv: try Output.verbatim(report.csv)
        case .json: try Output.json(report.json)
        case .text, .html:
            let what = "from \(installation.configuration) to \(other), until \(end), if nobody answers"
            try Output.lines(report.lines + Paragraph.lines(what))
        }
    }
}
