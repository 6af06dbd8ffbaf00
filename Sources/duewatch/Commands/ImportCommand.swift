// `duewatch import`: a published plan goes into the register, with every doubt said. It sends nothing: what is new or
// changed waits for `duewatch arm`.

import ActionPlans
import ArgumentParser
import Documents
import Register

struct ImportCommand: TaughtCommand {
    static let lesson = Lesson(
        "import", "Read a published plan in; nothing is sent.",
        usage: "import FILE --as NAME [--map COLUMN=FIELD] [--by WHO] [--yes]\n"
            + "duewatch import FILE --dry-run [--format json]\nduewatch import --template",
        text: """
            Reads recommendations, responses, owners and target dates from a plan's table and says what it could not \
            read for certain. The file may be text with tabs, CSV, a web page, DOCX, XLSX, or a PDF where \
            poppler-utils is installed; its kind is found from its content. A later edition is imported under the same name: \
            what it changes is shown first, date by date, and nothing that it leaves out disappears without a row on \
            the worklist. Target dates that are certainly the same stay armed, all else waits for `duewatch arm`. The \
            same file again changes nothing.
            """,
        examples: [
            .init("import plan.txt --dry-run", "what it reads, and every doubt; changes nothing and needs no register"),
            .init("import plan.txt --as remand-2024", "take it in; its references begin with remand-2024/"),
            .init("import --dry-run --format json -", "the draft for a script, from standard input"),
            .init("import plan.csv --dry-run --map 'Who does it=owner'", "a column under a heading of its own"),
            .init("import --template", "a table as CSV, to fill in with a spreadsheet program"),
        ],
        statuses: [
            (.attention, "read, and something stands on the worklist (`duewatch worklist`)"),
            (.badData, "not readable as a plan; nothing was changed"),
            (.noInput, "there is no such file"),
            (.inputOutput, "the disk is full or failed; nothing was changed"),
        ])

    @Argument(help: ArgumentHelp("The plan's file; - reads standard input.", valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("map"),
        help: ArgumentHelp("Take the column under this heading for a field.", valueName: "column=field"))
    var columns: [String] = []

    @Flag(help: "Print a table to fill in.")
    var template = false

    @Option(
        name: .customLong("as"), help: ArgumentHelp("The plan's short name, for its references.", valueName: "name"),
        transform: PlanName.read)
    var name: String?

    @Flag(help: "Show what would be read; change nothing.")
    var dryRun = false

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var by: AuthorOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        if template { return }
        guard file != nil else { throw ValidationError("expected the plan's file, or --template") }
        guard dryRun || name != nil else {
            throw ValidationError(
                "expected --as NAME, the short name that the plan's references begin with (remand-2024), or --dry-run")
        }
    }

    func run() throws {
        if template { return try Output.verbatim(DocumentTemplate.csv) }
        guard let file else { return }
        // Before the document: who waited for a long one should not be told then that the settings are missing.
        let installation = dryRun ? nil : try Installation(place)
        let plan = try Progress.during("reading \(file)") { try PlanFile.read(file, mapping: columns) }
        let draft = plan.draft
        guard !dryRun else {
            try format.isJSON ? Output.json(draft.json) : Output.lines(DraftReport(draft).lines)
            if !draft.problems.isEmpty { throw ExitCode(ExitStatus.attention.rawValue) }
            return
        }
        guard let name, let installation else { return }
        let again =
            "import \(Invocation.quoted(file)) --as \(name)"
            + columns.map { " --map \(Invocation.quoted($0))" }.joined()
        try confirmTitle(of: draft, as: name, installation, again: again)
        try confirmChanges(of: plan, as: name, installation, again: again)
        let count = draft.recommendations.count
        let adoption = try Progress.counting("taking in \(Words.count(count, "recommendation"))", to: count) { isDone in
            try installation.writing { register in
                try register.adopt(
                    draft, as: name, source: plan.source, by: by.author, at: installation.now, progress: isDone)
            }
        }
        let report = AdoptionReport(adoption, draft: draft)
        try format.isJSON ? Output.json(report.json) : Output.lines(report.lines)
        if !adoption.worklist.isEmpty { throw ExitCode(ExitStatus.attention.rawValue) }
    }

    /// Shows what a later edition changes, before it is adopted. A plan that comes for the first time changes nothing.
    private func confirmChanges(
        of plan: PlanFile, as name: String, _ installation: Installation, again: String
    ) throws {
        // The report afterwards has the same, for those who are not asked.
        guard !confirmation.yes else { return }
        let preview: Adoption
        do {
            let count = plan.draft.recommendations.count
            preview = try Progress.counting("comparing \(Words.count(count, "recommendation"))", to: count) { isDone in
                try installation.reading { register in
                    _ = try register.plan(named: name)
                    return try register.compare(
                        plan.draft, as: name, source: plan.source, by: by.author, at: installation.now,
                        progress: isDone)
                }
            }
        } catch RegisterError.noSuchPlan, RegisterError.absent {
            return
        }
        guard !preview.difference.changes.isEmpty else { return }
        for line in DifferenceReport(preview.difference).lines { Output.aside(line) }
        try confirmation.ask(
            "Adopt these \(Words.count(preview.difference.changes.count, "change"))", again: again)
    }

    /// A plan under another title is more likely a slip of the name than a new edition.
    private func confirmTitle(
        of draft: PlanDraft, as name: String, _ installation: Installation, again: String
    ) throws {
        let known: PlanSummary
        do {
            known = try installation.reading { try $0.plan(named: name) }
        } catch RegisterError.noSuchPlan, RegisterError.absent {
            return
        }
        guard known.title != draft.title else { return }
        Output.aside("\(name) is \"\(known.title)\" so far; this file is \"\(draft.title)\".")
        try confirmation.ask("Take it as a later edition of \(name)", again: again)
    }
}
