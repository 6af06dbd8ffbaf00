// `duewatch review`: what of a plan waits for a person, with the text around it; or all of it as a sheet to fill in.

import ArgumentParser
import Documents
import Register
import Reminders

struct ReviewCommand: TaughtCommand {
    static let lesson = Lesson(
        "review", "Show each doubt of a plan and what settles it.",
        usage: "review PLAN [--out FILE.csv | --settled] [--format json]",
        text: """
            Every row of the worklist with its recommendation, step, phrase and line, and the command that settles it. \
            --out writes one sheet of doubts, targets and owners, to be filled in with a spreadsheet program: in the \
            columns decision, value and because, and in those for names and addresses. `duewatch settle --from` \
            takes it back. The file holds addresses: only you can read it. --settled lists what was decided so far, by whom \
            and why, and how to take each back.
            """,
        examples: [
            .init("review remand-2024", "each doubt with its choices"),
            .init("review remand-2024 --settled", "what was decided, and by whom"),
            .init("review remand-2024 --out doubts.csv", "as a sheet; it replaces no file"),
        ],
        statuses: [(.cannotCreate, "there is a file of that name, or it cannot be made")] + .register)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
    var plan: String

    @Option(help: ArgumentHelp("Write a sheet to this new file; - is standard output.", valueName: "file"))
    var out: String?

    @Flag(help: "What was decided so far, instead of what is open.")
    var settled = false

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        if settled, out != nil { throw ValidationError("--settled writes no sheet: expected it without --out") }
    }

    func run() throws {
        guard !settled else { return try showSettled() }
        let review = try Installation(place).reading { try $0.review(plan: plan) }
        if let out {
            try NewFile.write(SheetText.written(ReviewSheet.rows(review)), to: out)
            guard out != "-" else { return }
            return try Output.lines([
                "\(out): \(Words.count(review.doubts.count, "doubt")), \(Words.count(review.targets.count, "target")), "
                    + Words.count(review.owners.count, "owner"),
                "fill it in, then: duewatch settle --from \(Invocation.quoted(out)) --by WHO",
            ])
        }
        let report = ReviewReport(review)
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
    }

    private func showSettled() throws {
        let installation = try Installation(place)
        let decisions = try installation.reading { try $0.recordedDecisions(plan: plan) }
        let report = RecordedReport(decisions, plan: plan, zone: installation.zone)
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
    }
}
