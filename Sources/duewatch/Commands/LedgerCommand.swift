// `duewatch ledger`: what was decided, and the proof that nobody changed it since.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Read the record of every decision, or prove it.",
        subcommands: [LedgerListCommand.self, LedgerVerifyCommand.self], defaultSubcommand: LedgerListCommand.self)
}

struct LedgerListCommand: TaughtCommand {
    static let lesson = Lesson(
        "list", "Read the record of every decision.",
        usage: "ledger [REFERENCE] [--from NUMBER] [--format json]",
        text: """
            Each row is hashed together with the row before it. It names people and owners by number only, so that it \
            can be kept when addresses and names have to go.
            """,
        examples: [
            .init("ledger remand-2024/6.2", "the rows of one target"),
            .init("ledger --from 1200 --format json", "from a row on, for a script"),
        ],
        statuses: .register)

    @Argument(help: ArgumentHelp("The target; all rows without it.", valueName: "reference"))
    var reference: String?

    @Option(help: ArgumentHelp("The first row's number.", valueName: "number"))
    var from: Int64 = 1

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let rows = try installation.reading { register in
            let target = try reference.map {
                try register.facts(reference: $0, mode: installation.settings.mode, today: installation.today(of:)).id
            }
            return try register.ledger(from: from, target: target)
        }
        if format.isJSON { return try Output.json(.array(rows.map(\.json))) }
        try Output.lines(rows.flatMap { LedgerReport.lines($0, zone: installation.zone) })
    }
}

struct LedgerVerifyCommand: TaughtCommand {
    static let lesson = Lesson(
        "verify", "Prove that no row was changed, added or removed.", usage: "ledger verify",
        text: "Computes every row's hash again from the row and the hash before it.",
        examples: [.init("ledger verify", "reads the whole ledger")],
        statuses: [(.badData, "a row does not follow from the one before it; the message names it")])

    @OptionGroup var place: PlaceOptions

    func run() throws {
        switch try Installation(place).reading({ try $0.verifyLedger() }) {
        case .sound(let rows): try Output.lines(["the ledger is whole: \(Words.count(Int(rows), "row"))"])
        case .broken(let seq):
            throw Failure(
                .badData,
                "row \(seq) of the ledger does not follow from the one before it: the register was changed "
                    + "by something else than duewatch; compare it with a backup")
        }
    }
}
