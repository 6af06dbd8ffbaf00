// `duewatch worklist`: the doubts and faults that wait for a person.

import ActionPlans
import ArgumentParser
import Register

struct WorklistCommand: TaughtCommand {
    static let lesson = Lesson(
        "worklist", "List what a person has to settle.",
        usage: "worklist [PLAN] [--format json]",
        text: """
            Every doubt that the reading of a plan left, every owner that is not certain, every message that was \
            refused: each with its place in the document and its reason. What stands here is not chased by guesswork.
            """,
        examples: [.init("worklist", "of all plans"), .init("worklist remand-2024", "of one")], statuses: .register)

    @Argument(help: ArgumentHelp("The plan; all without it.", valueName: "plan"))
    var plan: String?

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let rows = try Installation(place).reading { try $0.worklist(plan: plan) }
        if format.isJSON { return try Output.json(.array(rows.map(\.json))) }
        try Output.lines(rows.isEmpty ? ["nothing to settle"] : rows.flatMap { WorklistReport.lines($0) })
    }
}
