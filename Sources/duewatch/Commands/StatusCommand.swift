// `duewatch status`: is it running, whom does it tell, and what waits for a person.

import ArgumentParser
import CivilTime
import Register

struct StatusCommand: TaughtCommand {
    static let lesson = Lesson(
        "status", "Say at a glance what runs and what waits.",
        usage: "status [--format json]",
        text: """
            The delivery mode first, because it decides whether anybody is told. Then the service, a pause, what the \
            brake holds, relays and endpoints that fail, holds and when they end, targets that wait for `duewatch arm`, \
            owners whom nobody stands for, the worklist, and when something is due next.
            """,
        examples: [.init("status", "for a person"), .init("status --format json", "for monitoring")],
        statuses: [(.attention, "a relay or an endpoint is stopped until `duewatch resume`")] + .register)

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        var status: RegisterStatus?
        var mail: MailUse?
        var holds: [HoldRecord] = []
        var silent: [SilentNewcomer] = []
        do {
            (status, mail, holds, silent) = try installation.reading { register in
                (
                    try register.status(), try MailUse(register, installation),
                    try register.holds(on: installation.today),
                    try register.silent(mode: installation.settings.mode, on: installation.today)
                )
            }
        } catch RegisterError.absent {
            // Nothing was imported yet, which is a state like any other.
        }
        let report = StatusReport(
            installation: installation, status: status, mail: mail, holds: holds, silent: silent,
            service: RunningService.processID(register: installation.register))
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
        if status?.channels.contains(where: \.isStopped) == true { throw ExitCode(ExitStatus.attention.rawValue) }
    }
}
