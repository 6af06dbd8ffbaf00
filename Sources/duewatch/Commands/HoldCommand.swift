// `duewatch hold`: nothing is delivered for a plan, target, post or channel until the end of a day.

import ActionPlans
import ArgumentParser
import CivilTime
import Register
import Reminders

struct HoldCommand: TaughtCommand {
    static let lesson = Lesson(
        "hold", "Hold back a plan, target, owner or channel.",
        usage: """
            hold PLAN|REFERENCE --until DAY --because TEXT --by WHO
            duewatch hold --owner POST --until DAY --because TEXT --by WHO
            duewatch hold --channel CHANNEL --until DAY --because TEXT --by WHO
            """,
        text: """
            To the end of the day nothing is sent for it. Then the ladder goes on by itself, with the latest stage. \
            What a channel would carry waits, and costs no try. The administrator is warned two working days before the end. `duewatch unhold` ends it \
            sooner; `duewatch holds` lists them.
            """,
        examples: [
            .init(
                "hold remand-2024 --until 2027-05-07 --because 'election period' --by 'A. Reyes'",
                "the whole plan, to the end of that day"),
            .init(
                "hold remand-2024/6.2 --until 2027-01-15 --because 'wording in dispute' --by 'A. Reyes'",
                "one target"),
            .init(
                "hold --owner 'Head of Custody' --until 2027-01-08 --because 'post is vacant' --by 'A. Reyes'",
                "all that one post answers for; the other owners of joint targets are told"),
            .init(
                "hold --channel webhook:case-system --until 2026-12-04 --because 'it is moved' --by Ops",
                "one way out"),
        ],
        statuses: .register)

    @OptionGroup var options: HoldOptions

    @Option(help: ArgumentHelp("The last day of it.", valueName: "day"), transform: Day.read)
    var until: CivilDate

    @Option(help: ArgumentHelp("Why.", valueName: "text"), transform: Required.read)
    var because: String

    @Option(help: ArgumentHelp("Who wants it.", valueName: "who"), transform: Required.read)
    var by: String

    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        try checkChannel(installation)
        let entry = HoldEntry(subject: options.subject, until: until, because: because, by: by)
        let author = Author(login: Login.name(), by: by)
        // Looked for before anything is opened for writing, which would make an empty register.
        _ = try installation.reading { try $0.holds(of: entry.subject, on: installation.today) }
        let (hold, isNew) = try installation.writing {
            try $0.placeHold(entry, on: installation.today, by: author, at: installation.now)
        }
        guard !format.isJSON else { return try Output.json(hold.json(isEnding: installation.isEnding(hold))) }
        let then =
            hold.isOfChannel
            ? "Its messages wait, and leave after that." : "Nothing is sent for it; the ladder goes on after that."
        try Output.lines(
            HoldReport.lines(hold, isEnding: false) + [isNew ? then : "The register says so already."]
                + (hold.isOutlasted ? ["Another hold on the same ends later, and counts: `duewatch holds`."] : []))
    }

    private func checkChannel(_ installation: Installation) throws {
        guard case .webhook(let name)? = options.channel else { return }
        let known = installation.settings.endpoints.map(\.name)
        guard !known.contains(name) else { return }
        throw Failure(
            .usage, "--channel webhook:\(name): the settings have no such endpoint",
            known.isEmpty ? "no webhooks are set up" : "expected webhook:NAME with \(Words.list(known))")
    }
}
