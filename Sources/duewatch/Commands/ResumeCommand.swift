// `duewatch resume`: sending goes on, after what would leave was shown.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct ResumeCommand: TaughtCommand {
    static let lesson = Lesson(
        "resume", "Let sending go on; shows first what would leave.",
        usage: "resume [CHANNEL] [--by WHO] [--yes]",
        text: """
            After `duewatch pause`: shows what the next seven days would bring, and asks. With a channel: lets a relay or \
            an endpoint go on that stopped because it refused us, or fails. `duewatch status` names it: email, or \
            webhook:NAME.
            """,
        examples: [
            .init("resume", "shows and asks"), .init("resume --yes", "for a script"),
            .init("resume email", "once the relay's password is right again"),
            .init("resume webhook:case-system", "once the endpoint wants to hear from us again"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(
        help: ArgumentHelp("The channel that stopped; the pause without it.", valueName: "channel"),
        transform: Self.readChannel)
    var channel: Channel?

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        if let channel { return try resume(channel, installation, author) }
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

    private func resume(_ channel: Channel, _ installation: Installation, _ author: Author) throws {
        let failing = try installation.reading { try $0.channels() }.contains { $0.channel == channel }
        let isNews =
            try failing && installation.writing { try $0.resume(channel, by: author, at: installation.now) }
        if format.isJSON {
            return try Output.json(
                .object([("channel", .string(channel.description)), ("changed", .bool(isNews))]))
        }
        try Output.lines([isNews ? "\(channel) goes on" : "\(channel) was neither stopped nor failing"])
    }

    static func readChannel(_ text: String) throws -> Channel {
        guard let channel = Channel(text) else {
            throw ValidationError("expected email or webhook:NAME, found \"\(text)\"")
        }
        return channel
    }

    private func json(_ isNews: Bool) -> JSON { .object([("paused", .bool(false)), ("changed", .bool(isNews))]) }
}
