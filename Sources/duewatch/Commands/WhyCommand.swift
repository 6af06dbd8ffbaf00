// `duewatch why`: why somebody was told of a target, was not, or will be.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders
import Simulation

struct WhyCommand: TaughtCommand {
    static let lesson = Lesson(
        "why", "Say why somebody was told of a target, or was not.",
        usage: "why REFERENCE [--on DAY] [--owner POST|PERSON] [--format json]",
        text: """
            For each owner: which schedule, and what chose it; what was said to whom and why to them; what was not said \
            and why; what comes next. The past is read from the ledger, the future from a look ahead by the service's \
            own loop on a copy of the register, as if nobody answered. --on asks about one day, past or to come.

            Every reason has a name; docs/reasons.md explains each of them, and --format json gives the names.
            """,
        examples: [
            .init("why remand-2024/6.2", "the whole story, and what is next"),
            .init("why remand-2024/6.2 --on 2027-03-02", "why did nobody hear of it on that day?"),
            .init("why remand-2024/6.2 --owner 'Ada Penrose'", "what one person was told"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("Its reference: remand-2024/6.2.", valueName: "reference"))
    var reference: String

    @Option(help: ArgumentHelp("About this day only.", valueName: "day"), transform: Day.read)
    var on: CivilDate?

    @Option(
        help: ArgumentHelp("Only this post, or this person by name or address.", valueName: "post|person"),
        transform: Required.read)
    var owner: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let explanation = try installation.rehearsing { copy, policy in
            try Progress.during("looking ahead") {
                try Explanation(of: reference, in: copy, under: policy, at: installation.now, on: on)
            }
        }
        let plan = explanation.target.facts.plan.name
        let report = WhyReport(
            explanation, zone: installation.zone(of: plan), today: installation.today(of: plan), on: on, owner: owner)
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
    }
}
