// `duewatch correct`: tells exactly those who had a wrong message that it was wrong.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders

struct CorrectCommand: TaughtCommand {
    static let lesson = Lesson(
        "correct", "Write to those who received something wrong.",
        usage: "correct MESSAGE... --because TEXT --by WHO [--dry-run] [--yes]",
        text: """
            A message cannot be taken back. This writes once to whoever received each of the messages, at the address \
            and by the channel it went to, as an answer to it: which message it was, what was wrong in it (your text), \
            and what the register says now. So settle the register first. Nobody else is written to; a message that did \
            not arrive, or was corrected before, is refused. It shows whom it will write to, and asks.
            """,
        examples: [
            .init(
                "correct 214 215 --because 'The date was misread: it is 30 April, not 4 April.' --by 'A. Reyes'",
                "the numbers that `duewatch deliveries` shows"),
            .init("correct 214 --because 'It is not yours.' --by 'A. Reyes' --dry-run", "to see it first"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The messages' numbers.", valueName: "message"))
    var messages: [Int64]

    @Option(
        help: ArgumentHelp("What was wrong, as its readers will read it.", valueName: "text"), transform: Required.read)
    var because: String

    @Option(help: ArgumentHelp("Who says so; it stands in the message.", valueName: "who"), transform: Required.read)
    var by: String

    @Flag(help: "Show whom it would write to, and stop.")
    var dryRun = false

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let (ids, mode) = (messages.map { MessageID($0) }, installation.settings.mode)
        let wrong = try installation.reading { try $0.correctable(ids, mode: mode) }
        let shown = lines(wrong, zone: installation.zone)
        if dryRun {
            return format.isJSON ? try Output.json(json(wrong, written: false)) : try Output.lines(shown)
        }
        if !confirmation.yes { for line in shown { Output.aside(line) } }
        try confirmation.ask("Write \(Words.count(wrong.count, "correction"))", again: Invocation.words)
        try installation.writing { register in
            try register.correct(
                ids, because: because, mode: mode, by: Author(login: Login.name(), by: by), saidBy: by,
                noticesFrom: installation.nextWindow, at: installation.now)
        }
        if format.isJSON { return try Output.json(json(wrong, written: true)) }
        try Output.lines(
            (confirmation.yes ? shown : [])
                + [
                    "\(Words.count(wrong.count, "correction")) will be sent, mail from \(Words.moment(installation.nextWindow, installation.zone)) on"
                ])
    }

    private func lines(_ wrong: [CorrectableMessage], zone: Zone) -> [String] {
        wrong.flatMap { message in
            let facts = message.facts
            let reader = (facts.intended ?? facts.recipient)
            let address = facts.channel == .email ? reader.address.map { " <\($0)>" } ?? "" : ""
            return Paragraph.lines(
                Style.bold("message \(message.message)") + " of \(Words.moment(message.deliveredAt, zone)) to "
                    + "\(reader.name)\(address), by \(facts.channel)", indent: "  ", lead: "")
                + Paragraph.lines(facts.subject, indent: "    ", lead: "  ")
        } + Paragraph.lines("What was wrong: \(because)", indent: "  ", lead: "")
    }

    private func json(_ wrong: [CorrectableMessage], written: Bool) -> JSON {
        .object([
            ("written", .bool(written)),
            (
                "messages",
                .array(
                    wrong.map { message in
                        let facts = message.facts
                        return .object([
                            ("message", .int(Int(message.message.value))),
                            ("recipient", .string((facts.intended ?? facts.recipient).name)),
                            ("channel", .string(facts.channel.description)),
                            ("delivered", .string(message.deliveredAt.rfc3339)), ("subject", .string(facts.subject)),
                            (
                                "references",
                                .array(facts.entries.flatMap { [$0.reference] + $0.merged }.map(JSON.string))
                            ),
                        ])
                    })
            ),
        ])
    }
}
