// `duewatch owners merge`: two spellings of one post become one, and two again.

import ActionPlans
import ArgumentParser
import Register
import Reminders

struct OwnersMergeCommand: TaughtCommand {
    static let lesson = Lesson(
        "merge", "Make one post of two spellings.",
        usage: """
            owners merge SPELLING POST [--by WHO] [--yes]
            duewatch owners merge --undo SPELLING [--by WHO] [--yes]
            """,
        text: """
            SPELLING becomes another spelling of POST: its targets, answers and reminders are POST's from then on, and \
            so are its people, in seats where POST has nobody. What is printed in either spelling means POST. The \
            targets that moved are shown; `duewatch settle REFERENCE --owner` gives one back, and --undo makes two \
            posts of them again, each with the targets, people and answers that it had before.
            """,
        examples: [
            .init("owners merge 'Head of Custody Ops' 'Head of Custody Operations'", "after a look at what it moves"),
            .init("owners merge --undo 'Head of Custody Ops'", "they were two posts after all"),
        ],
        statuses: [(.attention, "you answered no; nothing was changed")] + .register)

    @Argument(help: ArgumentHelp("The spelling that goes.", valueName: "spelling"), transform: Required.read)
    var spelling: String

    @Argument(help: ArgumentHelp("The post that stays.", valueName: "post"), transform: Required.read)
    var post: String?

    @Flag(help: "Make the spelling a post of its own again.")
    var undo = false

    @OptionGroup var by: AuthorOptions
    @OptionGroup var confirmation: ConfirmationOptions
    @OptionGroup var format: FormatOption
    @OptionGroup var place: PlaceOptions

    func validate() throws {
        if undo, post != nil { throw ValidationError("expected one spelling with --undo, found two posts") }
        if !undo, post == nil { throw ValidationError("expected the post that stays after the spelling that goes") }
    }

    func run() throws {
        let installation = try Installation(place)
        if let post, !undo { try merge(into: post, installation) } else { try part(installation) }
    }

    private func merge(into post: String, _ installation: Installation) throws {
        let author = by.author
        let preview = try installation.reading {
            try $0.previewMerge(spelling, into: post, by: author, at: installation.now)
        }
        if !confirmation.yes {
            for line in Self.lines(preview) { Output.aside(line) }
        }
        try confirmation.ask("Make them one post", again: Invocation.words)
        let done = try installation.writing {
            try $0.mergeOwners(spelling, into: post, by: author, at: installation.now)
        }
        guard !format.isJSON else {
            return try Output.json(
                .object([
                    ("from", .string(done.from)), ("into", .string(done.into)),
                    ("references", .array(done.references.map(JSON.string))),
                    ("dropped", .array(done.dropped.map(JSON.string))),
                ]))
        }
        try Output.lines((confirmation.yes ? Self.lines(done) : []) + ["one post: \(done.into)"])
    }

    private func part(_ installation: Installation) throws {
        let author = by.author
        let preview = try installation.reading {
            try $0.previewParting(spelling, by: author, at: installation.now)
        }
        if !confirmation.yes { for line in Self.lines(preview) { Output.aside(line) } }
        try confirmation.ask("Make them two posts again", again: Invocation.words)
        let done = try installation.writing { try $0.partOwners(spelling, by: author, at: installation.now) }
        guard !format.isJSON else {
            return try Output.json(
                .object([
                    ("post", .string(done.post)), ("from", .string(done.from)),
                    ("references", .array(done.references.map(JSON.string))),
                ]))
        }
        try Output.lines((confirmation.yes ? Self.lines(done) : []) + ["a post of its own: \(done.post)"])
    }

    private static func lines(_ parted: OwnersParted) -> [String] {
        let own =
            parted.references.isEmpty
            ? "it has no target"
            : "\(Words.count(parted.references.count, "target")): \(Words.list(parted.references))"
        return Paragraph.lines("\(parted.post) is no longer a spelling of \(parted.from)", indent: "  ", lead: "")
            + Paragraph.lines(own, indent: "    ", lead: "  ")
    }

    private static func lines(_ merged: OwnersMerged) -> [String] {
        let moved =
            merged.references.isEmpty
            ? "no target moves" : "\(Words.count(merged.references.count, "target")): \(Words.list(merged.references))"
        return Paragraph.lines("\(merged.from) becomes a spelling of \(merged.into)", indent: "  ", lead: "")
            + Paragraph.lines(moved, indent: "    ", lead: "  ")
            + merged.dropped.flatMap {
                Paragraph.lines("its \($0) goes: \(merged.into) has one", indent: "    ", lead: "  ")
            }
    }
}
