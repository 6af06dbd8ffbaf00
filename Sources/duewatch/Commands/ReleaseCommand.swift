// `duewatch release`: messages that the brake held may leave, after they were shown.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct ReleaseCommand: TaughtCommand {
    static let lesson = Lesson(
        "release", "Let go what the brake holds, after showing it.",
        usage: "release [BATCH] [--by WHO] [--yes]",
        text: """
            The brake holds a batch where far more would leave at once than was foreseen when plans were armed. Look at \
            it before you let it go; if it should not leave, disarm the plan instead.
            """,
        examples: [
            .init("release", "everything held, after showing it"),
            .init("release 3 --yes", "one batch, without asking"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The batch's number; all without it.", valueName: "batch"))
    var batch: Int64?

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        let (batches, held) = try installation.reading { register in
            (try register.batches(), try register.deliveries(DeliveryFilter(states: [.held], limit: .max)))
        }
        let chosen = batches.filter { batch == nil || $0.id.value == batch }
        guard !chosen.isEmpty else {
            if let batch { throw RegisterError.noSuchRow(what: "held batch \(batch); `duewatch status` lists them") }
            return try format.isJSON ? Output.json(json(0)) : Output.lines(["the brake holds nothing"])
        }
        if !confirmation.yes {
            for one in chosen {
                Output.aside(
                    "batch \(one.id), held since \(Words.moment(one.openedAt, installation.zone)): \(one.because)")
                let rows = held.filter { $0.batch == one.id }
                for line in DeliveryTable.lines(rows, zone: installation.zone) { Output.aside(line) }
            }
        }
        let count = chosen.map(\.messages).reduce(0, +)
        try confirmation.ask("Let \(Words.count(count, "message")) leave", again: Invocation.words)
        let released = try installation.writing { register in
            try chosen.map { try register.release($0.id, by: author, at: installation.now) }.reduce(0, +)
        }
        try format.isJSON
            ? Output.json(json(released)) : Output.lines(["\(Words.count(released, "message")) released"])
    }

    private func json(_ count: Int) -> JSON { .object([("released", .int(count))]) }
}
