// `duewatch joint`: what it means that several posts answer for one target.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct JointCommand: TaughtCommand {
    static let lesson = Lesson(
        "joint", "Say what joint ownership of a target means.",
        usage: "joint REFERENCE all|any|lead [--lead POST] --by WHO\n    --because TEXT\n"
            + "duewatch joint PLAN all|any|lead --by WHO --because TEXT",
        text: """
            all: each owner has to answer, and each has a ladder of their own; so it is where nobody says otherwise. \
            any: the first answer is an answer for all. lead: one is chased and answers; the others get copies, but \
            of nothing that tells of lateness. Without --lead the owner printed first leads. For a plan it is the \
            rule of every target without one of its own. No message tells one owner how another stands.
            """,
        examples: [
            .init(
                "joint remand-2024/6.2 lead --lead 'Head of Custody' --by 'A. Reyes' --because 'agreed on 3 May'",
                "one leads, the others are copied"),
            .init("joint remand-2024 any --by 'A. Reyes' --because 'the board decided'", "a rule for the plan"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("A target's reference, or a plan's name.", valueName: "reference"))
    var subject: String

    @Argument(help: ArgumentHelp("all, any or lead.", valueName: "meaning"))
    var meaning: String

    @Option(help: ArgumentHelp("The post that leads.", valueName: "post"), transform: Required.read)
    var lead: String?

    @Option(help: ArgumentHelp("Who decided.", valueName: "who"), transform: Required.read)
    var by: String

    @Option(help: ArgumentHelp("Why, or where it is written.", valueName: "text"), transform: Required.read)
    var because: String

    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard JointMeaning.names.contains(meaning) else {
            throw ValidationError("expected all, any or lead, found \u{201C}\(meaning)\u{201D}")
        }
        if lead != nil, meaning != "lead" { throw ValidationError("--lead POST goes with lead") }
    }

    func run() throws {
        let installation = try Installation(place)
        let author = Author(login: Login.name(), by: by)
        let decision = JointDecision(subject: subject, meaning: meaning, lead: lead, by: by, because: because)
        let preview = try installation.reading {
            try $0.previewJoint(decision, by: author, at: installation.now)
        }
        let lines = preview.flatMap(Self.lines)
        if !confirmation.yes {
            for line in lines { Output.aside(line) }
        }
        try confirmation.ask("Record it for \(Words.count(preview.count, "target"))", again: Invocation.words)
        let done = try installation.writing { try $0.setJoint(decision, by: author, at: installation.now) }
        guard !format.isJSON else { return try Output.json(.array(done.map(\.json))) }
        try Output.lines((confirmation.yes ? lines : []) + ["recorded: \(Words.count(done.count, "target")) changed"])
    }

    private static func lines(_ effect: JointEffect) -> [String] {
        Paragraph.lines(
            "\(effect.reference): \(effect.after); before: \(effect.before)"
                + (effect.completes ? "; what was answered is enough, so it is completed" : ""), indent: "    ",
            lead: "")
    }
}

extension JointEffect {
    fileprivate var json: JSON {
        .object([
            ("reference", .string(reference)), ("owners", .array(owners.map(JSON.string))),
            ("before", .string(before)), ("after", .string(after)), ("completes", .bool(completes)),
        ])
    }
}
