// `duewatch answer`: what an owner said is recorded, for one target or several, after its effects were shown.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders

struct AnswerCommand: TaughtCommand {
    static let lesson = Lesson(
        "answer", "Record what an owner said of a target.",
        usage:
            "answer REFERENCE... WHAT-WAS-SAID --by WHO --on DAY\n    --because TEXT [--owner POST] [--yes] [--format json]",
        text: """
            Shows first which reminders stop or are armed again, and asks. All of the targets are answered, or none. \
            Without --owner the answer holds for every owner of a joint target. The owner gets a receipt. `duewatch \
            amend` undoes an answer.
            """,
        examples: [
            .init(
                "answer remand-2024/6.2 --done --by 'Sam Okafor' --on 2026-11-20 --because 'guidance published'",
                "it is done"),
            .init(
                "answer remand-2024/3.1 remand-2024/3.2 --on-track --until 2027-01-15 --by 'A. Reyes' "
                    + "--on 2026-11-20 --because 'email of that day'", "no reminder until then"),
            .init(
                "answer remand-2024/4.1 --new-date 'end of March 2027' --by 'A. Reyes' --on 2026-11-20 "
                    + "--because 'agreed by the board' --owner 'Head of Custody'", "a phrase, read as a plan's is"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("One or several references.", valueName: "reference"))
    var references: [String]

    @OptionGroup(title: "What was said (one of)") var said: Said

    @Option(help: ArgumentHelp("Who said it.", valueName: "who"), transform: Required.read)
    var by: String

    @Option(help: ArgumentHelp("The day it was said.", valueName: "day"), transform: Day.read)
    var on: CivilDate

    @Option(help: ArgumentHelp("Why, or where it is written.", valueName: "text"), transform: Required.read)
    var because: String

    @Option(help: ArgumentHelp("The one post it was said for.", valueName: "post"))
    var owner: String?

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        guard on <= installation.today else {
            throw Failure(.usage, "--on \(on) is after today, \(installation.today): expected the day it was said")
        }
        let entry = AnswerEntry(
            references: references, kind: try said.kind(on: on), by: by, on: on, because: because, ownerPost: owner)
        let author = Author(login: Login.name(), by: by)
        let preview = try installation.rehearsing { copy, policy in
            try copy.answer(entry, administrator: administrator(policy).id, by: author, at: installation.now).effects
        }
        if !confirmation.yes {
            for line in EffectReport.lines(preview, isDone: false) { Output.aside(line) }
        }
        try confirmation.ask("Record this answer", again: Invocation.words)
        let done = try installation.writing { register in
            try register.answer(
                entry, administrator: administrator(installation.policy(in: register)).id,
                receiptFrom: installation.nextWindow, by: author, at: installation.now)
        }
        guard !format.isJSON else {
            return try Output.json(
                .object([("answer", .int(Int(done.id.value))), ("effects", .array(done.effects.map(\.json)))]))
        }
        try Output.lines(
            EffectReport.lines(done.effects, isDone: true)
                + ["recorded as answer \(done.id); `duewatch amend \(done.id) --because TEXT` undoes it"])
    }
    /// Who gets the receipt where nobody stands for the post: the plan's own administrator.
    private func administrator(_ policy: Policy) -> PersonFacts {
        policy.administrator(of: references.first.map(Reference.plan))
    }
}
