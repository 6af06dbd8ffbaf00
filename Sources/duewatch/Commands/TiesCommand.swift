// `duewatch ties`: targets that nothing ties to one owner for certain; likely ties are released here.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct TiesCommand: TaughtCommand {
    static let lesson = Lesson(
        "ties", "List owners who are not certain, and release them.",
        usage: "ties PLAN [--format json]\nduewatch ties PLAN --release REFERENCE... --by WHO --because TEXT [--yes]\n"
            + "duewatch ties PLAN --release all --by WHO --because TEXT [--yes]",
        text: """
            An owner is told of a target only where the words, the row, a decision, or being the recommendation's only \
            owner tie it to them. Until then the administrator is told in their place as its date comes near. Where a \
            step that may mean the target names a post, the tie is likely, and --release makes it certain; where \
            nothing does, `duewatch settle REFERENCE --owner POST` says whose it is. A release is a decision like any \
            other, and outlasts the next import.
            """,
        examples: [
            .init("ties remand-2024", "what waits, and on whom"),
            .init(
                "ties remand-2024 --release remand-2024/3.2 --by 'A. Reyes' --because 'read with the unit'", "one"),
            .init("ties remand-2024 --release all --by 'A. Reyes' --because 'read with the units'", "every likely one"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The plan.", valueName: "plan"))
    var plan: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Targets whose likely owners become certain, or all.", valueName: "reference"))
    var release: [String] = []

    @Option(help: ArgumentHelp("Who decided.", valueName: "who"), transform: Required.read)
    var by: String?

    @Option(help: ArgumentHelp("Why, or where it is written.", valueName: "text"), transform: Required.read)
    var because: String?

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard !release.isEmpty else { return }
        if by == nil { throw ValidationError("--by WHO is missing: who decided?") }
        if because == nil { throw ValidationError("--because TEXT is missing: why, or where is it written?") }
    }

    func run() throws {
        let installation = try Installation(place)
        let ties = try installation.reading { try $0.looseTies(plan: plan) }
        guard let by, let because, !release.isEmpty else { return try list(ties) }
        let decisions = try chosen(ties).map { tie in
            Decision(
                plan: plan, reference: tie.reference, doubt: nil, kind: .owner(tie.likely), by: by, because: because)
        }
        guard !decisions.isEmpty else {
            return try format.isJSON ? Output.json(.array([])) : Output.lines(["\(plan) has no likely tie to release"])
        }
        let author = Author(login: Login.name(), by: by)
        let preview = try installation.reading {
            try $0.previewDecisions(decisions, by: author, at: installation.now)
        }
        if !confirmation.yes {
            for line in DecisionReport(preview).lines { Output.aside(line) }
        }
        try confirmation.ask("Release \(Words.count(decisions.count, "target"))", again: Invocation.words)
        let done = try installation.writing { try $0.decide(decisions, by: author, at: installation.now) }
        let report = DecisionReport(done)
        guard !format.isJSON else { return try Output.json(report.json) }
        try Output.lines(
            (confirmation.yes ? report.lines : []) + ["released: \(Words.count(decisions.count, "target"))"])
    }

    private func chosen(_ ties: [LooseTie]) throws -> [LooseTie] {
        if release == ["all"] { return ties.filter { !$0.likely.isEmpty } }
        return try release.map { reference in
            guard let tie = ties.first(where: { $0.reference == reference }) else {
                throw Failure(
                    .badData,
                    "\(reference) does not wait for an owner to be released; `duewatch ties \(plan)` lists "
                        + "those that do")
            }
            guard !tie.likely.isEmpty else {
                throw Failure(
                    .badData, "\(reference): no owner of it is likely, so a person has to say whose it is",
                    "run `duewatch settle \(reference) --owner POST --by WHO --because TEXT`")
            }
            return tie
        }
    }

    private func list(_ ties: [LooseTie]) throws {
        guard !format.isJSON else { return try Output.json(.array(ties.map(\.json))) }
        guard !ties.isEmpty else { return try Output.lines(["every chased target of \(plan) has a certain owner"]) }
        let lines = ties.flatMap { tie in
            Paragraph.lines(
                "\(tie.reference)  \(tie.phrase)\(tie.due.map { " (\($0))" } ?? "")", indent: "  ", lead: "")
                + tie.likely.flatMap { Paragraph.lines("likely: \($0)", indent: "    ", lead: "  ") }
                + tie.others.flatMap { Paragraph.lines("named: \($0)", indent: "    ", lead: "  ") }
        }
        let likely = ties.count { !$0.likely.isEmpty }
        try Output.lines(
            lines + [
                "\(Words.count(ties.count, "target")) without a certain owner, \(likely) with a likely one"
                    + (likely > 0 ? ": duewatch ties \(plan) --release all" : "")
            ])
    }
}

extension LooseTie {
    fileprivate var json: JSON {
        .object([
            ("reference", .string(reference)), ("phrase", .string(phrase)), ("due", .text(due?.description)),
            ("likely", .array(likely.map(JSON.string))), ("named", .array(others.map(JSON.string))),
            ("armed", .bool(isArmed)),
        ])
    }
}
