// `duewatch resume`: sending goes on, after what would leave was shown.

import ActionPlans
import ArgumentParser
import Register

struct ResumeCommand: TaughtCommand {
    static let lesson = Lesson(
        "resume", "Let sending go on; shows first what would leave.",
        usage: "resume [--by WHO] [--yes]",
        text: "Shows what the next seven days would bring, and asks.",
        examples: [.init("resume", "shows and asks"), .init("resume --yes", "for a script")],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        guard let pause = try installation.reading({ try $0.paused() }) else {
            return try format.isJSON ? Output.json(json(false)) : Output.lines(["sending is not paused"])
        }
        if !confirmation.yes {
            let forecast = try Foresight(installation).forecast(arming: nil, until: installation.today.adding(days: 7))
            let shown =
                [
                    "paused \(Words.moment(pause.at, installation.zone)) by \(pause.by): \(pause.because)",
                    "In the next seven days:",
                ]
                + ForecastReport(forecast, zone: installation.zone).summary + Mode.lines(installation.settings)
            for line in shown { Output.aside(line) }
        }
        try confirmation.ask("Let it leave", again: Invocation.words)
        let isNews = try installation.writing { try $0.resume(by: author, at: installation.now) }
        try format.isJSON
            ? Output.json(json(isNews)) : Output.lines(["sending goes on"] + Mode.lines(installation.settings))
    }

    private func json(_ isNews: Bool) -> JSON { .object([("paused", .bool(false)), ("changed", .bool(isNews))]) }
}
