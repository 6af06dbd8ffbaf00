// `duewatch owners export`: the posts and their people as a file that `owners import` reads.

import ArgumentParser
import Configuration
import Documents
import Register
import Reminders

struct OwnersExportCommand: TaughtCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable { case yaml, csv }

    static let lesson = Lesson(
        "export", "Write owners as a file that import reads.",
        usage: "owners export [--format yaml|csv] [--post POST] [--body BODY]\n    [--out FILE]",
        text: """
            The posts, their people with their days, and the absences that have not ended. The sheet has one row for \
            each person in a seat of a post. A cell that a spreadsheet program would run as a formula begins with an \
            apostrophe, which reading it takes away. A file of --out replaces none, and only you can read it.
            """,
        examples: [
            .init("owners export", "YAML, to standard output"),
            .init("owners export --format csv --out owners.csv", "for a spreadsheet program"),
            .init("owners export --post 'Head of Custody'", "one post, to be changed and imported"),
        ],
        statuses: [(.cannotCreate, "there is a file of that name, or it cannot be made")] + .register)

    @Option(help: ArgumentHelp("YAML, or comma-separated values.", valueName: "yaml|csv"))
    var format: Format = .yaml

    @Option(help: ArgumentHelp("Only this post, in any spelling.", valueName: "post"), transform: Required.read)
    var post: String?

    @Option(help: ArgumentHelp("Only posts of this body.", valueName: "body"), transform: Required.read)
    var body: String?

    @Option(help: ArgumentHelp("Write to this new file.", valueName: "file"))
    var out: String?

    @OptionGroup var place: PlaceOptions

    func run() throws {
        let installation = try Installation(place)
        let today = installation.today
        let (all, absences) = try installation.reading { register in
            (try register.owners(), try register.absences(from: today))
        }
        let owners = all.filter { owner in
            (post.map { PostSpelling.is($0, of: owner.entry) } ?? true) && owner.isOf(body: body)
        }
        guard !owners.isEmpty || (post == nil && body == nil) else {
            throw Failure(.badData, "no owner matches; `duewatch owners` lists them")
        }
        let posts = Set(owners.map(\.entry.post))
        let away = absences.filter { !posts.isDisjoint(with: $0.posts) }.map(\.entry)
        let text =
            switch format {
            case .yaml:
                OwnersFile.write(owners.map(\.entry), absences: away, heading: Self.heading, notes: notes(owners))
            case .csv: SheetText.written(OwnersFile.rows(owners.map(\.entry), absences: away))
            }
        try NewFile.write(text, to: out ?? "-")
        if let out, out != "-" { try Output.lines(["\(out): \(Words.count(owners.count, "owner"))"]) }
    }

    private func notes(_ owners: [OwnerRecord]) -> [String: [String]] {
        let notes = owners.map {
            ($0.entry.post, ["\(Words.count($0.openTargets, "open target")): \(Words.list($0.plans))"])
        }
        return Dictionary(notes, uniquingKeysWith: { first, _ in first })
    }

    private static let heading = [
        "Posts and the people who stand for them.", "Change it, then run `duewatch owners import FILE`.",
    ]
}

extension OwnerRecord {
    /// Whether the post belongs to a body, by what a person set or by what the post suggests; capitals do not matter.
    func isOf(body: String?) -> Bool {
        guard let body else { return true }
        return entry.bodyOrSuggestion.map(PostSpelling.normalised) == PostSpelling.normalised(body)
    }
}
