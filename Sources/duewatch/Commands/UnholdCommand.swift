// `duewatch unhold`: a hold ends before its day.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct UnholdCommand: TaughtCommand {
    static let lesson = Lesson(
        "unhold", "End a hold before its day.",
        usage: """
            unhold HOLD|PLAN|REFERENCE --because TEXT --by WHO
            duewatch unhold --owner POST --because TEXT --by WHO
            duewatch unhold --channel CHANNEL --because TEXT --by WHO
            """,
        text: """
            HOLD is the number that `duewatch holds` shows; for a plan, reference, post or channel every hold on it \
            ends. What was held is looked at again at once: each target gets its latest stage, in the next window.
            """,
        examples: [
            .init("unhold 3 --because 'the wording is agreed' --by 'A. Reyes'", "one hold"),
            .init("unhold remand-2024 --because 'the election is over' --by 'A. Reyes'", "all on the plan itself"),
        ],
        statuses: .register)

    @OptionGroup var options: HoldOptions

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @Option(help: ArgumentHelp("Who wants it.", valueName: "who"), transform: Required.read)
    var by: String

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let author = Author(login: Login.name(), by: by)
        let chosen = try installation.reading(chosen(installation))
        let ended = try installation.writing { register in
            try chosen.map {
                try register.endHold(
                    $0, because: because, on: installation.today, leavingFrom: installation.nextWindow, by: author,
                    at: installation.now)
            }
        }
        guard !format.isJSON else {
            return try Output.json(.object([("ended", .array(ended.map { .int(Int($0.id.value)) }))]))
        }
        try Output.lines(
            ended.isEmpty
                ? ["\(options.subject) is not held"] : ended.map { "hold \($0.id) on \($0.subject) has ended" })
    }

    private func chosen(_ installation: Installation) -> (Store) throws -> [HoldID] {
        { register in
            // The name of a plan begins with a letter.
            if let number = options.name.flatMap({ Int64($0) }) { return [HoldID(number)] }
            return try register.holds(of: options.subject, on: installation.today).map(\.id)
        }
    }
}
