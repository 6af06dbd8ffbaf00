// `duewatch retry`: messages that were given up go back into the queue, after they were shown.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct RetryCommand: TaughtCommand {
    static let lesson = Lesson(
        "retry", "Send again what was refused or set aside.",
        usage: """
            retry MESSAGE... [--by WHO]
            duewatch retry --all [--by WHO] [--yes]
            duewatch retry [--channel CHANNEL] [--reason TEXT] [--by WHO] [--yes]
            """,
        text: """
            Once the cause is mended: an address corrected, a receiver repaired. A message that may have \
            arrived is repeated as it was, once; any other takes its words and address anew, and has all its tries \
            again. The id that the other side sees stays the same as long as the message tells of the same reminders. \
            Of what is no longer true by then nothing is sent. Without numbers it shows what it will send again, and \
            asks. What merely waits for its next try needs no command.
            """,
        examples: [
            .init("retry 214 215", "the numbers that `duewatch deliveries` shows"),
            .init("retry --channel webhook:case-system", "what one endpoint has missed"),
            .init("retry --reason 'no answer' --yes", "what was given up for a reason with these words"),
            .init("retry --all", "all of them, after showing them"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The messages' numbers.", valueName: "message"))
    var messages: [Int64] = []

    @Flag(help: "Every message that was refused or set aside.")
    var all = false

    @Option(
        help: ArgumentHelp("Those of this channel: email, or webhook:NAME.", valueName: "channel"),
        transform: ResumeCommand.readChannel)
    var channel: Channel?

    @Option(
        help: ArgumentHelp("Those whose reason has these words, in any case.", valueName: "text"),
        transform: Required.read)
    var reason: String?

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    private var chooses: Bool { channel != nil || reason != nil }

    func validate() throws {
        let given = [!messages.isEmpty, all, chooses].count { $0 }
        guard given == 1 else {
            throw ValidationError(
                "expected messages' numbers, or --all, or --channel or --reason; found \(given == 0 ? "none" : "more") of them"
            )
        }
    }

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        let chosen = messages.isEmpty ? try shown(installation) : messages.map { MessageID($0) }
        if !chosen.isEmpty {
            try installation.writing { try $0.retry(chosen, by: author, at: installation.now) }
        }
        if format.isJSON { return try Output.json(.object([("messages", .int(chosen.count))])) }
        try Output.lines([
            chosen.isEmpty
                ? "nothing of that was refused or set aside"
                : "\(Words.count(chosen.count, "message")) will be tried again"
        ])
    }

    /// What fits the options, shown and agreed to.
    private func shown(_ installation: Installation) throws -> [MessageID] {
        let given = DeliveryFilter(states: [.refused, .setAside], limit: .max)
        let rows = try installation.reading { try $0.deliveries(given) }.filter(isMeant)
        guard !rows.isEmpty else { return [] }
        if !confirmation.yes {
            for line in DeliveryTable.lines(rows, zone: installation.zone) { Output.aside(line) }
        }
        try confirmation.ask("Send \(Words.count(rows.count, "message")) again", again: Invocation.words)
        return rows.map(\.message)
    }

    private func isMeant(_ row: DeliveryRow) -> Bool {
        (channel == nil || row.channel == channel)
            && (reason.map { (row.because ?? "").lowercased().contains($0.lowercased()) } ?? true)
    }
}
