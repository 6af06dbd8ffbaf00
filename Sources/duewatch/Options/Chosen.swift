// What a person decided about a doubt, as options of which exactly one is given.

import ArgumentParser
import Reminders

struct Chosen: ParsableArguments {
    @Option(help: ArgumentHelp("The date is what this phrase says.", valueName: "phrase"), transform: Required.read)
    var date: String?

    @Flag(name: .customLong("none"), help: "It is never chased.")
    var never = false

    @Option(
        help: ArgumentHelp("This post answers for it; once for each post.", valueName: "post"),
        transform: Required.read)
    var owner: [String] = []

    @Option(
        help: ArgumentHelp("It belongs to the step with this label or number.", valueName: "step"),
        transform: Required.read)
    var action: String?

    @Option(
        help: ArgumentHelp("It is one deliverable with this target.", valueName: "reference"), transform: Required.read)
    var sameAs: String?

    @Flag(help: "A superseded target lives on.")
    var keep = false

    @Flag(help: "Nothing has to change.")
    var dismiss = false

    @Option(
        help: ArgumentHelp("With --is: a spelling of another post.", valueName: "spelling"), transform: Required.read)
    var post: String?

    @Option(
        name: .customLong("is"), help: ArgumentHelp("The post that it means.", valueName: "post"),
        transform: Required.read)
    var meant: String?

    /// The options that were given.
    var given: [String] {
        [
            ("--date", date != nil), ("--none", never), ("--owner", !owner.isEmpty), ("--action", action != nil),
            ("--same-as", sameAs != nil), ("--keep", keep), ("--dismiss", dismiss), ("--post", post != nil),
        ].filter(\.1).map(\.0)
    }

    func validate() throws {
        guard given.count <= 1 else { throw ValidationError("expected one decision, found \(Words.list(given))") }
        guard (post == nil) == (meant == nil) else {
            throw ValidationError("--post SPELLING and --is POST belong together")
        }
    }

    /// nil where none was given.
    var kind: DecisionKind? {
        if let date { return .date(date) }
        if !owner.isEmpty { return .owner(owner) }
        if let action { return .action(action) }
        if let sameAs { return .sameAs(sameAs) }
        if let post, let meant { return .onePost(spelling: post, post: meant) }
        return never ? .never : keep ? .keep : dismiss ? .dismiss : nil
    }
}
