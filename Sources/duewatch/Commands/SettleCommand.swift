// `duewatch settle`: what a person decided about doubts is recorded, after its effect was shown: one decision, or a
// sheet or file of them, all or nothing.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct SettleCommand: TaughtCommand {
    static let lesson = Lesson(
        "settle", "Record what was decided about a doubt.",
        usage: "settle REFERENCE DECISION --by WHO --because TEXT\n    [--doubt N] [--yes]\n"
            + "duewatch settle PLAN --doubt N --dismiss --by WHO --because TEXT\n"
            + "duewatch settle --undo N --by WHO --because TEXT [--yes]\n"
            + "duewatch settle --from FILE --by WHO [--yes]\nduewatch settle [PLAN] --export FILE",
        text: """
            `duewatch review` shows the doubts and what settles each. A date is a correction of what was misread: \
            reminders start over from it, and it counts as no extension. A decision stands as long as the document \
            prints what it was about; the next import asks no second time.

            --undo takes a decision back by the number that `duewatch review PLAN --settled` gives it: what it put \
            aside stands again, and the doubts that it settled are open.

            --from takes the sheet of `duewatch review --out`, or what --export wrote in another register: every cell \
            that is bad or no longer true is named, and then nothing is taken.
            """,
        examples: [
            .init(
                "settle remand-2024/3.2 --date '30 June 2024' --by 'A. Reyes' --because 'the annex says so'",
                "the date that could not be read"),
            .init("settle remand-2024/3.2 --action b --by 'A. Reyes' --because 'read with its author'", "its step"),
            .init(
                "settle remand-2024/5.1 --owner 'Head of Custody' --by 'A. Reyes' --because 'email of 3 May'",
                "who answers for it"),
            .init(
                "settle remand-2024/7.1 --same-as remand-2024/2.1 --by 'A. Reyes' --because 'one report'", "chased once"
            ),
            .init(
                "settle --undo 7 --by 'A. Reyes' --because 'it was the other annex'", "a decision that was wrong"),
            .init("settle --from doubts.csv --by 'A. Reyes'", "a filled-in sheet, all or nothing"),
            .init("settle remand-2024 --export decisions.json", "for another register"),
        ],
        statuses: [
            (.attention, "you answered no; nothing was changed"),
            (.badData, "a cell is bad or stale, or the decision cannot stand; nothing was changed"),
            (.noInput, "there is no such file, register or settings file"),
        ])

    @Argument(help: ArgumentHelp("A target's reference, or a plan's name.", valueName: "reference"))
    var subject: String?

    @OptionGroup(title: "What was decided (one of)") var chosen: Chosen

    @Option(help: ArgumentHelp("Only the doubt with this number.", valueName: "number"))
    var doubt: Int64?

    @Option(help: ArgumentHelp("Who decided.", valueName: "who"), transform: Required.read)
    var by: String?

    @Option(help: ArgumentHelp("Why, or where it is written.", valueName: "text"), transform: Required.read)
    var because: String?

    @Option(help: ArgumentHelp("Take back the decision with this number.", valueName: "number"))
    var undo: Int64?

    @Option(help: ArgumentHelp("A filled-in sheet, or decisions of another register.", valueName: "file"))
    var from: String?

    @Option(help: ArgumentHelp("Write the decisions to this new file; - is standard output.", valueName: "file"))
    var export: String?

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        let ways = [from != nil, export != nil, undo != nil, !chosen.given.isEmpty].count { $0 }
        guard ways == 1 else {
            throw ValidationError(
                "expected one of a decision (--date, --none, --owner, --action, --same-as, --keep, --dismiss, "
                    + "--post), --undo N, --from FILE and --export FILE")
        }
        if export == nil, by == nil { throw ValidationError("--by WHO is missing: who decided?") }
        guard undo != nil || !chosen.given.isEmpty else { return }
        if undo == nil, subject == nil {
            throw ValidationError("expected the reference that it is about, as remand-2024/3.2")
        }
        if because == nil { throw ValidationError("--because TEXT is missing: why, or where is it written?") }
    }

    func run() throws {
        let installation = try Installation(place)
        if let export { return try write(export, installation) }
        guard let by else { return }
        if let undo { return try takeBack(undo, by: by, installation) }
        let asked =
            try from.map { try DecisionsSource(path: $0, plan: subject, by: by).read(installation) } ?? typed(by)
        let author = Author(login: Login.name(), by: by)
        let preview = try installation.reading {
            try $0.previewDecisions(asked.decisions, owners: asked.owners, by: author, at: installation.now)
        }
        guard !preview.isEmpty else {
            return try format.isJSON
                ? Output.json(DecisionReport(preview).json) : Output.lines(["the register says all of this already"])
        }
        if !confirmation.yes {
            for line in DecisionReport(preview).lines { Output.aside(line) }
        }
        try confirmation.ask("Record \(DecisionReport(preview).count)", again: Invocation.words)
        let done = try installation.writing {
            try $0.decide(asked.decisions, owners: asked.owners, by: author, at: installation.now)
        }
        let report = DecisionReport(done)
        guard !format.isJSON else { return try Output.json(report.json) }
        try Output.lines((confirmation.yes ? report.lines : []) + ["recorded: \(report.count)"])
    }

    private func takeBack(_ number: Int64, by: String, _ installation: Installation) throws {
        guard let because else { return }
        let author = Author(login: Login.name(), by: by)
        let preview = try installation.reading {
            try $0.previewUndoing(number, by: by, because: because, author: author, at: installation.now)
        }
        if let subject, subject != preview.subject, subject != preview.decision.plan {
            throw Failure(
                .usage, "decision \(number) is about \(preview.subject), and not about \(subject)",
                "`duewatch review \(preview.decision.plan) --settled` lists the decisions")
        }
        if !confirmation.yes {
            for line in DecisionReport.undoing(preview, isDone: false) { Output.aside(line) }
        }
        try confirmation.ask("Take decision \(number) back", again: Invocation.words)
        let done = try installation.writing {
            try $0.undo(number, by: by, because: because, author: author, at: installation.now)
        }
        guard !format.isJSON else { return try Output.json(done.json) }
        try Output.lines(
            (confirmation.yes ? DecisionReport.undoing(done, isDone: true) : []) + ["decision \(number) was taken back"]
        )
    }

    private func typed(_ by: String) -> DecisionsSource.Asked {
        guard let subject, let kind = chosen.kind, let because else { return DecisionsSource.Asked() }
        let isReference = subject.contains("/")
        return DecisionsSource.Asked(
            decisions: [
                Decision(
                    plan: Decision.plan(of: subject), reference: isReference ? subject : nil,
                    doubt: doubt.map(DoubtName.number), kind: kind, by: by, because: because)
            ])
    }

    private func write(_ path: String, _ installation: Installation) throws {
        let decisions = try installation.reading { try $0.decisions(plan: subject) }
        try NewFile.write(DecisionsFile.json(decisions).pretty + "\n", to: path)
        guard path != "-" else { return }
        try Output.lines(["\(path): \(Words.count(decisions.count, "decision"))"])
    }
}
