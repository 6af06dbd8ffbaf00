// `duewatch release`: messages that the brake held may leave, after they were shown; and so may a rung above the deputy.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct ReleaseCommand: TaughtCommand {
    static let lesson = Lesson(
        "release", "Let go what the brake or a proposal holds back.",
        usage: "release [BATCH | REFERENCE...] [--by WHO] [--yes]",
        text: """
            The brake holds a batch where far more would leave at once than was foreseen when plans were armed. Look at \
            it before you let it go; if it should not leave, disarm the plan instead.

            With references: what would climb above a deputy for these targets is told, on its day or at the next \
            window. `duewatch status` and the daily note list it; `duewatch stop` is the other answer.
            """,
        examples: [
            .init("release", "everything held, after showing it"),
            .init("release 3 --yes", "one batch, without asking"),
            .init("release remand-2024/6.2", "the manager may be told of this target"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The batch's number, or targets; all batches without it.", valueName: "which"))
    var which: [String] = []

    /// nil for all.
    private var batch: Int64? { which.count == 1 ? Int64(which[0]) : nil }

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = by.author
        guard which.isEmpty || batch != nil else { return try releaseRungs(installation, author) }
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

    private func releaseRungs(_ installation: Installation, _ author: Author) throws {
        let rows = try installation.reading { try $0.proposals(which) }
        if !confirmation.yes, !rows.isEmpty {
            for line in ProposalReport.lines(rows) { Output.aside(line) }
            try confirmation.ask("Let \(Words.count(rows.count, "rung")) be told", again: Invocation.words)
        }
        let released = try installation.writing { try $0.releaseRungs(which, by: author, at: installation.now) }
        if format.isJSON { return try Output.json(.array(released.map(\.json))) }
        try Output.lines(
            released.map {
                "\($0.reference): \($0.person ?? "nobody"), as \($0.role.rawValue), is told from \($0.opensOn) on"
            })
    }

    private func json(_ count: Int) -> JSON { .object([("released", .int(count))]) }
}
