// `duewatch retry`: messages that were given up go back into the queue.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct RetryCommand: TaughtCommand {
    static let lesson = Lesson(
        "retry", "Send again what was refused or set aside.",
        usage: "retry MESSAGE [--by WHO]\nduewatch retry --all [--by WHO]",
        text: """
            Once the cause is mended: an address corrected, a receiver repaired. A message that was set aside is \
            repeated as it was, under the same id; one that was refused takes its address anew. What merely waits for \
            its next try needs no command.
            """,
        examples: [
            .init("retry 214", "the number that `duewatch deliveries` shows"), .init("retry --all", "all of them"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("The message's number.", valueName: "message"))
    var message: Int64?

    @Flag(help: "Every message that was refused or set aside.")
    var all = false

    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard all != (message != nil) else {
            throw ValidationError("expected a message's number or --all, found \(all ? "both" : "neither")")
        }
    }

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        let given = DeliveryFilter(states: [.refused, .setAside], limit: .max)
        let failed = try installation.reading { try $0.deliveries(given).map(\.message) }
        let messages = message.map { [MessageID($0)] } ?? failed
        if !messages.isEmpty {
            try installation.writing { register in
                for message in messages { try register.retry(message, by: author, at: installation.now) }
            }
        }
        if format.isJSON { return try Output.json(.object([("messages", .int(messages.count))])) }
        try Output.lines([
            messages.isEmpty
                ? "nothing was refused or set aside" : "\(Words.count(messages.count, "message")) will be tried again"
        ])
    }
}
