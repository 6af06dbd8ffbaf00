// `duewatch arm`: from here on a plan's owners are told. It shows first what that means, and asks.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Simulation

struct ArmCommand: TaughtCommand {
    static let lesson = Lesson(
        "arm", "Let a plan's reminders be sent; shows them first.",
        usage: "arm PLAN [--until DAY] [--by WHO] [--yes] [--format json]",
        text: """
            Shows what the next month would bring, as `duewatch forecast PLAN` does, and asks. Each owner is \
            introduced first. Where dates have passed, one letter with all of them follows three working days later, and \
            reminders start from it. The messages shown are \
            the ones that the brake lets through. No lock is held while it asks.
            """,
        examples: [
            .init("arm remand-2024", "shows and asks"),
            .init("arm remand-2024 --yes", "for a script that has looked at the forecast"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The plan's short name.", valueName: "plan"))
    var plan: String

    @Option(
        help: ArgumentHelp("The last day to show and approve; a month on without it.", valueName: "day"),
        transform: Day.read)
    var until: CivilDate?

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        let summary = try installation.reading { try $0.plan(named: plan) }
        // Arming a closed plan is refused below, with what comes first.
        guard summary.waiting > 0 || summary.closed != nil else {
            let lines = ["\(plan): nothing waits to be armed; \(summary.armed) of \(summary.chased) are armed"]
            return try format.isJSON ? Output.json(json(0, approved: 0)) : Output.lines(lines)
        }
        let end = until ?? installation.today.adding(months: 1)
        let forecast = try Foresight(installation).forecast(arming: plan, until: end)
        let ours = forecast.messages.count { $0.facts.plan?.name == plan }
        let shown =
            ["\(plan): \(Words.count(summary.waiting, "target")) would be armed. Until \(end), if nobody answers:"]
            + ForecastReport(forecast, zone: installation.zone).summary + Mode.lines(installation.settings)
            + (summary.doubts > 0
                ? ["\(Words.count(summary.doubts, "doubt")) on its worklist: `duewatch worklist \(plan)`"] : [])
        if !confirmation.yes {
            for line in shown { Output.aside(line) }
        }
        try confirmation.ask("Arm \(plan)", again: Invocation.words)
        let armed = try installation.writing { register in
            // The service and the brake know the administrators from the first arming on.
            _ = try installation.policy(in: register)
            return try register.arm(
                plan, approved: Approval(messages: ours, until: end), by: author, at: installation.now)
        }
        if format.isJSON { return try Output.json(json(armed, approved: ours)) }
        try Output.lines((confirmation.yes ? shown : []) + done(armed, installation))
    }

    private func done(_ armed: Int, _ installation: Installation) -> [String] {
        var lines = ["\(plan): \(Words.count(armed, "target")) armed"]
        if RunningService.processID(register: installation.register) == nil {
            lines.append("no service is running on \(installation.register): `duewatch serve` sends")
        }
        return lines
    }

    private func json(_ armed: Int, approved: Int) -> JSON {
        .object([("plan", .string(plan)), ("armed", .int(armed)), ("approved_messages", .int(approved))])
    }
}
