// `duewatch owners list`, which `duewatch owners` means: to look at, or as the file that `owners import` reads.

import ActionPlans
import ArgumentParser
import CivilTime
import Configuration
import Register
import Reminders

struct OwnersListCommand: TaughtCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case text, yaml, json }

    static let lesson = Lesson(
        "list", "List the posts, and who stands for them.",
        usage: """
            owners [--unresolved] [--body BODY] [--format text|yaml|json]
            duewatch owners --silent [--format text|json]
            """,
        text: """
            With --unresolved only those for which nobody can be told, as YAML to fill in and give back to `duewatch \
            owners import`. Until then what concerns them goes to the administrator, saying so. With --silent it lists \
            who was introduced to a plan and has said nothing since.
            """,
        examples: [
            .init("owners", "a table"), .init("owners --unresolved", "the YAML to fill in"),
            .init("owners --body 'Ministry of Justice'", "the posts of one body"),
            .init("owners --format yaml", "all of them, as a file that can be edited and imported"),
        ],
        statuses: .register)

    @Flag(help: "Only posts for which nobody can be told.")
    var unresolved = false

    @Flag(help: "Who has not answered their introduction.")
    var silent = false

    @Option(help: ArgumentHelp("Only posts of this body.", valueName: "body"), transform: Required.read)
    var body: String?

    @Option(help: ArgumentHelp("yaml with --unresolved, else text.", valueName: "text|yaml|json"))
    var format: Format?

    @OptionGroup var place: PlaceOptions

    func validate() throws {
        guard silent, unresolved || body != nil || format == .yaml else { return }
        throw ValidationError("expected --silent alone, or with --format text or json")
    }

    func run() throws {
        let installation = try Installation(place)
        let today = installation.today
        guard !silent else {
            let people = try installation.reading { try $0.silent(mode: installation.settings.mode, on: today) }
            guard format == .json else {
                return try Output.lines(SilentTable.lines(people, zone: installation.zone))
            }
            return try Output.json(.array(people.map(\.json)))
        }
        let all = try installation.reading { try $0.owners() }.filter { $0.isOf(body: body) }
        // A post that only earlier editions name has nobody to be told of anything.
        let owners = unresolved ? all.filter { $0.isUnresolved && $0.openTargets > 0 } : all
        switch format ?? (unresolved ? .yaml : .text) {
        case .text: try Output.lines(OwnerTable.lines(owners, on: today))
        case .json: try Output.json(.array(owners.map { $0.json(on: today) }))
        case .yaml: try Output.verbatim(yaml(owners))
        }
    }

    private func yaml(_ owners: [OwnerRecord]) -> String {
        let heading = [
            unresolved ? "Posts for which nobody can be told yet." : "Posts and the people who stand for them.",
            "Fill in names and addresses, then run `duewatch owners import FILE`.",
        ]
        let notes = owners.map {
            ($0.entry.post, ["\(Words.count($0.openTargets, "open target")): \(Words.list($0.plans))"])
        }
        return OwnersFile.write(
            owners.map(\.entry), heading: heading, notes: Dictionary(notes, uniquingKeysWith: { first, _ in first }))
    }
}
